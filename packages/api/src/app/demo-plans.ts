/** The demo's service plans, one of every kind, and the organization's calendar. */
import { newId } from '../core/db/ids.ts'
import { turkishHolidays } from '../features/plans/index.ts'

type Insert = (table: string, row: Record<string, unknown>) => Promise<void>

interface DemoPlan {
  title: string
  description: string
  inactive?: boolean
  /** Columns of the revision that differ from a monthly plan by the hour, billed in arrears. */
  terms: Record<string, unknown>
  rates?: readonly [number, number, number, number]
  /** What an earlier revision had. */
  before?: Record<string, unknown>
}

const bands = ['OPERATIONAL', 'NON_OPERATIONAL', 'WEEKEND', 'HOLIDAY'] as const

const plans: readonly DemoPlan[] = [
  {
    title: 'Aylık 20 saat',
    description: 'Yazılım ve altyapı desteği; aşan saatler fiyatıyla faturalanır.',
    terms: { fixed_fee: 20_000, included_hours: 20, hourly_rate: 1_200, technician_may_add_cost: true },
    before: { hourly_rate: 1_100 },
  },
  {
    title: 'Aylık 40 saat, devreden',
    description: 'Kullanılmayan saatler iki dönem daha durur; haftada 15 saati aşan iş fazla mesaidir.',
    terms: {
      fixed_fee: 36_000,
      included_hours: 40,
      hourly_rate: 1_150,
      weekly_hour_limit: 15,
      overtime: 'BILLED_AT_OVERTIME_RATE',
      overtime_multiplier: 1.5,
      roll_over_unused: true,
      roll_over_cap: 20,
      roll_over_periods: 2,
      technician_may_add_cost: true,
      technician_may_add_time: true,
    },
  },
  {
    title: 'Kullandıkça öde',
    description: 'Sabit ücret yok; saat, çalışıldığı zaman diliminin fiyatıyla faturalanır.',
    terms: { cost_bases: ['DIFFERENTIAL'], technician_may_add_cost: true },
    rates: [1_000, 1_500, 2_000, 2_500],
  },
  {
    title: 'Kayıt paketi',
    description: 'Üç ayda 30 kayıt; sonrası kayıt başına.',
    terms: {
      pricing_method: 'PER_TICKET',
      billing_method: 'IN_ADVANCE',
      billing_period: 'QUARTERLY',
      fixed_fee: 24_000,
      included_tickets: 30,
      ticket_rate: 950,
      cost_bases: [],
    },
  },
  {
    title: 'Sabit bakım',
    description: 'Ne kadar iş olursa olsun aylık tek tutar.',
    terms: { pricing_method: 'FLAT', billing_method: 'IN_ADVANCE', fixed_fee: 15_000, cost_bases: [] },
  },
  {
    title: 'Yıllık nöbet (eski)',
    description: 'Mesai dışı nöbet; yeni sözleşmelerde önerilmez.',
    inactive: true,
    terms: {
      billing_method: 'IN_ADVANCE',
      billing_period: 'YEARLY',
      fixed_fee: 96_000,
      hourly_rate: 900,
      cost_bases: ['FIXED', 'DIFFERENTIAL'],
    },
    rates: [0, 450, 900, 1_350],
  },
]

export interface DemoPlanRow {
  id: string
  title: string
  /** Since when each one was the newest, oldest first. */
  revisions: { revision: number; since: Date }[]
}

/** Fills the calendar with the holidays of this and the next year, and the plans with their revisions. */
export async function fillPlans(insert: Insert, daysAgo: (days: number) => Date): Promise<DemoPlanRow[]> {
  const year = new Date().getUTCFullYear()
  const since = daysAgo(370)
  await insert('working_calendar', {
    id: newId(),
    name: 'Türkiye, hafta içi 09:00–18:00',
    time_zone: 'Europe/Istanbul',
    working_hours: JSON.stringify([1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }))),
    holidays: JSON.stringify([year, year + 1].flatMap(turkishHolidays)),
    standard: true,
    created_at: since,
    updated_at: since,
  })
  const rows: DemoPlanRow[] = []
  for (const [index, plan] of plans.entries())
    rows.push(await fillPlan(insert, plan, daysAgo(365 - index * 20), daysAgo(45)))
  return rows
}

async function fillPlan(insert: Insert, plan: DemoPlan, since: Date, changed: Date): Promise<DemoPlanRow> {
  const id = newId()
  const revision = plan.before ? 2 : 1
  await insert('service_plan', {
    id,
    revision,
    title: plan.title,
    description: plan.description,
    active: !plan.inactive,
    created_at: since,
    updated_at: plan.before ? changed : since,
  })
  const terms = {
    plan_id: id,
    pricing_method: 'HOURLY',
    billing_method: 'IN_ARREARS',
    billing_period: 'MONTHLY',
    currency: 'TRY',
    overtime: 'BILLED_AT_RATE',
    overage: 'BILLED',
    credit_covers_operational_only: false,
    roll_over_unused: false,
    technician_may_add_cost: false,
    technician_may_add_time: false,
    cost_bases: ['FIXED'],
    band_rates: JSON.stringify(
      bands.flatMap((band, i) => (plan.rates ? [{ band, amount: `${plan.rates[i]}.0000` }] : [])),
    ),
    ...plan.terms,
  }
  if (plan.before) await insert('service_plan_revision', { ...terms, ...plan.before, revision: 1, created_at: since })
  await insert('service_plan_revision', { ...terms, revision, created_at: plan.before ? changed : since })
  const revisions = [{ revision: 1, since }, ...(plan.before ? [{ revision: 2, since: changed }] : [])]
  return { id, title: plan.title, revisions }
}
