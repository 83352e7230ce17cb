import type { CreateContractInput, NoticeSide, PeriodUnit, UpdateContractInput } from '~/lib/__generated__/schema'
import { isDay } from '~/lib/days'
import type { RenewalPeriod, Term } from '../term/terms'
import type { ContractFieldsFragment } from './__generated__/ContractFields'
import { fewestDays, MOST_DAYS, type Notice } from './notice-dates'

/** What the form holds. Keys are those of the API's inputs, so that its errors find their fields; numbers are as typed. */
export interface ContractValues {
  customerId: string | null
  typeId: string
  name: string
  description: string
  startsOn: string
  endsOn: string
  planId: string
  autoRenew: boolean
  renewalPeriod: { count: string; unit: PeriodUnit }
  notices: { side: NoticeSide; days: string }[]
  noticeUserIds: string[]
  noticeContactIds: string[]
}

export type ContractField = keyof ContractValues

/** A new contract; most renew by the year, and most want to be told a month before. */
export const emptyContract = (customerId: string | null): ContractValues => ({
  customerId,
  typeId: '',
  name: '',
  description: '',
  startsOn: '',
  endsOn: '',
  planId: '',
  autoRenew: false,
  renewalPeriod: { count: '12', unit: 'MONTH' },
  notices: [],
  noticeUserIds: [],
  noticeContactIds: [],
})

/** A saved contract as the form shows it. */
export function valuesOf(contract: ContractFieldsFragment): ContractValues {
  const { renewalPeriod } = contract
  return {
    customerId: contract.customer.id,
    typeId: contract.type.id,
    name: contract.name,
    description: contract.description ?? '',
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    planId: contract.plan?.id ?? '',
    autoRenew: contract.autoRenew,
    renewalPeriod: renewalPeriod
      ? { count: String(renewalPeriod.count), unit: renewalPeriod.unit }
      : emptyContract(null).renewalPeriod,
    notices: contract.notices.map(({ side, days }) => ({ side, days: String(days) })),
    noticeUserIds: contract.noticeUsers.map(({ id }) => id),
    noticeContactIds: contract.noticeContacts.map(({ id }) => id),
  }
}

const MOST_COUNT = 999

/** Reads a whole number as it is typed; null for anything else. */
function readCount(written: string): number | null {
  const trimmed = written.trim()
  return /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : null
}

/** The period of renewal as it is typed, or null while it makes no sense. */
export function readPeriod({ count, unit }: ContractValues['renewalPeriod']): RenewalPeriod | null {
  const read = readCount(count)
  return read !== null && read >= 1 && read <= MOST_COUNT ? { count: read, unit } : null
}

/** A notice as it is typed, or null while it makes no sense. */
export function readNotice({ side, days }: ContractValues['notices'][number]): Notice | null {
  const read = readCount(days)
  return read !== null && read >= fewestDays(side) && read <= MOST_DAYS ? { side, days: read } : null
}

/** The term as it is typed, or null while its days do not make one. */
export const readTerm = ({ startsOn, endsOn }: Pick<ContractValues, 'startsOn' | 'endsOn'>): Term | null =>
  isDay(startsOn) && isDay(endsOn) && startsOn <= endsOn ? { startsOn, endsOn } : null

/** The form's values for the API; plans are left out for who may not see them. The form has checked what is typed. */
export const inputOf = (values: ContractValues, plans = true): CreateContractInput => ({
  customerId: values.customerId ?? '',
  typeId: values.typeId,
  name: values.name.trim(),
  description: values.description.trim() || null,
  startsOn: values.startsOn,
  endsOn: values.endsOn,
  ...(plans ? { planId: values.planId || null } : {}),
  autoRenew: values.autoRenew,
  renewalPeriod: values.autoRenew ? readPeriod(values.renewalPeriod) : null,
  notices: values.notices.flatMap((notice) => readNotice(notice) ?? []),
  noticeUserIds: values.noticeUserIds,
  noticeContactIds: values.noticeContactIds,
})

/** What differs from the saved contract; a contract stays with its customer. */
export function changesOf(
  values: ContractValues,
  before: ContractValues,
): Partial<Omit<UpdateContractInput, 'id' | 'version'>> {
  const { customerId: _customer, ...is } = inputOf(values)
  const was = inputOf(before)
  const changed = Object.entries(is).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key as keyof CreateContractInput]),
  )
  return Object.fromEntries(changed)
}
