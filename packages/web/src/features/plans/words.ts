import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type {
  BillingMethod,
  BillingPeriod,
  OverageBehaviour,
  OvertimeBehaviour,
  PricingMethod,
  RateBand,
} from '~/lib/__generated__/schema'

interface Word {
  name: MessageDescriptor
  /** What it means, in one sentence. */
  about: MessageDescriptor
}

export const pricingMethods: Record<PricingMethod, Word> = {
  HOURLY: { name: msg`By the hour`, about: msg`The hours worked are measured and priced.` },
  PER_TICKET: { name: msg`Per ticket`, about: msg`Tickets that are resolved are counted and priced.` },
  FLAT: { name: msg`Flat fee`, about: msg`The fee covers all work; hours are kept only to know the margin.` },
}

export const billingMethods: Record<BillingMethod, Word> = {
  IN_ADVANCE: {
    name: msg`In advance`,
    about: msg`The fee is invoiced on a period’s first day, what differs with the next invoice.`,
  },
  IN_ARREARS: {
    name: msg`In arrears`,
    about: msg`Fee and differences are invoiced together after a period’s last day.`,
  },
}

export const billingPeriods: Record<BillingPeriod, MessageDescriptor> = {
  WEEKLY: msg`Weekly`,
  MONTHLY: msg`Monthly`,
  QUARTERLY: msg`Every three months`,
  HALF_YEARLY: msg`Every six months`,
  YEARLY: msg`Yearly`,
  ONE_OFF: msg`Once, for the whole term`,
}

export const overages: Record<OverageBehaviour, Word> = {
  BILLED: { name: msg`Billed`, about: msg`At its price.` },
  NOT_BILLED: { name: msg`Not billed`, about: msg`Given away; the invoice shows it at 0.` },
  REFUSED: { name: msg`Not accepted`, about: msg`The entry is refused and says how much is left.` },
}

export const overtimes: Record<OvertimeBehaviour, Word> = {
  NOT_BILLED: { name: msg`Not billed`, about: msg`Given away; the invoice shows it at 0.` },
  BILLED_AT_RATE: { name: msg`At the normal price`, about: msg`As any other hour.` },
  BILLED_AT_OVERTIME_RATE: { name: msg`At a higher price`, about: msg`The price of its hour times a multiplier.` },
  REFUSED: { name: msg`Not accepted`, about: msg`The entry is refused and says how much is left.` },
}

export const bands: Record<RateBand, MessageDescriptor> = {
  OPERATIONAL: msg`Working time`,
  NON_OPERATIONAL: msg`After hours`,
  WEEKEND: msg`Weekend`,
  HOLIDAY: msg`Holiday`,
}

/** Lines of a price, by their kind. */
export const lineKinds: Record<string, MessageDescriptor> = {
  FIXED_FEE: msg`Fixed fee`,
  CREDIT: msg`From credit`,
  WORK: msg`Hours worked`,
  OVERTIME: msg`Overtime`,
  TICKETS: msg`Tickets resolved`,
}

/** The same where credit has covered a part. */
export const beyondCredit: Record<string, MessageDescriptor> = {
  ...lineKinds,
  WORK: msg`Work beyond credit`,
  TICKETS: msg`Tickets beyond credit`,
}
