import { defineEntity, p, type InferEntity } from '@mikro-orm/core'
import { createdAt, id, updatedAt } from '../../core/db/columns.ts'
import { planPolicies } from './plan.access.ts'

export interface StoredHours {
  weekday: number
  from: string
  to: string
}
export interface StoredHoliday {
  on: string
  name: string
  from?: string | null
}

/** Weekly working hours, holidays and the time zone that cut work into bands. */
export const CalendarEntity = defineEntity({
  name: 'CalendarRow',
  tableName: 'working_calendar',
  properties: {
    id: id(),
    version: p.integer().version(),
    name: p.text(),
    timeZone: p.text(),
    workingHours: p.json<StoredHours[]>(),
    holidays: p.json<StoredHoliday[]>(),
    // The organization's: plans that name no calendar go by it.
    standard: p.boolean().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    nameFold: p.text().nullable().generated('(tr_fold(name)) stored'),
  },
  policies: planPolicies,
  uniques: [
    { name: 'working_calendar_name_taken', properties: ['nameFold'] },
    {
      name: 'working_calendar_one_standard',
      expression: 'create unique index working_calendar_one_standard on working_calendar (standard) where standard',
    },
  ],
})
export type CalendarRow = InferEntity<typeof CalendarEntity>

/** A service plan; how it prices work stands in its revisions. */
export const PlanEntity = defineEntity({
  name: 'PlanRow',
  tableName: 'service_plan',
  properties: {
    id: id(),
    version: p.integer().version(),
    revision: p.integer(),
    title: p.text(),
    description: p.text().nullable(),
    active: p.boolean().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    searchFold: p.text().nullable().generated("(tr_fold(title || ' ' || coalesce(description, ''))) stored"),
  },
  policies: planPolicies,
  indexes: [
    {
      name: 'service_plan_by_title',
      expression: 'create index service_plan_by_title on service_plan (title collate "tr-x-icu", id)',
    },
  ],
})
export type PlanRow = InferEntity<typeof PlanEntity>

const rate = () => p.decimal().columnType('numeric(14,4)').nullable()
const count = () => p.decimal().columnType('numeric(9,4)').nullable()

/** How a plan prices work. Written once and never changed: what was agreed under it stays what it was. */
export const RevisionEntity = defineEntity({
  name: 'RevisionRow',
  tableName: 'service_plan_revision',
  properties: {
    planId: p.uuid().primary(),
    revision: p.integer().primary(),
    createdAt: createdAt(),
    pricingMethod: p.text().check("pricing_method in ('HOURLY', 'PER_TICKET', 'FLAT')"),
    billingMethod: p.text().check("billing_method in ('IN_ADVANCE', 'IN_ARREARS')"),
    billingPeriod: p
      .text()
      .check("billing_period in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'ONE_OFF')"),
    // One for all amounts of the plan.
    currency: p.text().check("currency ~ '^[A-Z]{3}$'"),
    fixedFee: rate(),
    includedHours: count(),
    includedTickets: p.integer().nullable(),
    weeklyHourLimit: count(),
    hourlyRate: rate(),
    ticketRate: rate(),
    overtime: p.text().check("overtime in ('NOT_BILLED', 'BILLED_AT_RATE', 'BILLED_AT_OVERTIME_RATE', 'REFUSED')"),
    overtimeMultiplier: count(),
    overage: p.text().check("overage in ('BILLED', 'NOT_BILLED', 'REFUSED')"),
    creditCoversOperationalOnly: p.boolean(),
    rollOverUnused: p.boolean(),
    rollOverCap: count(),
    rollOverPeriods: p.integer().nullable(),
    technicianMayAddCost: p.boolean(),
    technicianMayAddTime: p.boolean(),
    costBases: p.array().columnType('text[]'),
    bandRates: p.json<{ band: string; amount: string }[]>(),
    calendarId: p.uuid().nullable(),
  },
  policies: planPolicies,
  indexes: [{ name: 'service_plan_revision_of_calendar', properties: ['calendarId'] }],
})
