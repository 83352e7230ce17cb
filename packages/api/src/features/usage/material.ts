/** What a contract's usage is computed from, asked of the database in one go for many contracts. */
import { Temporal } from 'temporal-polyfill'
import type { Principal } from '../../core/auth/principal.ts'
import type { Em } from '../../core/db/orm.ts'
import type { Reader } from '../../core/read/reader.ts'
import { calendarOf, planOf, type StoredCalendar, type Terms } from '../plans/index.ts'
import { Exact, type Calendar, type Day, type Entry, type ResolvedTicket, type Work } from '../pricing/index.ts'
import type { Agreement, Pricing } from './spans.ts'

/** Asks for one JSON value as whoever asks. */
export type Asking = <T>(name: string, sql: string, values: readonly string[]) => Promise<T>

/** Beside the plans of a read. */
export const askingOf =
  (reader: Reader, principal: Principal): Asking =>
  (name, sql, values) =>
    reader.query(principal, name, sql, values)

/** In the transaction of a verb. */
export const askingIn =
  (em: Em): Asking =>
  async <T>(_name: string, sql: string, values: readonly string[]) => {
    const [row] = await em.execute<{ answer: T }[]>(sql.replace(/\$\d/g, '?'), [...values])
    return row!.answer
  }

interface StoredPricing {
  planId: string
  revision: number
  terms: Terms
  calendar: StoredCalendar | null
}
interface StoredAgreement {
  terms: { startsOn: string; endsOn: string }[]
  plans: { fromOn: string; pricing: StoredPricing | null }[]
  newest: StoredPricing | null
}
type StoredEntry = [string, string, number | null, number, number, boolean, string | null, string | null]
interface StoredWork {
  entries: StoredEntry[]
  tickets: [id: string, resolvedAt: number, resolvedOn: string][]
}

/** Terms and plans of the contracts that are there for the one who asks, by id. */
export async function agreementsOf(ask: Asking, ids: readonly string[]): Promise<Map<string, Agreement>> {
  const stored = await ask<Record<string, StoredAgreement>>(
    'contract_pricing',
    'select app_contract_pricing($1::uuid[])::json as answer',
    [`{${[...new Set(ids)].join(',')}}`],
  )
  return new Map(Object.entries(stored).map(([id, agreement]) => [id, agreementFrom(agreement)]))
}

/** The work of contracts between two days each, both included, by contract. */
export async function workOf(
  ask: Asking,
  reaches: readonly { contract: string; from: Day; to: Day }[],
  zone: string,
): Promise<Map<string, Work>> {
  const asked = reaches.map(({ contract, from, to }) => ({ contract, from: from.toString(), to: to.toString() }))
  const stored = await ask<Record<string, StoredWork>>(
    'contract_work',
    'select app_contract_work($1::jsonb, $2)::json as answer',
    [JSON.stringify(asked), zone],
  )
  return new Map(Object.entries(stored).map(([id, work]) => [id, workFrom(work)]))
}

const day = (text: string) => Temporal.PlainDate.from(text)

const agreementFrom = ({ terms, plans, newest }: StoredAgreement): Agreement => ({
  terms: terms.map(({ startsOn, endsOn }) => ({ startsOn: day(startsOn), endsOn: day(endsOn) })),
  plans: plans.map(({ fromOn, pricing }) => ({ fromOn: day(fromOn), pricing: pricingFrom(pricing) })),
  newest: pricingFrom(newest),
})

/** A revision of a plan with its calendar, as prices are made of them. */
const pricingFrom = (stored: StoredPricing | null): Pricing | null =>
  stored && {
    planId: stored.planId,
    revision: stored.revision,
    plan: planOf(stored.terms),
    calendar: sameCalendar(stored.calendar),
    mayAddCost: stored.terms.technicianMayAddCost,
    mayAddTime: stored.terms.technicianMayAddTime,
  }

/** What is found out about a calendar's days hangs on the object: the same calendar stays the same one. */
const calendars = new Map<string, Calendar>()
const keptCalendars = 200

function sameCalendar(stored: StoredCalendar | null): Calendar {
  const key = JSON.stringify(stored)
  const known = calendars.get(key)
  if (known) return known
  if (calendars.size >= keptCalendars) calendars.clear()
  const calendar = calendarOf(stored)
  calendars.set(key, calendar)
  return calendar
}

function workFrom({ entries, tickets }: StoredWork): Work {
  const days = new Map<string, Day>()
  // Days that are the same object are numbered once.
  const dayOf = (text: string) => {
    const known = days.get(text) ?? day(text)
    days.set(text, known)
    return known
  }
  return {
    entries: entries.map((stored) => entryFrom(stored, dayOf)),
    tickets: tickets.map(([id, at, on]): ResolvedTicket => ({
      id,
      resolvedAt: Temporal.Instant.fromEpochMilliseconds(at),
      resolvedOn: dayOf(on),
    })),
  }
}

function entryFrom(
  [id, workedOn, startedAt, minutes, addedMinutes, billable, extraCost, extraCostReason]: StoredEntry,
  dayOf: (text: string) => Day,
): Entry {
  return {
    id,
    workedOn: dayOf(workedOn),
    ...(startedAt !== null && { startedAt: Temporal.Instant.fromEpochMilliseconds(startedAt) }),
    minutes,
    addedMinutes,
    billable,
    ...(extraCost !== null && { extraCost: new Exact(extraCost) }),
    ...(extraCostReason !== null && { extraCostReason }),
  }
}
