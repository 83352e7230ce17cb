/** The verbs of time entries: logging, changing, deleting. */
import { Temporal } from 'temporal-polyfill'
import { found } from '../../core/db/find.ts'
import { newId } from '../../core/db/ids.ts'
import type { Em } from '../../core/db/orm.ts'
import { excludes, holds, once, StaleVersion, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import type { DeleteInput } from '../../core/graphql/inputs.ts'
import { moneyText } from '../../core/graphql/money.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { change, created, record, type Change } from '../audit/index.ts'
import { askingIn } from '../usage/index.ts'
import { said } from './messages.ts'
import { mayWriteTimeOf } from './time.access.ts'
import { EntryEntity, type EntryRow } from './time.entity.ts'
import type { LogTimeInput, UpdateTimeEntryInput } from './time.inputs.ts'
import { assertWithinLimits, entryOf, standingOn, type Standing } from './time.limits.ts'
import {
  assertMayAdd,
  assertMinutes,
  assertOver,
  assertRoom,
  costOf,
  endOf,
  noteOf,
  type Cost,
  type When,
} from './time.rules.ts'
import { lock, subjectOf, type Subject } from './time.subject.ts'

holds({ time_entry_customer: said['time.holds.customer'] })
excludes('time_entry_apart', ['startedAt'], said['time.overlap'])

/**
 * Logs time. Problems: ticketId REQUIRED, NOT_FOUND; contractId NOT_FOUND, NOT_ALLOWED (does not run on the day);
 * workedOn, startedAt, minutes, addedMinutes INVALID; startedAt CONFLICT (overlaps); extraCost, addedMinutes NOT_ALLOWED by the
 * plan; extraCostReason, note REQUIRED; minutes LIMIT_EXCEEDED; technicianId NOT_FOUND, NOT_ALLOWED.
 */
export function logTime(context: VerbContext, input: LogTimeInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'logTime', input, async () => {
      const when = {
        workedOn: Temporal.PlainDate.from(input.workedOn),
        startedAt: input.startedAt ? new Date(input.startedAt) : null,
        minutes: input.minutes,
        addedMinutes: input.addedMinutes ?? 0,
      }
      assertMinutes(when.minutes, when.addedMinutes)
      assertOver(when, context.clock)
      const subject = await subjectOf(em, input)
      const technician = await technicianOf(em, context, input.technicianId ?? context.principal.id, subject.customerId)
      return {
        timeEntry: await enter(em, context, {
          subject,
          technician,
          when,
          cost: costOf(input.extraCost, input.extraCostReason),
          note: noteOf(input.note),
          billable: input.billable ?? true,
        }),
      }
    }),
  )
}

export interface Given {
  subject: Subject
  technician: { id: string; name: string }
  when: When
  cost: Cost | null
  note: string | null
  billable: boolean
}

/** Writes an entry that is all right, else tells what is not; gives back its id. */
export async function enter(em: Em, context: VerbContext, given: Given): Promise<string> {
  const { subject, technician, when, cost, note, billable } = given
  const row = {
    id: newId(),
    customerId: subject.customerId,
    technicianId: technician.id,
    ticketId: subject.ticket?.id ?? null,
    contractId: subject.contract?.id ?? null,
  }
  await lock(em, row)
  const standing = await runningOn(em, row.contractId, when)
  assertMayAdd(standing?.pricing ?? null, cost, when.addedMinutes)
  await assertRoom(em, technician.id, when, context.clock.timeZone)
  await assertAccepted(em, context, standing, row, when, billable, note)
  em.create(EntryEntity, {
    ...row,
    workedOn: when.workedOn.toString(),
    startedAt: when.startedAt,
    endedAt: endOf(when),
    minutes: when.minutes,
    addedMinutes: when.addedMinutes,
    extraCost: cost?.amount ?? null,
    currency: cost?.currency ?? null,
    extraCostReason: cost?.reason ?? null,
    note,
    billable,
  })
  await em.flush()
  await record(em, context, {
    action: 'CREATED',
    ...about(row),
    changes: created({
      technician: technician.name,
      ticket: subject.ticket?.number,
      contract: subject.contract?.reference,
      workedOn: when.workedOn.toString(),
      startedAt: when.startedAt,
      minutes: when.minutes,
      addedMinutes: when.addedMinutes || null,
      extraCost: cost && moneyText(cost),
      extraCostReason: cost?.reason,
      note,
      billable,
    }),
  })
  return row.id
}

/** Changes an entry. Problems: id NOT_FOUND, NOT_ALLOWED (somebody else's); CONFLICT; else as of logTime. */
export function updateTimeEntry(context: VerbContext, input: UpdateTimeEntryInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, context, input)
    for (const field of ['workedOn', 'minutes'] as const)
      if (input[field] === null) throw new Problem('REQUIRED', [field])
    const before = whenOf(row)
    const when = {
      workedOn: input.workedOn ? Temporal.PlainDate.from(input.workedOn) : before.workedOn,
      startedAt:
        input.startedAt === undefined ? before.startedAt : input.startedAt === null ? null : new Date(input.startedAt),
      minutes: input.minutes ?? before.minutes,
      addedMinutes: input.addedMinutes === undefined ? before.addedMinutes : (input.addedMinutes ?? 0),
    }
    const cost = changedCost(row, input)
    const note = input.note === undefined ? (row.note ?? null) : noteOf(input.note)
    const billable = input.billable ?? row.billable
    const moved = !when.workedOn.equals(before.workedOn)
    const timed =
      moved ||
      when.minutes !== before.minutes ||
      when.addedMinutes !== before.addedMinutes ||
      when.startedAt?.getTime() !== before.startedAt?.getTime()
    if (timed) {
      assertMinutes(when.minutes, when.addedMinutes)
      assertOver(when, context.clock)
    }
    const standing = await runningOn(em, row.contractId ?? null, when)
    // What was let in on this day stays, and is not asked for again.
    const costChanged = cost?.amount !== row.extraCost || cost?.currency !== row.currency
    assertMayAdd(
      standing?.pricing ?? null,
      moved || costChanged ? cost : null,
      moved || when.addedMinutes > before.addedMinutes ? when.addedMinutes : 0,
    )
    if (timed) await assertRoom(em, row.technicianId, when, context.clock.timeZone, row.id)
    if (timed || billable !== row.billable) await assertAccepted(em, context, standing, row, when, billable, note)
    const changes = [
      ...change<EntryRow>(row, {
        workedOn: when.workedOn.toString(),
        startedAt: when.startedAt,
        minutes: when.minutes,
        addedMinutes: when.addedMinutes,
      }),
      ...costChanges(row, cost),
      ...change<EntryRow>(row, { extraCostReason: cost?.reason ?? null, note, billable }),
    ]
    row.endedAt = endOf(when)
    await em.flush()
    if (changes.length) await record(em, context, { action: 'UPDATED', ...about(row), changes })
    return { timeEntry: row.id }
  })
}

