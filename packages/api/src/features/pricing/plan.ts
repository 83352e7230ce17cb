/** The words of pricing. What they mean to people stands in the glossary; here is what the arithmetic needs of them. */
import { Decimal } from 'decimal.js'
import type { Temporal } from 'temporal-polyfill'

/** Enough digits that no sum of thirds of an hour over a term loses one that would show. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })
export type Exact = Decimal

export type Day = Temporal.PlainDate

export type Band = 'OPERATIONAL' | 'NON_OPERATIONAL' | 'WEEKEND' | 'HOLIDAY'
export type PeriodLength = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'YEARLY' | 'ONE_OFF'

/** A revision of a service plan. Amounts are in `currency`, hours are hours, rates are for one hour or one ticket. */
export interface Plan {
  currency: string
  pricingMethod: 'HOURLY' | 'PER_TICKET' | 'FLAT'
  billingMethod: 'IN_ADVANCE' | 'IN_ARREARS'
  billingPeriod: PeriodLength
  fixedFee?: Exact
  includedHours?: Exact
  includedTickets?: number
  weeklyHourLimit?: Exact
  hourlyRate?: Exact
  ticketRate?: Exact
  overtime: 'NOT_BILLED' | 'BILLED_AT_RATE' | 'BILLED_AT_OVERTIME_RATE' | 'REFUSED'
  overtimeMultiplier?: Exact
  overage: 'BILLED' | 'NOT_BILLED' | 'REFUSED'
  creditCoversOperationalOnly: boolean
  rollOverUnused: boolean
  /** Hours, or tickets under `PER_TICKET`, that may be carried over in all; absent: as many as there are. */
  rollOverCap?: Exact
  /** Further periods that credit lives for; absent: as long as the contract. */
  rollOverPeriods?: number
  costBases: readonly ('FIXED' | 'DIFFERENTIAL')[]
  bandRates: Readonly<Partial<Record<Band, Exact>>>
}

/** Weekly working hours and holidays, in the calendar's own time zone. Times are `HH:MM`; `to` may be `24:00`. */
export interface Calendar {
  timeZone: string
  workingHours: readonly { weekday: number; from: string; to: string }[]
  /** `from`: only the rest of the day is a holiday. */
  holidays: readonly { on: Day; from?: string }[]
}

/** A time entry. Billable minutes are `minutes + addedMinutes`; the added ones follow the measured ones. */
export interface Entry {
  id: string
  workedOn: Day
  startedAt?: Temporal.Instant
  minutes: number
  addedMinutes?: number
  billable: boolean
  extraCost?: Exact
  extraCostReason?: string
}

/** A ticket at its first resolution. */
export interface ResolvedTicket {
  id: string
  resolvedAt: Temporal.Instant
  resolvedOn: Day
}

/** Credit of a period that is not used yet: minutes, or tickets under `PER_TICKET`. */
export interface Credit {
  /** First day of the period that granted it. */
  of: Day
  /** Number of that period, counted over the whole contract. */
  period: number
  amount: Exact
}

/** A billing period, or the part of one that lies in a term. */
export interface Period {
  /** Counted over the whole contract, cut periods too: 0, 1, 2 … */
  number: number
  startsOn: Day
  endsOn: Day
  days: number
  /** Days of the full period that this is, or is a part of. */
  fullDays: number
}

export type LineKind = 'FIXED_FEE' | 'WORK' | 'OVERTIME' | 'TICKETS' | 'EXTRA_COST' | 'CREDIT' | 'REFUND'

/** What a part of a line was made of. The amounts of a line's sources add up to the line's, to the minor unit. */
export interface Source {
  entryId?: string
  ticketId?: string
  creditOf?: Day
  minutes?: Exact
  band?: Band
  overtime: boolean
  unitPrice: Exact
  amount: Exact
}

/** One line of a bill: `amount` is quantity × unit price, rounded once. */
export interface Line {
  kind: LineKind
  /** Hours, tickets, or 1. */
  quantity: Exact
  unit: 'HOUR' | 'TICKET' | 'PERIOD' | 'PIECE'
  unitPrice: Exact
  amount: Exact
  /** Work that the plan gives away: shown at 0. */
  givenAway: boolean
  reason?: string
  sources: Source[]
}
