import { msg, plural } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type {
  ContractStatus,
  DeliveryStatus,
  NoticeSide,
  NoticeSkipReason,
  PeriodUnit,
  TermOrigin,
} from '~/lib/__generated__/schema'
import { lengthOf, wholeMonths, type RenewalPeriod, type Term } from './term/terms'

export const statusWords: Record<ContractStatus, MessageDescriptor> = {
  DRAFT: msg`Draft`,
  UPCOMING: msg`Upcoming`,
  ACTIVE: msg`In force`,
  EXPIRED: msg`Expired`,
  TERMINATED: msg`Terminated`,
}

export const originWords: Record<TermOrigin, MessageDescriptor> = {
  INITIAL: msg`First term`,
  AUTOMATIC: msg`Renewed by itself`,
  MANUAL: msg`Renewed by hand`,
}

export const unitWords: Record<PeriodUnit, MessageDescriptor> = {
  DAY: msg`days`,
  WEEK: msg`weeks`,
  MONTH: msg`months`,
  YEAR: msg`years`,
}

export const deliveryWords: Record<DeliveryStatus, MessageDescriptor> = {
  PLANNED: msg`Planned`,
  QUEUED: msg`Being sent`,
  SENT: msg`Sent`,
  FAILED: msg`Failed`,
  SKIPPED: msg`Skipped`,
}

/** "12 months" */
export function periodText({ count, unit }: RenewalPeriod): string {
  switch (unit) {
    case 'DAY':
      return plural(count, { one: '# day', other: '# days' })
    case 'WEEK':
      return plural(count, { one: '# week', other: '# weeks' })
    case 'MONTH':
      return plural(count, { one: '# month', other: '# months' })
    case 'YEAR':
      return plural(count, { one: '# year', other: '# years' })
  }
}

/** "30 days before the end" */
export function ruleText(side: NoticeSide, days: number): string {
  return side === 'BEFORE_END'
    ? plural(days, { 0: 'On the last day', one: '# day before the end', other: '# days before the end' })
    : plural(days, { one: '# day after the end', other: '# days after the end' })
}

/** "12 months", or how many days where the months are not whole. */
export function termLength(term: Term): string {
  const months = wholeMonths(term)
  return months
    ? plural(months, { one: '# month', other: '# months' })
    : plural(lengthOf(term), { one: '# day', other: '# days' })
}

/** Why a notice is not sent. */
export const skipWords: Record<NoticeSkipReason, MessageDescriptor> = {
  DATE_PASSED: msg`Its day had passed when it was set`,
  ENDED: msg`Missed, and the contract has ended meanwhile`,
  LATER_ONE_SENT: msg`Missed; a later one was sent instead`,
  RENEWED: msg`The contract was renewed`,
  TERMINATED: msg`The contract was terminated`,
  PASSIVE: msg`The recipient or the customer is passive`,
  NO_ADDRESS: msg`The recipient has no e-mail address`,
  OUT_OF_REACH: msg`The recipient may not see the customer`,
}
