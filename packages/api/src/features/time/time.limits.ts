/** What a contract still lets in on a day: judged when an entry is made or changed, told to who is about to write one. */
import { Temporal } from 'temporal-polyfill'
import { Problem } from '../../core/graphql/problem.ts'
import { dayNumber, within, type Day, type Entry, type Work } from '../pricing/index.ts'
import {
  agreementsOf,
  billedPeriods,
  chainStart,
  priceAt,
  pricingOn,
  reachOf,
  refusal,
  termOn,
  workOf,
  type Agreement,
  type Asking,
  type Billed,
  type Pricing,
} from '../usage/index.ts'
import { said } from './messages.ts'

/** What a contract says about a day. */
export interface Standing {
  agreement: Agreement
  pricing: Pricing | null
}

/** The contract on a day it runs on; null on any other. */
export async function standingOn(ask: Asking, contract: string, day: Day): Promise<Standing | null> {
  const agreement = (await agreementsOf(ask, [contract])).get(contract)
  return agreement && termOn(agreement, day) ? { agreement, pricing: pricingOn(agreement, day) } : null
}

const mayRefuse = (pricing: Pricing | null): boolean =>
  pricing?.plan.pricingMethod === 'HOURLY' &&
  (pricing.plan.overtime === 'REFUSED' || pricing.plan.overage === 'REFUSED')

/** Work of the contract for the periods from the first to the last of `places`, without one entry. */
async function workFor(
  ask: Asking,
  contract: string,
  periods: readonly Billed[],
  places: readonly number[],
  zone: string,
  except?: string,
): Promise<Work> {
  const { from } = reachOf(periods[chainStart(periods, places[0]!)]!)
  const { to } = reachOf(periods[places.at(-1)!]!)
  const { entries, tickets } = (await workOf(ask, [{ contract, from, to }], zone)).get(contract)!
  return { entries: except ? entries.filter(({ id }) => id !== except) : entries, tickets }
}

/**
 * Refuses what the plan does not accept, with the whole week and period as they would be. The contract's row is locked,
 * so that nobody else's entry passes at the same time. Time that is not to be billed is accepted with a note.
 * Problems: minutes LIMIT_EXCEEDED with the minutes that are left; note REQUIRED.
 */
export async function assertWithinLimits(
  ask: Asking,
  { agreement, contract, zone }: { agreement: Agreement; contract: string; zone: string },
  entry: Entry,
  note: string | null,
): Promise<void> {
  const periods = billedPeriods(agreement)
  const touched = touchedBy(periods, entry, zone)
  if (!touched.some((i) => mayRefuse(periods[i]!.pricing))) return
  const others = await workFor(ask, contract, periods, touched, zone, entry.id)
  const refused = refusal(periods, touched, others, { ...entry, billable: true }, zone)
  if (!refused) return
  if (entry.billable)
    throw new Problem('LIMIT_EXCEEDED', ['minutes'], {
      key: said[refused.limit === 'WEEK' ? 'time.limit.week' : 'time.limit.credit'],
      params: { minutes: refused.minutesLeft },
    })
  if (!note) throw new Problem('REQUIRED', ['note'], { key: said['time.note.needed'] })
}

/** Periods that an entry's days lie in: one over midnight may reach into the next. */
function touchedBy(periods: readonly Billed[], { workedOn, startedAt, minutes, addedMinutes }: Entry, zone: string) {
  const last = startedAt
    ? startedAt
        .add({ minutes: minutes + (addedMinutes ?? 0) })
        .subtract({ milliseconds: 1 })
        .toZonedDateTimeISO(zone)
        .toPlainDate()
    : workedOn
  return [...periods.keys()].filter((i) => {
    const { startsOn, endsOn } = periods[i]!
    return dayNumber(startsOn) <= dayNumber(last) && dayNumber(endsOn) >= dayNumber(workedOn)
  })
}

/** What is left of a contract's week and of its period's credit on a day. */
export async function allowanceOn(
  ask: Asking,
  contract: string,
  day: Day,
  { agreement, pricing }: Standing,
  zone: string,
) {
  if (!pricing) return { weekMinutes: null, weekMinutesLeft: null, creditMinutesLeft: null }
  const { plan } = pricing
  const periods = billedPeriods(agreement)
  const at = periods.findIndex((period) => within(day, period))
  const work = await workFor(ask, contract, periods, [at], zone)
  const priced = priceAt(periods, at, work, zone)
  const hourly = plan.pricingMethod === 'HOURLY'
  const granted = priced.granted.plus(priced.brought)
  const week = hourly && plan.weeklyHourLimit ? plan.weeklyHourLimit.times(60) : null
  return {
    weekMinutes: week ? week.floor().toNumber() : null,
    weekMinutesLeft: week
      ? Math.max(
          0,
          week
            .minus(workedInWeek(work, day, zone))
            .floor()
            .toNumber(),
        )
      : null,
    creditMinutesLeft:
      hourly && (plan.includedHours || !granted.isZero()) ? granted.minus(priced.used).floor().toNumber() : null,
  }
}

/** Billable minutes of the ISO week of a day. */
function workedInWeek({ entries }: Work, day: Day, zone: string): number {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const from = monday.toZonedDateTime(zone).epochMilliseconds
  const to = monday.add({ days: 7 }).toZonedDateTime(zone).epochMilliseconds
  const [first, last] = [dayNumber(monday), dayNumber(monday) + 6]
  return entries
    .filter(({ billable }) => billable)
    .reduce((sum, { workedOn, startedAt, minutes, addedMinutes = 0 }) => {
      const total = minutes + addedMinutes
      const number = dayNumber(workedOn)
      if (!startedAt) return sum + (number >= first && number <= last ? total : 0)
      const start = startedAt.epochMilliseconds
      return sum + Math.max(0, Math.min(start + total * 60_000, to) - Math.max(start, from)) / 60_000
    }, 0)
}

export const entryOf = (
  id: string,
  when: { workedOn: Day; startedAt: Date | null; minutes: number; addedMinutes: number },
  billable: boolean,
): Entry => ({
  id,
  workedOn: when.workedOn,
  ...(when.startedAt && { startedAt: Temporal.Instant.fromEpochMilliseconds(when.startedAt.getTime()) }),
  minutes: when.minutes,
  addedMinutes: when.addedMinutes,
  billable,
})
