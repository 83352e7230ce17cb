/** How service plans and working calendars stand on their tables, for `core/read`. */
import { money } from '../../core/graphql/money.ts'
import { column, connection, equals, folded, list, one, type Order, type TypeModel } from '../../core/read/model.ts'

const byTitle: Order = {
  desc: false,
  keys: [
    { sql: (t) => `${t}.title`, cast: 'text', collate: '"tr-x-icu"' },
    { sql: (t) => `${t}.id`, cast: 'uuid' },
  ],
}

/** A plan with its newest revision. Few rows: an organization has dozens of them. */
const planTable = `(select p.id, p.version, p.title, p.description, p.active, p.updated_at, p.search_fold, p.created_at as entered_at, r.*
  from service_plan p join service_plan_revision r on r.plan_id = p.id and r.revision = p.revision)`

const amount = (name: string) => money(name, 'currency')
/** Exact numbers as people write them: no zeros behind. */
const plain = (name: string) => column((t) => `trim_scale(${t}.${name})`)

const parts = (name: string, columns: string) => (t: string, p: string) =>
  `jsonb_to_recordset(${p}.${name}) as ${t}(${columns})`

export const planModels: TypeModel[] = [
  {
    name: 'ServicePlan',
    table: planTable,
    orders: { TITLE_ASC: byTitle },
    defaultOrder: 'TITLE_ASC',
    filters: {
      text: folded('search_fold'),
      active: equals('active', 'boolean'),
      pricingMethod: equals('pricing_method', 'text'),
    },
    fields: {
      createdAt: column((t) => `${t}.entered_at`),
      fixedFee: amount('fixed_fee'),
      hourlyRate: amount('hourly_rate'),
      ticketRate: amount('ticket_rate'),
      includedHours: plain('included_hours'),
      weeklyHourLimit: plain('weekly_hour_limit'),
      overtimeMultiplier: plain('overtime_multiplier'),
      rollOverCap: plain('roll_over_cap'),
      bandRates: {
        is: 'list',
        to: 'BandRate',
        from: (t, p) =>
          `(select x.band, x.amount, ${p}.currency as currency from ${parts('band_rates', 'band text, amount numeric')('x', p)}) ${t}`,
        on: () => 'true',
        order: (t) => `array_position(array['OPERATIONAL', 'NON_OPERATIONAL', 'WEEKEND', 'HOLIDAY'], ${t}.band)`,
      },
      calendar: one('WorkingCalendar', (c, p) => `${c}.id = ${p}.calendar_id`),
    },
  },
  { name: 'BandRate', fields: { rate: amount('amount') } },
  {
    name: 'WorkingCalendar',
    table: 'working_calendar',
    fields: {
      workingHours: {
        is: 'list',
        to: 'WorkingHours',
        from: parts('working_hours', 'weekday int, "from" text, "to" text'),
        on: () => 'true',
        order: (t) => `${t}.weekday, ${t}."from"`,
      },
      holidays: {
        is: 'list',
        to: 'Holiday',
        from: parts('holidays', '"on" date, name text, "from" text'),
        on: () => 'true',
        order: (t) => `${t}."on"`,
      },
    },
  },
  { name: 'WorkingHours', fields: { from: column((t) => `${t}."from"`), to: column((t) => `${t}."to"`) } },
  { name: 'Holiday', fields: { on: column((t) => `${t}."on"`), from: column((t) => `${t}."from"`) } },
]

/** Root fields of Query that this feature answers with SQL. */
export const planRoots: TypeModel['fields'] = {
  servicePlans: connection('ServicePlan'),
  servicePlan: one('ServicePlan', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
  workingCalendars: list(
    'WorkingCalendar',
    () => 'true',
    (t) => `${t}.name collate "tr-x-icu", ${t}.id`,
  ),
  workingCalendar: one('WorkingCalendar', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
}