/** Deletes an entry. Problems: id NOT_FOUND, NOT_ALLOWED (somebody else's); CONFLICT. */
export function deleteTimeEntry(context: VerbContext, input: DeleteInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, context, input)
    await record(em, context, {
      action: 'DELETED',
      ...about(row),
      changes: [
        { field: 'workedOn', from: row.workedOn, to: null },
        { field: 'minutes', from: String(row.minutes), to: null },
      ],
    })
    await em.nativeDelete(EntryEntity, { id: row.id })
    return { deletedId: row.id }
  })
}

/** The entry, locked after what it is judged by, for who may write it and saw it as it is. */
async function current(em: Em, context: VerbContext, input: { id: string; version: number }): Promise<EntryRow> {
  const [seen] = isUuid(input.id)
    ? await em.execute<Parameters<typeof lock>[1][]>(
        `select customer_id as "customerId", contract_id as "contractId", technician_id as "technicianId"
         from time_entry where id = ?`,
        [input.id],
      )
    : []
  if (!seen) throw new Problem('NOT_FOUND', ['id'])
  if (!mayWriteTimeOf(context.principal, seen.technicianId))
    throw new Problem('NOT_ALLOWED', ['id'], { key: said['time.own'] })
  await lock(em, seen)
  const row = await found(em, EntryEntity, input.id)
  if (row.version !== input.version) throw new StaleVersion({ timeEntry: row.id })
  return row
}

/** Who worked has to see whom it was for. */
async function technicianOf(
  em: Em,
  { principal }: VerbContext,
  id: string,
  customerId: string,
): Promise<{ id: string; name: string }> {
  if (id === principal.id) return { id, name: principal.name }
  const [known] = isUuid(id)
    ? await em.execute<{ id: string; name: string; may: boolean }[]>('select id, name, may from app_assignee(?, ?)', [
        id,
        customerId,
      ])
    : []
  if (!known) throw new Problem('NOT_FOUND', ['technicianId'])
  if (!known.may) throw new Problem('NOT_ALLOWED', ['technicianId'], { key: said['time.technician.cannotSee'] })
  return known
}

/** The contract, which has to run on the day. */
async function runningOn(em: Em, contractId: string | null, { workedOn }: When): Promise<Standing | null> {
  if (!contractId) return null
  const standing = await standingOn(askingIn(em), contractId, workedOn)
  if (!standing) throw new Problem('NOT_ALLOWED', ['contractId'], { key: said['time.contract.notThen'] })
  return standing
}

async function assertAccepted(
  em: Em,
  { clock }: VerbContext,
  standing: Standing | null,
  row: { id: string; contractId?: string | null },
  when: When,
  billable: boolean,
  note: string | null,
): Promise<void> {
  if (!standing || !row.contractId) return
  const where = { agreement: standing.agreement, contract: row.contractId, zone: clock.timeZone }
  await assertWithinLimits(askingIn(em), where, entryOf(row.id, when, billable), note)
}

const about = (row: { id: string; customerId: string }) => ({
  subjectType: 'TimeEntry',
  subjectId: row.id,
  customerId: row.customerId,
})

const whenOf = (row: EntryRow): When => ({
  workedOn: Temporal.PlainDate.from(row.workedOn),
  startedAt: row.startedAt ?? null,
  minutes: row.minutes,
  addedMinutes: row.addedMinutes,
})

/** The extra cost after a change; what is left out stays, and a reason goes with its amount. */
function changedCost(row: EntryRow, input: UpdateTimeEntryInput): Cost | null {
  const before = row.extraCost ? { amount: row.extraCost, currency: row.currency!, reason: row.extraCostReason! } : null
  if (input.extraCost === undefined && input.extraCostReason === undefined) return before
  if (input.extraCost === null) return costOf(null, input.extraCostReason)
  const reason = input.extraCostReason === undefined ? before?.reason : input.extraCostReason
  if (input.extraCost) return costOf(input.extraCost, reason)
  if (!before) return costOf(null, reason)
  return { ...before, reason: costOf({ amount: '0', currency: before.currency }, reason)!.reason }
}

function costChanges(row: EntryRow, cost: Cost | null): Change[] {
  const text = (of: { amount: string; currency: string } | null) => of && moneyText(of)
  const from = text(row.extraCost ? { amount: row.extraCost, currency: row.currency! } : null)
  const to = text(cost)
  row.extraCost = cost?.amount ?? null
  row.currency = cost?.currency ?? null
  return from === to ? [] : [{ field: 'extraCost', from, to }]
}
