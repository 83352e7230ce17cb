/** The verbs of tickets: opening, changing, reopening, rating. */
import { found } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { holds, once, StaleVersion, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { AssetEntity, type AssetRow } from '../assets/index.ts'
import { attach, foundUploads } from '../attachments/index.ts'
import { change, created, record, type Change } from '../audit/index.ts'
import { ContractEntity, namedContract, statusOf } from '../contracts/index.ts'
import {
  activeCustomer,
  ContactEntity,
  CustomerEntity,
  nameOf,
  nameOrSame,
  type ContactRow,
} from '../customers/index.ts'
import { writeComment } from './comment.service.ts'
import { said } from './messages.ts'
import { contactOpened } from './ticket.access.ts'
import { TicketEntity, type TicketRow } from './ticket.entity.ts'
import type { CreateTicketInput, RateTicketInput, ReopenTicketInput, UpdateTicketInput } from './ticket.inputs.ts'
import { askByContractType } from './approval.service.ts'
import { tellAssignment, tellResolution } from './ticket.mails.ts'
import { about, assertMayWrite, seen, textOf, textOrSame, type TicketContext } from './ticket.rules.ts'
import { moves, movesOf, reopenable, reopenDays, type Status } from './ticket.status.ts'

holds({
  ticket_customer: said['ticket.holds.customer'],
  ticket_requester: said['ticket.holds.contact'],
  ticket_approval_contact: said['ticket.holds.contact'],
  ticket_asset: said['ticket.holds.asset'],
})

/**
 * Opens a ticket. Problems: requesterId REQUIRED, NOT_FOUND, NOT_ALLOWED; customerId NOT_FOUND, NOT_ALLOWED (inactive);
 * assigneeId NOT_ALLOWED; contractId NOT_FOUND, NOT_ALLOWED (a draft; for a contact one that is not active);
 * attachmentIds NOT_FOUND, LIMIT_EXCEEDED. A request under a contract whose type wants it asks for approval by itself.
 */
export function createTicket(context: TicketContext, input: CreateTicketInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createTicket', input, async () => {
      if (input.customerId) await activeCustomer(em, input.customerId, ['customerId'])
      const requester = await requesterOf(em, context, input)
      // A contact of an inactive customer is not signed in.
      if (context.principal.kind !== 'CONTACT') await activeCustomer(em, requester.customerId, ['customerId'])
      const assignee =
        typeof input.assigneeId === 'string' ? await assigneeOf(em, input.assigneeId, requester.customerId) : null
      const fields = {
        kind: input.kind,
        subject: nameOf(input.subject, ['subject']),
        description: textOf(input.description, 'description'),
        priority: input.priority ?? ('NORMAL' as const),
        assetId: (await assetOf(em, input.assetId, requester.customerId))?.id ?? null,
        contractId: await contractFor(em, context, input.contractId, requester.customerId),
      }
      const uploads = await foundUploads(em, context, input.attachmentIds)
      // Taken last: the series is locked from here to the commit.
      const [next] = await em.execute<{ number: string }[]>('select app_next_ticket_number(?) as number', [
        context.clock.timeZone,
      ])
      const row = em.create(TicketEntity, {
        ...fields,
        number: next!.number,
        status: 'OPEN',
        approval: 'NOT_NEEDED',
        customerId: requester.customerId,
        requesterId: requester.id,
        groupId: requester.groupId,
        assigneeId: assignee?.id ?? null,
      })
      await em.flush()
      await attach(em, uploads, { customerId: row.customerId, ticketId: row.id })
      const asking = await askByContractType(em, context, row)
      await record(em, context, {
        ...about(row),
        action: 'CREATED',
        changes: [
          ...created({
            number: row.number,
            kind: fields.kind,
            subject: fields.subject,
            priority: fields.priority,
            assignee: assignee?.name,
            attachments: uploads.names,
          }),
          ...asking,
        ],
      })
      if (assignee) await tell(em, context, row, assignee)
      return { ticket: row.id }
    }),
  )
}

/**
 * Changes a ticket. Problems: CONFLICT; status NOT_ALLOWED (see `moves`); assigneeId NOT_FOUND or NOT_ALLOWED; assetId,
 * contractId NOT_FOUND (another customer's too); contractId NOT_ALLOWED (a draft).
 */
export function updateTicket(context: TicketContext, input: UpdateTicketInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    const changes = await applyChanges(em, context, row, input)
    if (changes.length) await record(em, context, { ...about(row), action: 'UPDATED', changes })
    return { ticket: row.id }
  })
}

export type TicketChanges = Omit<UpdateTicketInput, 'id' | 'version'>

