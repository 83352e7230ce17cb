/** What the verbs of tickets share: finding, the right to write, texts. */
import type { Em } from '../../core/db/orm.ts'
import type { VerbContext } from '../../core/db/verb.ts'
import { generic } from '../../core/graphql/messages.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { said } from './messages.ts'
import { contactMayWrite } from './ticket.access.ts'
import { TicketEntity, type TicketRow } from './ticket.entity.ts'

/** A verb that may send mail with a link. */
export type TicketContext = VerbContext & { publicUrl: string }

const maxText = 10_000

/** A text of several lines that must not be empty. */
export function textOf(value: string, field: string): string {
  const text = value.trim()
  if (!text) throw new Problem('REQUIRED', [field])
  if (text.length > maxText)
    throw new Problem('INVALID', [field], { key: generic['text.tooLong'], params: { max: maxText } })
  return text
}
/** The same in an update: it may be left out, never emptied. */
export const textOrSame = (value: string | null | undefined, field: string) => {
  if (value === null) throw new Problem('REQUIRED', [field])
  return value === undefined ? undefined : textOf(value, field)
}

/** Whose audit event it is. */
export const about = (row: TicketRow) => ({ subjectType: 'Ticket', subjectId: row.id, customerId: row.customerId })

/** The ticket as the one who asks sees it, not locked; NOT_FOUND at `path` when it is not there for him or her. */
export async function seen(em: Em, id: string, path: readonly string[] = ['id']): Promise<TicketRow> {
  const row = isUuid(id) ? await em.findOne(TicketEntity, { id }) : null
  if (!row) throw new Problem('NOT_FOUND', path)
  return row
}

/** A contact writes on own tickets, with the company right on colleagues' too; NOT_ALLOWED otherwise. */
export async function assertMayWrite(em: Em, { principal }: VerbContext, id: string, path: readonly string[] = ['id']) {
  if (principal.kind !== 'CONTACT') return
  const [may] = await em.execute<{ may: boolean }[]>(`select ${contactMayWrite()} as may from ticket where id = ?`, [
    id,
  ])
  if (!may?.may) throw new Problem('NOT_ALLOWED', path, { key: said['ticket.colleague'] })
}
