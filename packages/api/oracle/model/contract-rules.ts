/** What a contract is on a day, who sees it, and under which plan it is: said from the specification. */
import { daysBetween } from '../world/days.ts'
import type { ContractPlanRow, ContractRow, World } from '../world/rows.ts'
import { reaches, type Asker } from './asker.ts'
import { byCode } from './fold.ts'
import { may, type Rule } from './rules.ts'

/** Contacts by their own right; staff and keys with CONTRACTS_READ. */
export const contractReaders: Rule = (asker) => (asker.kind === 'CONTACT' ? null : may('CONTRACTS_READ')(asker))

/** Of a contact the company's, with the right to it, and never what is only being written. */
export function seesContract(asker: Asker, { customerId, draft }: ContractRow): boolean {
  const self = asker.contact
  if (!self) return reaches(asker, customerId)
  return !draft && self.active && self.seesCompanyRecords && customerId === self.customerId
}

export const statuses = ['DRAFT', 'UPCOMING', 'ACTIVE', 'EXPIRED', 'TERMINATED'] as const

export function statusOf({ draft, startsOn, endsOn, terminatedOn }: ContractRow, { today }: World): string {
  if (draft) return 'DRAFT'
  if (terminatedOn !== null && terminatedOn <= today) return 'TERMINATED'
  if (startsOn > today) return 'UPCOMING'
  return endsOn < today ? 'EXPIRED' : 'ACTIVE'
}

/** Today and the last day counted. */
export const daysLeft = (row: ContractRow, world: World): number | null =>
  statusOf(row, world) === 'ACTIVE' ? daysBetween(world.today, row.endsOn) + 1 : null

export const plansOf = ({ id }: ContractRow, { contractPlans }: World): ContractPlanRow[] =>
  contractPlans.filter(({ contractId }) => contractId === id).sort((left, right) => byCode(left.fromOn, right.fromOn))

/** The plan that applies today; before the start that of the first day, after the end that of the last one. */
export function planNow(row: ContractRow, world: World): ContractPlanRow | undefined {
  const { startsOn, endsOn } = row
  const day = world.today < startsOn ? startsOn : world.today > endsOn ? endsOn : world.today
  return plansOf(row, world).findLast(({ fromOn }) => fromOn <= day)
}

export const contractText = ({ reference, name }: ContractRow): string => `${reference} ${name}`