/** Changes a ticket; without a version as it stands now. Problems: CONFLICT, id NOT_FOUND, and those of a change. */
export async function changeTicket(
  em: Em,
  context: TicketContext,
  { id, version }: { id: string; version: number | undefined },
  changes: TicketChanges,
): Promise<void> {
  const row = version === undefined ? await found(em, TicketEntity, id) : await current(em, { id, version })
  const changed = await applyChanges(em, context, row, changes)
  if (changed.length) await record(em, context, { ...about(row), action: 'UPDATED', changes: changed })
}

async function applyChanges(em: Em, context: TicketContext, row: TicketRow, input: TicketChanges): Promise<Change[]> {
  const to = input.status
  if (to && to !== row.status) assertMayMove(row, to)
  const before = row.assigneeId ?? null
  const assignee =
    typeof input.assigneeId === 'string' && input.assigneeId !== before
      ? await assigneeOf(em, input.assigneeId, row.customerId)
      : null
  const changes = change<TicketRow>(row, {
    subject: nameOrSame(input.subject, ['subject']),
    description: textOrSame(input.description, 'description'),
    priority: input.priority ?? undefined,
    status: to ?? undefined,
  })
  // Told by their names, under the names of their fields: a change is as secret as its field.
  if (input.assetId !== undefined && input.assetId !== (row.assetId ?? null)) {
    const was = row.assetId ? await em.findOne(AssetEntity, { id: row.assetId }) : null
    const asset = await assetOf(em, input.assetId, row.customerId)
    row.assetId = asset?.id ?? null
    changes.push({ field: 'asset', from: was?.name ?? null, to: asset?.name ?? null })
  }
  if (input.contractId !== undefined && input.contractId !== (row.contractId ?? null)) {
    const was = row.contractId ? await em.findOne(ContractEntity, { id: row.contractId }) : null
    const contract = input.contractId ? await namedContract(em, input.contractId, row.customerId) : null
    row.contractId = contract?.id ?? null
    changes.push({ field: 'contract', from: was?.reference ?? null, to: contract?.reference ?? null })
  }
  const moved = changes.some(({ field }) => field === 'status')
  if (moved && to === 'RESOLVED') row.resolvedAt = new Date()
  if (moved && (to === 'CLOSED' || to === 'CANCELLED')) row.closedAt = new Date()
  if (input.assigneeId !== undefined && input.assigneeId !== before) {
    const names = await technicianNames(em, [before])
    row.assigneeId = assignee?.id ?? null
    changes.push({ field: 'assignee', from: before ? (names.get(before) ?? null) : null, to: assignee?.name ?? null })
  }
  await em.flush()
  if (assignee) await tell(em, context, row, assignee)
  if (moved && to === 'RESOLVED') {
    const requester = await em.findOneOrFail(ContactEntity, { id: row.requesterId })
    if (requester.active)
      await tellResolution(em, context.publicUrl, row, requester, String(row.version), '', context.principal.name)
  }
  return changes
}

/** Opens a ticket again; a contact within 14 days of the resolution. Problems: CONFLICT; id NOT_ALLOWED. */
export function reopenTicket(context: TicketContext, input: ReopenTicketInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const visible = await seen(em, input.id)
    await assertMayWrite(em, context, visible.id)
    const row = await current(em, input)
    if (!reopenable.includes(row.status))
      throw new Problem('NOT_ALLOWED', ['id'], { key: said['ticket.reopen.status'] })
    if (context.principal.kind === 'CONTACT' && !(await resolvedLately(em, row.id)))
      throw new Problem('NOT_ALLOWED', ['id'], { key: said['ticket.reopen.late'], params: { days: reopenDays } })
    const changes = change<TicketRow>(row, { status: 'OPEN', resolvedAt: null, closedAt: null })
    await em.flush()
    await record(em, context, {
      ...about(row),
      action: 'REOPENED',
      changes: changes.filter(({ field }) => field === 'status'),
    })
    if (input.comment?.trim()) await writeComment(em, context, row, textOf(input.comment, 'comment'), false)
    return { ticket: row.id }
  })
}

/** The requester says what the solution was worth. Problems: rating INVALID; id NOT_ALLOWED. */
export function rateTicket(context: VerbContext, input: RateTicketInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const { rating } = input
    if (rating < 1 || rating > 5) throw new Problem('INVALID', ['rating'], { key: said['ticket.rate.range'] })
    const visible = await seen(em, input.id)
    const [own] = await em.execute<{ own: boolean }[]>(`select ${contactOpened()} as own from ticket where id = ?`, [
      visible.id,
    ])
    if (!own?.own) throw new Problem('NOT_ALLOWED', ['id'], { key: said['ticket.rate.requester'] })
    const row = await found(em, TicketEntity, visible.id)
    if (!reopenable.includes(row.status)) throw new Problem('NOT_ALLOWED', ['id'], { key: said['ticket.rate.status'] })
    const changes = change<TicketRow>(row, {
      rating,
      ratingComment: input.comment?.trim() ? textOf(input.comment, 'comment') : null,
    })
    await em.flush()
    if (changes.length) await record(em, context, { ...about(row), action: 'RATED', changes })
    return { ticket: row.id }
  })
}

