/** What the verbs of time entries check: values, days, what is entered already, and what the plan lets in. */
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../core/clock.ts'
import type { Em } from '../../core/db/orm.ts'
import { generic } from '../../core/graphql/messages.ts'
import { amountOf, type MoneyInput } from '../../core/graphql/money.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { zonedDayAt, zonedDay, dayNumber, type Day } from '../pricing/index.ts'
import type { Pricing } from '../usage/index.ts'
import { said } from './messages.ts'

const minute = 60_000
/** Minutes of a day, of the longest entry, and the most that may be added. */
const wholeDay = 1_440
const maxNote = 2_000
const maxReason = 200

/** When something was worked. */
export interface When {
  workedOn: Day
  startedAt: Date | null
  minutes: number
  addedMinutes: number
}

/** Minutes are 1 to 1 440, added ones 0 to 1 440. */
export function assertMinutes(minutes: number, addedMinutes: number): void {
  if (minutes < 1 || minutes > wholeDay) throw new Problem('INVALID', ['minutes'], { key: said['time.minutes.range'] })
  if (addedMinutes < 0 || addedMinutes > wholeDay)
    throw new Problem('INVALID', ['addedMinutes'], { key: said['time.added.range'] })
}

/** The day is today or earlier, the start lies on it, and the work is over. */
export function assertOver({ workedOn, startedAt, minutes }: When, clock: Clock): void {
  if (dayNumber(workedOn) > dayNumber(clock.today()))
    throw new Problem('INVALID', ['workedOn'], { key: said['time.future'] })
  if (!startedAt) return
  if (!zonedDayAt(clock.timeZone, startedAt.getTime()).day.equals(workedOn))
    throw new Problem('INVALID', ['startedAt'], { key: said['time.start.otherDay'] })
  const now = clock.now().getTime()
  if (startedAt.getTime() > now) throw new Problem('INVALID', ['startedAt'], { key: said['time.start.future'] })
  // A timer counts the minute that has begun.
  if (startedAt.getTime() + minutes * minute >= now + minute)
    throw new Problem('INVALID', ['minutes'], { key: said['time.end.future'] })
}

export const endOf = ({ startedAt, minutes }: Pick<When, 'startedAt' | 'minutes'>): Date | null =>
  startedAt && new Date(startedAt.getTime() + minutes * minute)

interface Entered {
  id: string
  workedOn: string
  startedAt: number | null
  endedAt: number | null
  minutes: number
  addedMinutes: number
}

/**
 * Beside what the technician has entered already, nothing overlaps and no day has more than 24 hours. The technician's
 * row is locked, so that nobody enters more meanwhile.
 * Problems: startedAt CONFLICT; minutes INVALID with the minutes that are left.
 */
export async function assertRoom(em: Em, technicianId: string, when: When, zone: string, except?: string) {
  const first = when.workedOn.subtract({ days: 1 })
  const last = when.workedOn.add({ days: 2 })
  const others = await em.execute<Entered[]>(
    `select id, worked_on::text as "workedOn", (extract(epoch from started_at) * 1000)::float8 as "startedAt",
       (extract(epoch from ended_at) * 1000)::float8 as "endedAt", minutes, added_minutes as "addedMinutes"
     from time_entry where technician_id = ? and worked_on between ? and ? and id is distinct from ?`,
    [technicianId, first.toString(), last.toString(), except ?? null],
  )
  const start = when.startedAt?.getTime() ?? null
  const end = endOf(when)?.getTime() ?? null
  if (
    start !== null &&
    others.some((other) => other.startedAt !== null && other.startedAt < end! && start < other.endedAt!)
  )
    throw new Problem('CONFLICT', ['startedAt'], { key: said['time.overlap'] })
  const mine = { startedAt: start, endedAt: end, minutes: when.minutes, addedMinutes: when.addedMinutes }
  for (const number of [dayNumber(when.workedOn), dayNumber(when.workedOn) + 1]) {
    const entered = others.reduce(
      (sum, other) =>
        sum + minutesOn(number, { ...other, on: dayNumber(Temporal.PlainDate.from(other.workedOn)) }, zone),
      0,
    )
    const added = minutesOn(number, { ...mine, on: dayNumber(when.workedOn) }, zone)
    if (added > 0 && entered + added > wholeDay)
      throw new Problem('INVALID', ['minutes'], {
        key: said['time.dayFull'],
        params: { minutes: Math.max(0, Math.floor(wholeDay - entered)) },
      })
  }
}

/** Minutes of an entry that fall on a day; added ones count for the day that it counts for. */
function minutesOn(
  number: number,
  entry: { on: number; startedAt: number | null; endedAt: number | null; minutes: number; addedMinutes: number },
  zone: string,
): number {
  const added = entry.on === number ? entry.addedMinutes : 0
  if (entry.startedAt === null) return entry.on === number ? entry.minutes + added : 0
  const { from, to } = zonedDay(zone, number)
  return Math.max(0, Math.min(entry.endedAt!, to) - Math.max(entry.startedAt, from)) / minute + added
}

/** An extra cost with its reason, in the plan's currency. */
export interface Cost {
  amount: string
  currency: string
  reason: string
}

/** The extra cost that an input means; null for none. Problems: extraCost INVALID or REQUIRED, extraCostReason REQUIRED. */
export function costOf(cost: MoneyInput | null | undefined, reason: string | null | undefined): Cost | null {
  const text = reason?.trim() ?? ''
  if (text.length > maxReason)
    throw new Problem('INVALID', ['extraCostReason'], { key: generic['text.tooLong'], params: { max: maxReason } })
  if (!cost) {
    if (text) throw new Problem('REQUIRED', ['extraCost'])
    return null
  }
  const { amount, currency } = amountOf(cost, ['extraCost'])
  if (!text) throw new Problem('REQUIRED', ['extraCostReason'], { key: said['time.cost.reason'] })
  return { amount, currency, reason: text }
}

export function noteOf(note: string | null | undefined): string | null {
  const text = note?.trim() ?? ''
  if (text.length > maxNote)
    throw new Problem('INVALID', ['note'], { key: generic['text.tooLong'], params: { max: maxNote } })
  return text || null
}

/** What the plan of the day lets technicians add. Problems: extraCost or addedMinutes NOT_ALLOWED, extraCost INVALID. */
export function assertMayAdd(pricing: Pricing | null, cost: Pick<Cost, 'currency'> | null, addedMinutes: number): void {
  if (addedMinutes > 0 && !pricing?.mayAddTime)
    throw new Problem('NOT_ALLOWED', ['addedMinutes'], { key: said['time.added.forbidden'] })
  if (!cost) return
  if (!pricing?.mayAddCost) throw new Problem('NOT_ALLOWED', ['extraCost'], { key: said['time.cost.forbidden'] })
  const { currency } = pricing.plan
  if (cost.currency !== currency)
    throw new Problem('INVALID', ['extraCost', 'currency'], { key: said['time.cost.currency'], params: { currency } })
}
