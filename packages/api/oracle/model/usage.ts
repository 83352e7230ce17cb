/**
 * What a period of a contract comes to, and who is told how much of it. What work costs has an oracle of its own, beside
 * the pricing: here the same arithmetic is given the work that the model sees.
 */
import { Temporal } from 'temporal-polyfill'
import type { RowRef } from '../../src/core/read/plan.ts'
import { calendarOf, planOf } from '../../src/features/plans/index.ts'
import { Exact, within, type Work } from '../../src/features/pricing/index.ts'
import { billedPeriods, chainStart, priceAt, type Agreement, type Pricing } from '../../src/features/usage/index.ts'
import { tell } from '../../src/features/usage/tell.ts'
import type { ContractRow, World } from '../world/rows.ts'
import { contractReaders, plansOf } from './contract-rules.ts'
import { columns, typeOf, type Args, type Feature } from './feature.ts'
import { byCode } from './fold.ts'
import type { Question } from './question.ts'
import { may, ticketReaders, type Rule } from './rules.ts'
import { timeReaders } from './time-lists.ts'

const zone = 'Europe/Istanbul'
const day = (text: string) => Temporal.PlainDate.from(text)

/** Amounts are the customer's people's to know, and of those who keep the bills. */
const amounts: Rule = (asker) => (asker.kind === 'CONTACT' ? null : may('BILLING_READ')(asker))

/** Terms and plans of a contract; what was ended early ends on its day. */
export function agreementOf(row: ContractRow, world: World): Agreement {
  const { terminatedOn } = row
  const last = world.plans.find(({ id }) => id === plansOf(row, world).at(-1)?.planId)
  return {
    newest: last ? pricingOf(world, last.id, last.revision) : null,
    terms: world.terms
      .filter(
        ({ contractId, startsOn }) => contractId === row.id && (terminatedOn === null || startsOn <= terminatedOn),
      )
      .sort((left, right) => byCode(left.startsOn, right.startsOn))
      .map(({ startsOn, endsOn }) => ({
        startsOn: day(startsOn),
        endsOn: day(terminatedOn !== null && terminatedOn < endsOn ? terminatedOn : endsOn),
      })),
    plans: plansOf(row, world).map(({ fromOn, planId, revision }) => ({
      fromOn: day(fromOn),
      pricing: planId === null ? null : pricingOf(world, planId, revision!),
    })),
  }
}

function pricingOf(world: World, planId: string, revision: number): Pricing {
  const terms = world.revisions.find((each) => each.planId === planId && each.revision === revision)!
  const calendar = world.calendars.find(({ id, standard }) =>
    terms.calendarId === null ? standard : id === terms.calendarId,
  )
  return {
    planId,
    revision,
    plan: planOf(terms as never),
    calendar: calendarOf(calendar ?? null),
    mayAddCost: terms.technicianMayAddCost,
    mayAddTime: terms.technicianMayAddTime,
  }
}

/** All the work of a contract, whoever did it. */
export function workOf({ id }: ContractRow, { timeEntries, tickets }: World): Work {
  return {
    entries: timeEntries
      .filter(({ contractId }) => contractId === id)
      .sort((left, right) => byCode(left.workedOn, right.workedOn) || byCode(left.id, right.id))
      .map(({ workedOn, startedAt, extraCost, extraCostReason, ...entry }) => ({
        id: entry.id,
        workedOn: day(workedOn),
        ...(startedAt && { startedAt: Temporal.Instant.from(startedAt) }),
        minutes: entry.minutes,
        addedMinutes: entry.addedMinutes,
        billable: entry.billable,
        ...(extraCost && { extraCost: new Exact(extraCost) }),
        ...(extraCostReason && { extraCostReason }),
      })),
    tickets: tickets
      .filter(({ contractId, resolvedAt }) => contractId === id && resolvedAt !== null)
      .sort((left, right) => byCode(left.resolvedAt!, right.resolvedAt!) || byCode(left.id, right.id))
      .map((ticket) => {
        const resolvedAt = Temporal.Instant.fromEpochMilliseconds(Date.parse(ticket.resolvedAt!))
        return { id: ticket.id, resolvedAt, resolvedOn: resolvedAt.toZonedDateTimeISO(zone).toPlainDate() }
      }),
  }
}

/** Work that the periods from where credit began to be counted look at, and no other. */
function pricedOn(row: ContractRow, world: World, on: string) {
  const periods = billedPeriods(agreementOf(row, world))
  const at = periods.findIndex((period) => within(day(on), period))
  if (at < 0) return null
  const from = periods[chainStart(periods, at)]!.startsOn
  const first = from.subtract({ days: from.dayOfWeek })
  const { entries, tickets } = workOf(row, world)
  const later = ({ resolvedOn }: Work['tickets'][number]) => Temporal.PlainDate.compare(resolvedOn, first) >= 0
  const work = { entries, tickets: tickets.filter(later) }
  return { period: periods[at]!, priced: priceAt(periods, at, work, zone) }
}

/** A contract's usage on a day, today when nothing is said: told to whoever sees the contract. */
export const usage = {
  rule: contractReaders,
  value: (row: ContractRow, { world }: Question, { on }: Args) => {
    const found = pricedOn(row, world, (on as string | null | undefined) ?? world.today)
    return found && tell(found.period, found.priced, 'en')
  },
}

interface Told {
  [field: string]: unknown
}
interface Source extends Told {
  timeEntry: RowRef | null
  ticket: RowRef | null
}

export const usages: Feature = {
  types: {
    PeriodUsage: typeOf<Told>(contractReaders, {
      ...columns<Told>().plain('startsOn', 'endsOn', 'includedHours', 'rolledOverHours', 'usedHours', 'coveredHours'),
      ...columns<Told>().plain('remainingHours', 'overtimeHours', 'includedTickets', 'rolledOverTickets'),
      ...columns<Told>().plain('resolvedTickets', 'remainingTickets', 'lines'),
      expected: { rule: amounts, value: ({ expected }) => expected },
    }),
    InvoiceLine: typeOf<Told>(contractReaders, {
      ...columns<Told>().plain('kind', 'description', 'quantity', 'unit', 'givenAway', 'sources'),
      unitPrice: { rule: amounts, value: ({ unitPrice }) => unitPrice },
      amount: { rule: amounts, value: ({ amount }) => amount },
    }),
    LineSource: typeOf<Source>(contractReaders, {
      ...columns<Source>().plain('creditOf', 'minutes', 'band', 'overtime'),
      ticket: { rule: ticketReaders, value: ({ ticket }, question) => question.row('Ticket', ticket?.id ?? null) },
      timeEntry: {
        rule: timeReaders,
        value: ({ timeEntry }, question) => question.row('TimeEntry', timeEntry?.id ?? null),
      },
      unitPrice: { rule: amounts, value: ({ unitPrice }) => unitPrice },
      amount: { rule: amounts, value: ({ amount }) => amount },
    }),
  },
}