async function current(em: Em, input: { id: string; version: number }): Promise<TicketRow> {
  const row = await found(em, TicketEntity, input.id)
  if (row.version !== input.version) throw new StaleVersion({ ticket: row.id })
  return row
}

function assertMayMove(row: TicketRow, to: Status) {
  if (movesOf(row.status, row.approval).includes(to)) return
  const from: Status = row.status
  if (moves[from].includes(to)) throw new Problem('NOT_ALLOWED', ['status'], { key: said['ticket.status.approval'] })
  throw new Problem('NOT_ALLOWED', ['status'], {
    key: said['ticket.status.illegal'],
    params: { from, to },
  })
}

async function requesterOf(em: Em, { principal }: VerbContext, input: CreateTicketInput): Promise<ContactRow> {
  if (principal.kind === 'CONTACT') return em.findOneOrFail(ContactEntity, { id: principal.id })
  if (input.requesterId === undefined || input.requesterId === null)
    throw new Problem('REQUIRED', ['requesterId'], { key: said['ticket.requester.needed'] })
  if (typeof input.customerId === 'string') await found(em, CustomerEntity, input.customerId, ['customerId'])
  const requester = await found(em, ContactEntity, input.requesterId, ['requesterId'])
  if (typeof input.customerId === 'string' && input.customerId !== requester.customerId)
    throw new Problem('NOT_FOUND', ['requesterId'], { key: said['ticket.requester.other'] })
  if (!requester.active) throw new Problem('NOT_ALLOWED', ['requesterId'], { key: said['ticket.requester.passive'] })
  return requester
}

interface Assignee {
  id: string
  name: string
  email: string
  locale: string
}

/** The technician, who has to be active and to see the customer. */
async function assigneeOf(em: Em, id: string, customerId: string): Promise<Assignee> {
  const [known] = isUuid(id)
    ? await em.execute<(Assignee & { may: boolean })[]>('select * from app_assignee(?, ?)', [id, customerId])
    : []
  if (!known) throw new Problem('NOT_FOUND', ['assigneeId'])
  if (!known.may) throw new Problem('NOT_ALLOWED', ['assigneeId'], { key: said['ticket.assignee.cannotSee'] })
  return known
}

async function technicianNames(em: Em, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows = await em.execute<{ id: string; name: string }[]>(
    'select id, name from technician where id = any(?::uuid[])',
    [`{${ids.filter((id) => id !== null).join(',')}}`],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function assetOf(em: Em, id: string | null | undefined, customerId: string): Promise<AssetRow | null> {
  if (typeof id !== 'string') return null
  const asset = await found(em, AssetEntity, id, ['assetId'])
  if (asset.customerId !== customerId) throw new Problem('NOT_FOUND', ['assetId'])
  return asset
}

/**
 * The contract that a new ticket is under: the named one, or the customer's only active one. A contact names an active
 * one or none, which is then that one too: nobody opens a request beside the contract that says who approves it.
 */
async function contractFor(
  em: Em,
  { principal, clock }: TicketContext,
  id: string | null | undefined,
  customerId: string,
): Promise<string | null> {
  const contact = principal.kind === 'CONTACT'
  if (id === undefined || (id === null && contact)) {
    const [only] = await em.execute<{ id: string | null }[]>('select app_default_contract(?) as id', [customerId])
    return only?.id ?? null
  }
  if (id === null) return null
  const row = await namedContract(em, id, customerId)
  if (contact && statusOf(row, clock.today()) !== 'ACTIVE')
    throw new Problem('NOT_ALLOWED', ['contractId'], { key: said['ticket.contract.inactive'] })
  return row.id
}

/** Nobody is told of what he or she did. */
async function tell(em: Em, context: TicketContext, row: TicketRow, assignee: Assignee): Promise<void> {
  if (assignee.id === context.principal.id) return
  const effect = `${assignee.id}:${row.version}`
  await tellAssignment(em, context.publicUrl, row, assignee, effect, '', context.principal.name)
}

async function resolvedLately(em: Em, id: string): Promise<boolean> {
  const [lately] = await em.execute<{ lately: boolean }[]>(
    `select resolved_at > now() - make_interval(days => ?) as lately from ticket where id = ?`,
    [reopenDays, id],
  )
  return lately?.lately === true
}
