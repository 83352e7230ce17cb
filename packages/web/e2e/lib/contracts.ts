/** Makes contracts for a test, by days counted from today. */
import { ADMIN, ask, change, unique } from './accord.ts'
import type { Made } from './people.ts'

export interface MadeContract extends Made {
  reference: string
  version: number
}

/** A day so many days from today, in the calendar that contracts are counted in. */
export function day(from: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' }).format(new Date())
  return new Date(Date.parse(`${today}T00:00:00Z`) + from * 86_400_000).toISOString().slice(0, 10)
}

/** The same as a Turkish reader sees it, with its weekday. */
export const inWords = (iso: string): string =>
  new Intl.DateTimeFormat('tr-TR', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${iso}T00:00:00Z`))

let types: Promise<Made[]> | undefined

/** A kind of contract by its name; it is entered when there is none. */
export async function contractType(name: string, requestsNeedApproval = false): Promise<Made> {
  types ??= ask<{ contractTypes: Made[] }>(ADMIN, '{ contractTypes { id name } }').then((data) => data.contractTypes)
  const known = (await types).find((type) => type.name === name)
  if (known) return known
  const { contractType: made } = await change<{ contractType: Made }>(
    'createContractType',
    'contractType { id name }',
    {
      name,
      requestsNeedApproval,
    },
  )
  types = undefined
  return made
}

export interface ContractInput {
  name?: string
  typeId?: string
  startsOn?: string
  endsOn?: string
  description?: string
  planId?: string
  autoRenew?: boolean
  renewalPeriod?: { count: number; unit: string }
  notices?: { side: string; days: number }[]
  noticeUserIds?: string[]
  noticeContactIds?: string[]
  draft?: boolean
}

/** A contract with a customer: of a year that is half over, unless something else is said. */
export async function makeContract(customer: { id: string }, given: ContractInput = {}): Promise<MadeContract> {
  const { contract } = await change<{ contract: MadeContract }>(
    'createContract',
    'contract { id name reference version }',
    {
      customerId: customer.id,
      typeId: given.typeId ?? (await contractType(unique('Deneme'))).id,
      startsOn: day(-180),
      endsOn: day(184),
      ...given,
      name: given.name ?? unique('Bakım'),
    },
  )
  return contract
}
