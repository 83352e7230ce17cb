/** Who asks, any object by its id, and looking for things, as the specification has them. */
import type { ContactRow, ContractRow, CustomerRow, NodeRow, PlanRow, SessionRow, TicketRow } from '../world/rows.ts'
import { isStaff, type Asker } from './asker.ts'
import { contractText } from './contract-rules.ts'
import { contactText, customerText } from './customers.ts'
import { printed, typeOf, type Feature } from './feature.ts'
import { byCode, byTurkish, fold, likeness } from './fold.ts'
import { allPermissions } from './permissions.ts'
import type { Question } from './question.ts'
import { anybody, customerReaders, people } from './rules.ts'
import { scopesOf, ticketText } from './ticket-rules.ts'
import { anyId, textAbout } from './values.ts'

const usualHits = 25
const fewestLetters = 2

export const viewer: Feature = {
  types: {
    Viewer: typeOf<Asker>(anybody, {
      kind: { value: ({ kind }) => kind },
      person: {
        value: (asker, question) =>
          asker.kind === 'PARTNER' ? null : question.object(isStaff(asker) ? 'Technician' : 'Contact', asker.id),
      },
      permissions: { value: ({ permissions }) => allPermissions.filter((each) => permissions.has(each)) },
      ticketScopes: { value: ({ contact }) => (contact ? scopesOf(contact) : []) },
      today: { value: (_asker, { world }) => world.today },
      locale: { value: ({ locale }) => locale },
      onlyAuthorizedCustomers: { value: ({ kind, reach }) => kind !== 'CONTACT' && reach !== null },
      runningTimer: {
        only: ['ADMIN', 'TECHNICIAN'],
        value: ({ id }, { world }) => world.timers.find(({ technicianId }) => technicianId === id) ?? null,
      },
      customer: {
        only: ['CONTACT'],
        value: ({ contact }, question) => question.row('Customer', contact?.customerId ?? null),
      },
    }),
    Session: typeOf<SessionRow>(people, {
      id: { value: ({ id }) => id },
      device: { value: ({ device }) => device },
      ipAddress: { value: ({ ipAddress }) => ipAddress },
      createdAt: { value: ({ createdAt }) => printed(createdAt) },
      lastSeenAt: { value: ({ lastSeenAt }) => printed(lastSeenAt) },
      expiresAt: { value: ({ expiresAt }) => printed(expiresAt) },
      current: { value: ({ id }, { asker }) => id === asker.sessionId },
    }),
  },
  roots: {
    me: { value: (_row: unknown, { asker }) => asker },
    node: {
      args: { id: anyId },
      value: (_row: unknown, question, { id }) => find(question, String(id)),
    },
    search: {
      rule: customerReaders,
      args: {
        text: textAbout('Customer', 'Contact', 'Ticket', 'Contract', 'ServicePlan'),
        first: ({ dice }) => dice.pick([1, 2, 5, 100]),
      },
      accepts: ({ text }) => typedWords(String(text)).join(' ').length >= fewestLetters,
      value: (_row: unknown, question, { text, first }) =>
        search(question, String(text)).slice(0, (first as number | null) ?? usualHits),
    },
    sessions: {
      rule: people,
      value: (_row: unknown, { world, asker }) =>
        world.sessions
          .filter(({ accountId, expired }) => accountId === asker.accountId && !expired)
          .sort((left, right) => byCode(right.lastSeenAt, left.lastSeenAt) || byCode(left.id, right.id)),
    },
  },
  mutations: {
    updateProfile: { rule: people, harmless: () => ({ locale: 'xx' }) },
    revokeSession: {
      rule: people,
      harmless: ({ missing }) => ({ id: missing[0] }),
      good: () => ({}),
      ids: { id: 'Session' },
    },
  },
}

/** Any object that is there for the one who asks. */
function find(question: Question, id: string): NodeRow | null {
  for (const [type, { found }] of Object.entries(question.model.nodes)) {
    const row = question.object(type, id)
    if (row) return !found || found(question.asker, row as never) ? row : null
  }
  return null
}

/** Shorter words are looked for at the beginnings of words only. */
const short = 3

const typedWords = (text: string): string[] => text.trim().split(/\s+/)

/**
 * Customers, contacts, tickets, contracts and plans that hold all the words, in any order: beginnings of the whole first, then of words,
 * then the likest. A former customer is none of one's customers, and is not found by what one is not told of it.
 */
function search(question: Question, text: string): NodeRow[] {
  const typed = fold(typedWords(text).join(' '))
  const words = typedWords(text).map(fold)
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one))
  const hits = [
    ...(question.open('Customer')
      ? question
          .rows<CustomerRow>('Customer')
          .filter(({ id }) => !question.asker.contact || id === question.asker.contact.customerId)
          .map((row) => ({ row, name: row.name, found: fold(customerText(row)) }))
      : []),
    ...(question.open('Contact')
      ? question.rows<ContactRow>('Contact').map((row) => ({ row, name: row.name, found: fold(contactText(row)) }))
      : []),
    ...(question.open('Ticket')
      ? question.rows<TicketRow>('Ticket').map((row) => ({ row, name: row.subject, found: fold(ticketText(row)) }))
      : []),
    ...(question.open('Contract')
      ? question.rows<ContractRow>('Contract').map((row) => ({ row, name: row.name, found: fold(contractText(row)) }))
      : []),
    ...(question.open('ServicePlan')
      ? question
          .rows<PlanRow>('ServicePlan')
          .map((row) => ({ row, name: row.title, found: fold(`${row.title} ${row.description ?? ''}`) }))
      : []),
  ].filter(
    ({ found }) =>
      words.every((word) => found.includes(word)) &&
      (longest.length >= short || found.startsWith(longest) || found.includes(` ${longest}`)),
  )
  const rank = (found: string) => (found.startsWith(typed) ? 0 : found.includes(` ${typed}`) ? 1 : 2)
  return hits
    .sort(
      (left, right) =>
        rank(left.found) - rank(right.found) ||
        likeness(right.found, typed) - likeness(left.found, typed) ||
        byTurkish(left.name, right.name) ||
        byCode(left.row.id, right.row.id),
    )
    .map(({ row }) => row)
}
