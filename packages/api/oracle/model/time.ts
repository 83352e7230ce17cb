/** Time entries, weeks and running timers, as the specification has them: staff's alone. */
import { Temporal } from 'temporal-polyfill'
import { within } from '../../src/features/pricing/index.ts'
import { billedPeriods, priceAt, pricingOn, termOn } from '../../src/features/usage/index.ts'
import { dayOn, mondayOf } from '../world/days.ts'
import type { ContractRow, TechnicianRow, TicketRow, TimeEntryRow, TimerRow } from '../world/rows.ts'
import { isStaff, reaches } from './asker.ts'
import { contractReaders } from './contract-rules.ts'
import { columns, nodesOf, printed, typeOf, where, type Args, type Feature } from './feature.ts'
import { connection } from './lists.ts'
import { byInstant } from './orders.ts'
import type { Question } from './question.ts'
import { either, staff, staffMay } from './rules.ts'
import { minutesOf, timeOf, timeReaders } from './time-lists.ts'
import { agreementOf, workOf } from './usage.ts'
import { aDay, aFlag, anId, anInstant, instantOf } from './values.ts'

const own = staffMay('TIME_WRITE')
const others = staffMay('BILLING_WRITE')
const writers = either(others, own)

const entry = columns<TimeEntryRow>()
const timer = columns<TimerRow>()

interface Week {
  technicianId: string
  startsOn: string
  endsOn: string
}
interface Day {
  technicianId: string
  on: string
}

const ofWeek = ({ technicianId, startsOn, endsOn }: Week, row: TimeEntryRow) =>
  row.technicianId === technicianId && row.workedOn >= startsOn && row.workedOn <= endsOn
const inWeek = (week: Week, question: Question) =>
  question.rows<TimeEntryRow>('TimeEntry').filter((row) => ofWeek(week, row))
const onDay = ({ technicianId, on }: Day, question: Question) =>
  question.rows<TimeEntryRow>('TimeEntry').filter((row) => row.technicianId === technicianId && row.workedOn === on)
const billable = (rows: readonly TimeEntryRow[]) => rows.filter((row) => row.billable)

/** Seen by who sees the customer, which is not the customer's people. */
const seesEntry = (asker: Parameters<typeof isStaff>[0], { customerId }: { customerId: string }) =>
  isStaff(asker) && reaches(asker, customerId)

export const ticketTime = {
  timeEntries: timeOf<TicketRow>('ticketId'),
  minutesSpent: {
    rule: timeReaders,
    value: ({ id }: TicketRow, question: Question) =>
      minutesOf(question.rows<TimeEntryRow>('TimeEntry').filter(({ ticketId }) => ticketId === id)),
  },
}

