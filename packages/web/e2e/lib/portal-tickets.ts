/** Tickets for the portal's tests: opened by contacts, worked on by the administrator. */
import { ADMIN, ask, change, changeAs, unique } from './accord.ts'

export interface MadeTicket {
  id: string
  number: string
  subject: string
}

/** A ticket that a contact opens. */
export async function openTicket(
  email: string,
  given: { kind?: 'INCIDENT' | 'REQUEST'; subject?: string; description?: string } = {},
): Promise<MadeTicket> {
  const input = {
    kind: given.kind ?? 'INCIDENT',
    subject: given.subject ?? unique('Yazıcı kâğıt sıkıştırıyor'),
    description: given.description ?? 'Muhasebedeki yazıcı sabahtan beri her sayfada duruyor.',
  }
  const { ticket } = await changeAs<{ ticket: MadeTicket }>(
    email,
    'createTicket',
    'ticket { id number subject }',
    input,
  )
  return ticket
}

/** Moves a ticket on, from one status to the next. */
export async function moveTicket({ id }: { id: string }, ...statuses: string[]): Promise<void> {
  for (const status of statuses) {
    const { ticket } = await ask<{ ticket: { version: number } }>(
      ADMIN,
      'query ($id: ID!) { ticket(id: $id) { version } }',
      { id },
    )
    await change('updateTicket', 'ticket { id }', { id, version: ticket.version, status })
  }
}

/** Asks a contact for approval of a request. */
export async function askApproval({ id }: { id: string }, ...approvers: { id: string }[]): Promise<void> {
  await change('requestApproval', 'ticket { id }', { ticketId: id, approverIds: approvers.map((each) => each.id) })
}

/** What staff write on a ticket. */
export async function answerTicket(
  { id }: { id: string },
  body: string,
  internal = false,
  attachmentIds: string[] = [],
): Promise<void> {
  await change('addComment', 'comment { id }', { ticketId: id, body, internal, attachmentIds })
}

/** Gives or takes the right to all records of the company. */
export async function setCompanyRight({ id }: { id: string }, seesCompanyRecords: boolean): Promise<void> {
  const { contact } = await ask<{ contact: { version: number } }>(
    ADMIN,
    'query ($id: ID!) { contact(id: $id) { version } }',
    { id },
  )
  await change('updateContact', 'contact { id }', { id, version: contact.version, seesCompanyRecords })
}
