/** Checks of the values that inputs of contracts bring. Undefined stays undefined: the field was left out. */
import { Temporal } from 'temporal-polyfill'
import { generic } from '../../core/graphql/messages.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isBefore, type Day } from './calendar/index.ts'
import type { PeriodInput } from './contract.inputs.ts'
import type { Unit } from './contract.entity.ts'
import { said } from './messages.ts'

/** Room for renewals and notices on both sides, within the days that a database and a calendar have. */
const firstDay = Temporal.PlainDate.from('1970-01-01')
const lastDay = Temporal.PlainDate.from('2199-12-31')
const maxDescription = 10_000
const maxCount = 1_000

export const dayOf = (text: string): Day => Temporal.PlainDate.from(text)

/** A day that a contract may begin or end on; INVALID at `field` outside of 1970 to 2199. */
function contractDay(text: string, field: string): Day {
  const day = dayOf(text)
  if (isBefore(day, firstDay) || isBefore(lastDay, day))
    throw new Problem('INVALID', [field], {
      key: said['contract.day.range'],
      params: { from: firstDay.toString(), to: lastDay.toString() },
    })
  return day
}

/** Both days of a term; INVALID at the one that is wrong. */
export function spanOf(startsOn: string, endsOn: string): { startsOn: string; endsOn: string } {
  const start = contractDay(startsOn, 'startsOn')
  if (isBefore(contractDay(endsOn, 'endsOn'), start))
    throw new Problem('INVALID', ['endsOn'], { key: said['contract.end.beforeStart'], params: { day: startsOn } })
  return { startsOn, endsOn }
}

export function descriptionOf(value: string | null | undefined): string | null | undefined {
  const text = value?.trim()
  if (text && text.length > maxDescription)
    throw new Problem('INVALID', ['description'], { key: generic['text.tooLong'], params: { max: maxDescription } })
  return value === undefined ? undefined : text || null
}

export interface Renewal {
  autoRenew: boolean
  renewalCount: number | null
  renewalUnit: Unit | null
}

/** How a contract renews itself, on top of `before`. INVALID, or REQUIRED at renewalPeriod. */
export function renewalOf(
  input: { autoRenew?: boolean | null; renewalPeriod?: PeriodInput | null },
  before: Renewal = { autoRenew: false, renewalCount: null, renewalUnit: null },
): Renewal {
  const { renewalPeriod: period } = input
  if (period && (period.count < 1 || period.count > maxCount))
    throw new Problem('INVALID', ['renewalPeriod', 'count'], {
      key: said['contract.period.range'],
      params: { max: maxCount },
    })
  const renewal = {
    autoRenew: input.autoRenew ?? before.autoRenew,
    renewalCount: period === undefined ? before.renewalCount : (period?.count ?? null),
    renewalUnit: period === undefined ? before.renewalUnit : (period?.unit ?? null),
  }
  if (renewal.autoRenew && renewal.renewalCount === null)
    throw new Problem('REQUIRED', ['renewalPeriod'], { key: said['contract.renewal.needed'] })
  return renewal
}