export const time: Feature = {
  nodes: {
    TimeEntry: nodesOf<TimeEntryRow>(({ timeEntries }) => timeEntries, byInstant('workedOn', true), seesEntry),
  },
  types: {
    TimeEntry: typeOf<TimeEntryRow>(timeReaders, {
      ...entry.plain('id', 'version', 'workedOn', 'minutes', 'addedMinutes', 'extraCostReason', 'note', 'billable'),
      ...entry.instants('startedAt', 'createdAt', 'updatedAt'),
      technician: { value: ({ technicianId }, question) => question.row('Technician', technicianId) },
      customer: { value: ({ customerId }, question) => question.row('Customer', customerId) },
      ticket: { value: ({ ticketId }, question) => question.row('Ticket', ticketId) },
      contract: { value: ({ contractId }, question) => question.row('Contract', contractId) },
      extraCost: { value: ({ extraCost, currency }) => extraCost && { amount: extraCost, currency } },
      // Own ones with TIME_WRITE, others' with BILLING_WRITE.
      viewerCanEdit: {
        value: ({ technicianId }, { asker: { id, permissions } }) =>
          permissions.has('BILLING_WRITE') || (technicianId === id && permissions.has('TIME_WRITE')),
      },
    }),
    TimeWeek: typeOf<Week>(timeReaders, {
      ...columns<Week>().plain('startsOn', 'endsOn'),
      minutes: { value: (week, question) => minutesOf(inWeek(week, question)) },
      billableMinutes: { value: (week, question) => minutesOf(billable(inWeek(week, question))) },
      days: {
        value: ({ technicianId, startsOn }) =>
          Array.from({ length: 7 }, (_, index): Day => ({ technicianId, on: dayOn(startsOn, index) })),
      },
      entries: connection<TimeEntryRow, Week>('TimeEntry', 'entries', { of: ofWeek, order: byInstant('workedOn') }),
    }),
    TimeDay: typeOf<Day>(timeReaders, {
      ...columns<Day>().plain('on'),
      minutes: { value: (day, question) => minutesOf(onDay(day, question)) },
      billableMinutes: { value: (day, question) => minutesOf(billable(onDay(day, question))) },
    }),
    RunningTimer: typeOf<TimerRow>(staff, {
      ...timer.plain('id', 'note'),
      startedAt: { value: ({ startedAt }) => printed(startedAt) },
      // A timer stays one's own; what it was started for may have gone out of sight.
      customer: { value: ({ customerId }, question) => question.row('Customer', customerId) },
      ticket: { value: ({ ticketId }, question) => question.row('Ticket', ticketId) },
      contract: { value: ({ contractId }, question) => question.row('Contract', contractId) },
    }),
    TimeAllowance: typeOf<Allowance>(writers, {
      ...columns<Allowance>().plain('underContract', 'currency', 'mayAddCost', 'mayAddTime', 'weekMinutes'),
      ...columns<Allowance>().plain('weekMinutesLeft', 'overtime', 'creditMinutesLeft', 'overage'),
    }),
  },
  roots: {
    timeEntries: {
      ...connection('TimeEntry', 'timeEntries', { filter: 'TimeEntryFilter', orderBy: 'TimeEntryOrder' }),
      rule: timeReaders,
    },
    timeEntry: {
      rule: timeReaders,
      args: { id: anId('TimeEntry') },
      value: (_row: unknown, question, { id }) => question.row('TimeEntry', String(id)),
    },
    timeWeek: {
      rule: timeReaders,
      args: { on: aDay, technicianId: anId('Technician') },
      value: (_row: unknown, question, args) => weekOf(question, args),
    },
    timeAllowance: {
      rule: writers,
      args: { on: aDay, ticketId: anId('Ticket'), contractId: anId('Contract') },
      value: (_row: unknown, question, args) => allowance(question, args),
    },
  },
  filters: {
    TimeEntryFilter: {
      technicianId: where(anId('Technician'), (row: TimeEntryRow, id: string) => row.technicianId === id),
      customerId: where(anId('Customer'), (row: TimeEntryRow, id: string) => row.customerId === id),
      contractId: where(anId('Contract'), (row: TimeEntryRow, id: string) => row.contractId === id, contractReaders),
      ticketId: where(anId('Ticket'), (row: TimeEntryRow, id: string) => row.ticketId === id),
      workedAfter: where(aDay, (row: TimeEntryRow, day: string) => row.workedOn > day),
      workedBefore: where(aDay, (row: TimeEntryRow, day: string) => row.workedOn < day),
      updatedAfter: where(anInstant, (row: TimeEntryRow, after: string) => row.updatedAt > instantOf(after)),
      billable: where(aFlag, (row: TimeEntryRow, wanted: boolean) => row.billable === wanted),
    },
  },
  orders: {
    TimeEntryOrder: { WORKED_ON_ASC: byInstant('workedOn'), WORKED_ON_DESC: byInstant('workedOn', true) },
  },
  mutations: {
    logTime: {
      rule: writers,
      harmless: ({ missing, today }) => ({ ticketId: missing[0], workedOn: today, minutes: 5 }),
      good: (question) => {
        const [ticket] = question.rows<TicketRow>('Ticket')
        return ticket ? { ticketId: ticket.id, workedOn: question.world.today, minutes: 5 } : null
      },
      ids: { ticketId: 'Ticket', contractId: 'Contract', technicianId: 'Technician' },
      // Nobody said is oneself.
      guarded: { technicianId: { rule: others, value: '00000000-0000-4000-a000-000000000000' } },
    },
    updateTimeEntry: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'TimeEntry' },
    },
    deleteTimeEntry: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'TimeEntry' },
    },
    startTimer: {
      rule: own,
      harmless: ({ missing }) => ({ ticketId: missing[0], running: 'DISCARD' }),
      good: (question) => {
        const [ticket] = question.rows<TicketRow>('Ticket')
        return ticket ? { ticketId: ticket.id, running: 'DISCARD' } : null
      },
      ids: { ticketId: 'Ticket', contractId: 'Contract' },
    },
    stopTimer: {
      rule: own,
      harmless: ({ missing }) => ({ id: missing[0] }),
      good: () => ({}),
      ids: { id: 'RunningTimer' },
    },
    discardTimer: {
      rule: own,
      harmless: ({ missing }) => ({ id: missing[0] }),
      good: () => ({}),
      ids: { id: 'RunningTimer' },
    },
  },
}

