/** Service plans and working calendars, as the specification has them: our offer, for staff and keys that may read it. */
import type { CalendarRow, HolidayRow, HoursRow, PlanRow, RevisionRow } from '../world/rows.ts'
import type { Asker } from './asker.ts'
import { planContracts } from './contracts.ts'
import { columns, nodesOf, typeOf, where, type Args, type Feature, type FieldOf } from './feature.ts'
import { byCode, byTurkish, fold } from './fold.ts'
import { connection } from './lists.ts'
import { byName, byTitle } from './orders.ts'
import { aPlan, aUsage, aYear, isPriceable, preview, type Line, type Preview } from './plan-preview.ts'
import type { Question } from './question.ts'
import { publicHolidays, yearsAreKnown } from './public-holidays.ts'
import { may } from './rules.ts'
import { aFlag, anId, oneOf, textAbout } from './values.ts'

const readers = may('PLANS_READ')
const writers = may('PLANS_WRITE')
/** They are no customer's: who is limited to some sees them all. */
const ours = ({ kind }: Asker) => kind !== 'CONTACT'

const plan = columns<PlanRow>()
const calendar = columns<CalendarRow>()

const revisionOf = ({ id, revision }: PlanRow, { world }: Question): RevisionRow =>
  world.revisions.find((each) => each.planId === id && each.revision === revision)!

/** What the newest revision says. */
const priced = (...names: (keyof RevisionRow)[]): Record<string, FieldOf<PlanRow>> =>
  Object.fromEntries(names.map((name) => [name, { value: (row, question) => revisionOf(row, question)[name] }]))

/** Exact numbers without the zeros behind. */
const numbers = (
  ...names: ('includedHours' | 'weeklyHourLimit' | 'overtimeMultiplier' | 'rollOverCap')[]
): Record<string, FieldOf<PlanRow>> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { value: (row, question) => revisionOf(row, question)[name]?.replace(/\.?0+$/, '') ?? null },
    ]),
  )

const amounts = (...names: ('fixedFee' | 'hourlyRate' | 'ticketRate')[]): Record<string, FieldOf<PlanRow>> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      {
        value: (row, question) => {
          const { [name]: amount, currency } = revisionOf(row, question)
          return amount === null ? null : { amount, currency }
        },
      },
    ]),
  )

const bands = ['OPERATIONAL', 'NON_OPERATIONAL', 'WEEKEND', 'HOLIDAY']
interface BandRate {
  band: string
  rate: { amount: string; currency: string }
}

const nothing = { workingHours: [], holidays: [] }
const flat: Args = {
  title: 'Yeni plan',
  pricingMethod: 'FLAT',
  billingMethod: 'IN_ADVANCE',
  billingPeriod: 'MONTHLY',
  overtime: 'NOT_BILLED',
  overage: 'NOT_BILLED',
  costBases: [],
  fixedFee: { amount: '10', currency: 'TRY' },
}

