import { defineEntity, p, type InferEntity } from '@mikro-orm/core'
import { createdAt, id, updatedAt } from '../../core/db/columns.ts'
import { entryPolicies, timerPolicies } from './time.access.ts'

/** Minutes that a technician spent on a ticket or under a contract. */
export const EntryEntity = defineEntity({
  name: 'EntryRow',
  tableName: 'time_entry',
  properties: {
    id: id(),
    version: p.integer().version(),
    // The ticket's or the contract's: taken from there, never said.
    customerId: p.uuid(),
    technicianId: p.uuid(),
    ticketId: p.uuid().nullable(),
    contractId: p.uuid().nullable(),
    workedOn: p.date(),
    startedAt: p.datetime().nullable(),
    // Of the measured minutes: an index cannot add them.
    endedAt: p.datetime().nullable(),
    minutes: p.integer().check('minutes >= 1 and minutes <= 1440'),
    addedMinutes: p.integer().default(0).check('added_minutes >= 0 and added_minutes <= 1440'),
    extraCost: p.decimal().columnType('numeric(14,4)').nullable(),
    currency: p.text().nullable().check("currency ~ '^[A-Z]{3}$'"),
    extraCostReason: p.text().nullable(),
    note: p.text().nullable(),
    billable: p.boolean().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  policies: entryPolicies,
  checks: [
    { name: 'time_entry_for_something', expression: 'ticket_id is not null or contract_id is not null' },
    { name: 'time_entry_cost_has_currency', expression: '(extra_cost is null) = (currency is null)' },
    { name: 'time_entry_end_has_start', expression: '(started_at is null) = (ended_at is null)' },
  ],
  indexes: [
    { name: 'time_entry_by_day', properties: ['workedOn', 'id'] },
    { name: 'time_entry_of_technician', properties: ['technicianId', 'workedOn', 'id'] },
    { name: 'time_entry_of_customer', properties: ['customerId', 'workedOn', 'id'] },
    { name: 'time_entry_of_contract', properties: ['contractId', 'workedOn', 'id'] },
    { name: 'time_entry_of_ticket', properties: ['ticketId', 'workedOn', 'id'] },
  ],
})
export type EntryRow = InferEntity<typeof EntryEntity>

/** The clock that runs for a technician. */
export const TimerEntity = defineEntity({
  name: 'TimerRow',
  tableName: 'running_timer',
  properties: {
    id: id(),
    customerId: p.uuid(),
    technicianId: p.uuid(),
    ticketId: p.uuid().nullable(),
    contractId: p.uuid().nullable(),
    startedAt: p.datetime(),
    note: p.text().nullable(),
  },
  policies: timerPolicies,
  checks: [{ name: 'running_timer_for_something', expression: 'ticket_id is not null or contract_id is not null' }],
  uniques: [{ name: 'running_timer_one_each', properties: ['technicianId'] }],
})
export type TimerRow = InferEntity<typeof TimerEntity>