function weekOf(question: Question, { on, technicianId }: Args): Week | null {
  const technician = question.row<TechnicianRow>('Technician', (technicianId as string | null) ?? question.asker.id)
  const startsOn = mondayOf(String(on))
  return technician && { technicianId: technician.id, startsOn, endsOn: dayOn(startsOn, 6) }
}

interface Allowance {
  underContract: boolean
  currency: string | null
  mayAddCost: boolean
  mayAddTime: boolean
  weekMinutes: number | null
  weekMinutesLeft: number | null
  overtime: string | null
  creditMinutesLeft: number | null
  overage: string | null
}

const unlimited: Allowance = {
  underContract: false,
  currency: null,
  mayAddCost: false,
  mayAddTime: false,
  weekMinutes: null,
  weekMinutesLeft: null,
  overtime: null,
  creditMinutesLeft: null,
  overage: null,
}

/** What is worked on must be there for the one who asks; a contract that is not said is the ticket's, null is none. */
function allowance(question: Question, { on, ticketId, contractId }: Args): Allowance | null {
  const { world } = question
  if (!ticketId && !contractId) return null
  const ticket = ticketId ? question.row<TicketRow>('Ticket', ticketId as string) : null
  const asked = contractId === undefined ? (ticket?.contractId ?? null) : (contractId as string | null)
  const contract = asked ? question.row<ContractRow>('Contract', asked) : null
  if ((ticketId && !ticket) || (asked && (!contract || contract.draft))) return null
  if (ticket && contract && ticket.customerId !== contract.customerId) return null
  if (!contract) return unlimited
  const day = Temporal.PlainDate.from(String(on))
  const agreement = agreementOf(contract, world)
  if (!termOn(agreement, day)) return unlimited
  const pricing = pricingOn(agreement, day)
  if (!pricing) return { ...unlimited, underContract: true }
  const { plan, mayAddCost, mayAddTime } = pricing
  const work = workOf(contract, world)
  const periods = billedPeriods(agreement)
  const priced = priceAt(
    periods,
    periods.findIndex((period) => within(day, period)),
    work,
    'Europe/Istanbul',
  )
  const isHourly = plan.pricingMethod === 'HOURLY'
  const granted = priced.granted.plus(priced.brought)
  const week = isHourly && plan.weeklyHourLimit ? plan.weeklyHourLimit.times(60) : null
  const monday = mondayOf(day.toString())
  const worked = minutesOf(
    billable(world.timeEntries).filter(
      (row) => row.contractId === contract.id && row.workedOn >= monday && row.workedOn <= dayOn(monday, 6),
    ),
  )
  return {
    underContract: true,
    currency: plan.currency,
    mayAddCost,
    mayAddTime,
    overtime: plan.overtime,
    overage: plan.overage,
    weekMinutes: week && week.floor().toNumber(),
    weekMinutesLeft: week && Math.max(0, week.minus(worked).floor().toNumber()),
    creditMinutesLeft:
      isHourly && (plan.includedHours || !granted.isZero()) ? granted.minus(priced.used).floor().toNumber() : null,
  }
}
