/**
 * Subscriptions: opened by whom the doors let through, about what is there for him or her, told of nothing else. Asked
 * over a socket, as people do.
 */
import { dial, listen, type Line, type Message } from '../test/features/live-client.ts'
import type { Dice } from './dice.ts'
import type { Caller } from './model/asker.ts'
import type { Case, Oracle } from './oracle.ts'
import type { Question } from './model/question.ts'
import { isInScope, scopes, type Scope } from './model/ticket-rules.ts'
import type { JobRow, TicketRow } from './world/rows.ts'

/** A subscription, and what must come of it. */
interface Listening extends Case {
  /** What it is about was looked for and is not there: nobody can tell why. */
  notThere?: boolean
  /** Tickets that change while it is open, one after the other. */
  changes?: readonly string[]
  /** Ids of which one is told; none: silence is expected. */
  told: readonly string[]
}

/** Openings of one caller: with ids of the own, of others and of nothing; and those that look at all. */
export function listeningsOf(oracle: Oracle, caller: Caller, dice: Dice): Listening[] {
  const question = oracle.questionOf(caller)
  if (!question) return []
  const { world } = oracle
  const about = <Row extends { id: string }>(document: string, all: readonly Row[], there: readonly Row[]) => {
    const hidden = dice.some(
      all.filter((row) => !there.includes(row)),
      1,
      1,
    )
    const ids = [...dice.some(there, 1, 1), ...hidden].map(({ id }) => id)
    return [...ids, world.missing[0]!].map((id): Listening => {
      const isThere = there.some((row) => row.id === id)
      return { caller, document, variables: { id }, notThere: !isThere, told: [id], changes: [id] }
    })
  }
  const tickets = question.rows<TicketRow>('Ticket')
  return [
    ...about('subscription ($id: ID) { it: ticketChanged(ticketId: $id) { id } }', world.tickets, tickets),
    ...about('subscription ($id: ID!) { it: jobProgress(id: $id) { id } }', world.jobs, question.rows<JobRow>('Job')),
    ...about(
      'subscription ($id: ID!) { it: ticketPresence(ticketId: $id) { technicians { name } } }',
      world.tickets,
      tickets,
    ),
    ...[null, ...scopes].map((scope) => atLarge(question, caller, scope, dice)),
  ]
}

/** Whatever changes, of what a setting of the toggle shows: something else does first, then one of them. */
function atLarge(question: Question, caller: Caller, scope: Scope | null, dice: Dice): Listening {
  const { contact } = question.asker
  const isChosen = (row: TicketRow) => scope === null || (contact && isInScope(scope, contact, row, question.world))
  const chosen = question.rows<TicketRow>('Ticket').filter(isChosen)
  const others = dice.some(
    question.world.tickets.filter((row) => !chosen.includes(row)),
    2,
    2,
  )
  return {
    caller,
    document: 'subscription ($scope: TicketScope) { it: ticketChanged(scope: $scope) { id } }',
    variables: { scope },
    told: chosen.map(({ id }) => id),
    changes: [...others, ...dice.some(chosen, 1, 1)].map(({ id }) => id),
  }
}

/** Listens on a port of the house. Lines are kept, one a caller. */
export class Listener {
  private readonly lines = new Map<Caller, Line>()
  private readonly oracle: Oracle
  private readonly port: number

  private constructor(oracle: Oracle, port: number) {
    this.oracle = oracle
    this.port = port
  }

  static async open(oracle: Oracle): Promise<Listener> {
    return new Listener(oracle, await listen(oracle.house))
  }

  close(): void {
    for (const line of this.lines.values()) line.hangUp()
  }

  /** What is wrong with the first subscription that went otherwise; null when none did. */
  async firstWrong(cases: Iterable<Listening>): Promise<string | null> {
    const nothing = new Map<string, string>()
    for (const each of cases) {
      const { caller, document, variables } = each
      const heard = await this.heard(each)
      const wrong = wrongIn(this.oracle, each, heard) ?? betrayed(nothing, each, heard)
      if (wrong) return `${document} with ${JSON.stringify(variables)} by ${caller.label}: ${wrong}`
    }
    return null
  }

  /** The first thing that is said to it. */
  private async heard({ caller, document, variables, changes = [], told }: Listening): Promise<Message> {
    let line = this.lines.get(caller)
    if (!line) this.lines.set(caller, (line = dial(this.port, caller.who)))
    const { id, complete } = await line.subscribe(document, variables)
    const answer = line.until((message) => message.id === id, told.length === 0 ? quietTime : undefined)
    // It may not listen yet when the first of them changes.
    const timer = setInterval(() => void this.touch(changes), often)
    try {
      return await answer.catch(() => ({ id, type: 'silence' }))
    } finally {
      clearInterval(timer)
      complete()
    }
  }

  private async touch(changes: readonly string[]): Promise<void> {
    for (const id of changes)
      await this.oracle.house.sql('update ticket set subject = subject where id::text = $1', [id])
  }
}

const often = 60
/** Time in which something that must not be told would be. */
const quietTime = 400

function wrongIn(oracle: Oracle, listening: Listening, { type, payload }: Message): string | null {
  const expected = oracle.expected(listening, { answers: false })
  const got = `got ${type} ${JSON.stringify(payload)}`
  const [error] = type === 'error' ? (payload as { path?: string[]; extensions: Record<string, unknown> }[]) : []
  if (expected.is === 'FORBIDDEN') {
    const named = expected.closed.some(
      ({ path, lacks }) => path.join('.') === error?.path?.join('.') && lacks === error.extensions['permission'],
    )
    return named ? null : `expected one of ${JSON.stringify(expected.closed)}, ${got}`
  }
  if (expected.is !== 'data' || listening.notThere)
    return error?.extensions['code'] === 'BAD_USER_INPUT' ? null : `expected BAD_USER_INPUT, ${got}`
  if (listening.told.length === 0) return type === 'silence' ? null : `expected silence, ${got}`
  const { id } = type === 'next' ? (payload as { data: { it: { id?: string } } }).data.it : { id: type }
  return id === undefined || listening.told.includes(id) ? null : `expected to be told of what is there, ${got}`
}

/** What is there for others must sound like what is not there at all. */
function betrayed(nothing: Map<string, string>, { caller, document, notThere }: Listening, { payload }: Message) {
  if (!notThere) return null
  const said = JSON.stringify(payload)
  const place = `${caller.label} ${document}`
  const before = nothing.get(place)
  nothing.set(place, said)
  return before === undefined || before === said ? null : `other words than for another one: ${before} / ${said}`
}
