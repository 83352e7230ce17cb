import type { Run } from '../../core/auth/links.ts'
import type { Actor } from '../../core/db/verb.ts'
import type { Em } from '../../core/db/orm.ts'
import { newId } from '../../core/db/ids.ts'
import type { Change } from './audit.entity.ts'

export interface AuditNote {
  /** CREATED, UPDATED, DELETED, or a verb of its own such as ROLE_CHANGED. */
  action: string
  subjectType: string
  subjectId: string
  customerId?: string | null
  changes?: Change[]
}

/** Writes who did what, in the transaction that does it. */
export async function record(em: Em, { principal, ip }: Actor, note: AuditNote): Promise<void> {
  // Not through the identity map: its insert asks for the row back, and a contact may not read audit rows.
  await em.execute(
    `insert into audit_event (id, actor_kind, actor_id, actor_name, action, subject_type, subject_id, customer_id, changes, ip_address)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)`,
    [
      newId(),
      principal.kind,
      principal.id,
      principal.name,
      note.action,
      note.subjectType,
      note.subjectId,
      note.customerId ?? null,
      JSON.stringify(note.changes ?? []),
      ip,
    ],
  )
}

/** Writes what happened by the calendar, with nobody who did it, in the transaction in which it happens. */
export async function recordByCalendar(run: Run, note: AuditNote): Promise<void> {
  await run(
    `insert into audit_event (id, action, subject_type, subject_id, customer_id, changes)
     values ($1, $2, $3, $4, $5, $6::jsonb)`,
    [
      newId(),
      note.action,
      note.subjectType,
      note.subjectId,
      note.customerId ?? null,
      JSON.stringify(note.changes ?? []),
    ],
  )
}

type Plain = string | number | boolean | Date | readonly string[] | null | undefined

const asText = (value: Plain): string | null => {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? value.join(', ') : String(value)
}

/**
 * Sets the given fields of a row and tells what changed. A field left out (undefined) stays; null empties it.
 * Fields are named one by one by the caller: no input is ever poured into a row.
 */
export function change<T extends object>(row: T, fields: { [K in keyof T]?: T[K] | undefined }): Change[] {
  const changes: Change[] = []
  for (const [key, value] of Object.entries(fields) as [keyof T & string, T[keyof T & string] | undefined][]) {
    if (value === undefined) continue
    const [from, to] = [asText(row[key] as Plain), asText(value as Plain)]
    if (from === to) continue
    changes.push({ field: key, from, to })
    row[key] = value
  }
  return changes
}

/** What a new row starts with, as changes from nothing. */
export function created(fields: Record<string, Plain>): Change[] {
  return Object.entries(fields)
    .map(([field, value]) => ({ field, from: null, to: asText(value) }))
    .filter(({ to }) => to !== null && to !== '')
}