export const plans: Feature = {
  nodes: {
    ServicePlan: nodesOf<PlanRow>((world) => world.plans, byTitle(), ours),
    WorkingCalendar: nodesOf<CalendarRow>((world) => world.calendars, byName(), ours),
  },
  types: {
    ServicePlan: typeOf<PlanRow>(readers, {
      ...plan.plain('id', 'version', 'revision', 'title', 'description', 'active'),
      ...plan.instants('createdAt', 'updatedAt'),
      ...priced('pricingMethod', 'billingMethod', 'billingPeriod', 'overtime', 'overage', 'costBases'),
      ...priced('includedTickets', 'creditCoversOperationalOnly', 'rollOverUnused', 'rollOverPeriods'),
      ...priced('technicianMayAddCost', 'technicianMayAddTime'),
      ...numbers('includedHours', 'weeklyHourLimit', 'overtimeMultiplier', 'rollOverCap'),
      ...amounts('fixedFee', 'hourlyRate', 'ticketRate'),
      contracts: planContracts,
      bandRates: {
        value: (row, question) => {
          const { bandRates, currency } = revisionOf(row, question)
          return bands.flatMap((band) =>
            bandRates
              .filter((each) => each.band === band)
              .map(({ amount }): BandRate => ({ band, rate: { amount, currency } })),
          )
        },
      },
      calendar: {
        value: (row, question) => question.row('WorkingCalendar', revisionOf(row, question).calendarId),
      },
    }),
    BandRate: typeOf<BandRate>(readers, columns<BandRate>().plain('band', 'rate')),
    WorkingCalendar: typeOf<CalendarRow>(readers, {
      ...calendar.plain('id', 'version', 'name', 'timeZone', 'standard'),
      workingHours: {
        value: ({ workingHours }) =>
          workingHours.toSorted((left, right) => left.weekday - right.weekday || byCode(left.from, right.from)),
      },
      holidays: { value: ({ holidays }) => holidays.toSorted((left, right) => byCode(left.on, right.on)) },
    }),
    WorkingHours: typeOf<HoursRow>(readers, columns<HoursRow>().plain('weekday', 'from', 'to')),
    Holiday: typeOf<HolidayRow>(readers, columns<HolidayRow>().plain('on', 'name', 'from')),
    PlanPreview: typeOf<Preview>(
      readers,
      columns<Preview>().plain('startsOn', 'endsOn', 'lines', 'total', 'carriedOver'),
    ),
    PriceLine: typeOf<Line>(
      readers,
      columns<Line>().plain('kind', 'quantity', 'unit', 'unitPrice', 'amount', 'givenAway'),
    ),
  },
  roots: {
    servicePlans: { ...connection('ServicePlan', 'servicePlans', { filter: 'ServicePlanFilter' }), rule: readers },
    servicePlan: {
      rule: readers,
      args: { id: anId('ServicePlan') },
      value: (_row: unknown, question, { id }) => question.row('ServicePlan', String(id)),
    },
    workingCalendars: {
      rule: readers,
      value: (_row: unknown, question) =>
        [...question.rows<CalendarRow>('WorkingCalendar')].sort(
          (left, right) => byTurkish(left.name, right.name) || byCode(left.id, right.id),
        ),
    },
    workingCalendar: {
      rule: readers,
      args: { id: anId('WorkingCalendar') },
      value: (_row: unknown, question, { id }) => question.row('WorkingCalendar', String(id)),
    },
    publicHolidays: {
      rule: readers,
      args: { year: aYear },
      accepts: ({ year }) => yearsAreKnown(Number(year)),
      value: (_row: unknown, _question, { year }) => publicHolidays(Number(year)),
    },
    planPreview: {
      rule: readers,
      args: { plan: aPlan, usage: aUsage },
      accepts: (args, _asker, world) => isPriceable(args, world),
      value: (_row: unknown, _question, args) => preview(args),
    },
  },
  filters: {
    ServicePlanFilter: {
      text: where(textAbout('ServicePlan'), ({ title, description }: PlanRow, text: string) =>
        fold(`${title} ${description ?? ''}`).includes(fold(text)),
      ),
      active: where(aFlag, (row: PlanRow, active: boolean) => row.active === active),
      pricingMethod: where(
        oneOf('HOURLY', 'PER_TICKET', 'FLAT'),
        (row: PlanRow, method: string, question) => revisionOf(row, question).pricingMethod === method,
      ),
    },
  },
  mutations: {
    createServicePlan: {
      rule: writers,
      harmless: () => ({ ...flat, title: '' }),
      good: () => flat,
      ids: { calendarId: 'WorkingCalendar' },
    },
    updateServicePlan: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => {
        const row = question.row<PlanRow>('ServicePlan', question.world.plans[0]!.id)
        return row ? { id: row.id, version: row.version } : null
      },
      ids: { id: 'ServicePlan', calendarId: 'WorkingCalendar' },
    },
    deleteServicePlan: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'ServicePlan' },
    },
    createWorkingCalendar: {
      rule: writers,
      harmless: () => ({ ...nothing, name: '', timeZone: 'Europe/Istanbul' }),
    },
    updateWorkingCalendar: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'WorkingCalendar' },
    },
  },
}
