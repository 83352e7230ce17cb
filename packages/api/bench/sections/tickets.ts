/** Tickets: beside the peers, in the database alone, in the portal, and found by status, assignee and text. */
import pg from 'pg'
import { startAccord } from '../contenders.ts'
import type { BenchDatabase, DataSet } from '../database.ts'
import { explain, planOf, type PlanMode } from '../explain.ts'
import { latencies } from '../http.ts'
import type { People, Person } from '../people.ts'
import {
  companyOpen,
  postgraphileTickets,
  ticketCount,
  ticketList,
  ticketsFound,
  ticketsWithPeople,
} from '../ticket-queries.ts'
import type { Figure } from '../report.ts'
import { statementMaker } from '../statement.ts'
import { median, quantile } from '../statistics.ts'
import { peers } from './peers.ts'

const open = ['OPEN', 'IN_PROGRESS', 'WAITING']

/** The list that every list view of tickets asks for, interleaved with the floor and PostGraphile. */
export const ticketPeers = (database: BenchDatabase, people: People, rounds: number): Promise<Figure[]> =>
  peers(database, people, rounds, {
    query: ticketsWithPeople,
    postgraphileQuery: postgraphileTickets,
    field: 'tickets',
    told: (nodes: { id: string; customer: { id: string }; requester: { id: string } }[]) =>
      nodes.map(({ id, customer, requester }) => [id, customer.id, requester.id]),
    rate: 1.3,
  })

/** Milliseconds of the newest 50 and of their number, for technicians who reach few and many customers. */
export async function ticketReach(
  { large }: BenchDatabase,
  { admin, byReach }: People,
  plans: boolean,
): Promise<Figure[]> {
  const statements = await statementMaker()
  const questions = [
    { what: 'newest 50', query: ticketList, most: 15, filter: null },
    { what: 'newest 50 open', query: ticketList, most: 15, filter: { status: open } },
    { what: 'newest 50 waiting', query: ticketList, most: 15, filter: { status: ['WAITING'] } },
    { what: 'number', query: ticketCount, most: 80, filter: null },
    { what: 'number of open', query: ticketCount, most: 80, filter: { status: open } },
  ]
  const figures: Figure[] = []
  for (const { what, query, most, filter } of questions) {
    for (const mode of ['force_custom_plan', 'force_generic_plan'] satisfies PlanMode[]) {
      for (const person of [...byReach.map(([, one]) => one), admin]) {
        const sent = await statements(person.principal, query, { filter })
        const { execution, best, planning } = await explain(large, sent, mode)
        const word = mode === 'force_custom_plan' ? 'custom plan' : 'generic plan'
        const title = `${what}: ${person.what}, ${word}`
        if (plans) console.log(`\n${title}\n${await planOf(large, sent, mode)}`)
        figures.push({
          what: title,
          value: execution,
          unit: 'ms',
          most,
          note: `best ${best.toFixed(1)}${mode === 'force_custom_plan' ? `, + ${planning.toFixed(1)} ms planning` : ''}`,
        })
      }
    }
  }
  return figures
}

/** What the portal's first screen waits for, by a contact who sees all of a large company. */
export async function portal({ large }: BenchDatabase, { contact }: People, times: number): Promise<Figure[]> {
  const asked = { query: companyOpen, variables: { status: open } }
  return [
    await timed(
      large,
      contact,
      'company’s open tickets, first page with counts',
      Array.from({ length: times }, () => asked),
    ),
  ]
}

/** What people type above a list of tickets. */
export const texts = [
  'yazıcı',
  'YAZICI',
  'sunucu',
  'vpn',
  'T-20',
  'depo',
  'irsaliye',
  'kamera gö',
  'olmayan',
  'şif',
  'ek',
  'UPS',
]

/** What a technician types above the own list, and the desk above everybody’s. */
export async function ticketSearch({ large }: BenchDatabase, people: People): Promise<Figure[]> {
  const busy = await busiest(large)
  const figures: Figure[] = []
  for (const person of [people.technician, people.admin]) {
    const assignees = person === people.admin ? busy : [person.principal.id]
    const asked = assignees.flatMap((assigneeId) =>
      texts.flatMap((text) =>
        [open, ['CLOSED'], ['WAITING']].map((status) => ({
          query: ticketsFound,
          variables: { filter: { status, assigneeId, text } },
        })),
      ),
    )
    figures.push(await timed(large, person, 'tickets by status, assignee and text', asked))
  }
  // A text alone may be in every ticket, and then all of them are counted.
  for (const [what, query] of Object.entries({ 'tickets by text alone': ticketList, 'number of these': ticketCount }))
    figures.push(
      await timed(
        large,
        people.admin,
        what,
        texts.flatMap((text) => Array.from({ length: 5 }, () => ({ query, variables: { filter: { text } } }))),
        150,
      ),
    )
  return figures
}

async function timed(data: DataSet, person: Person, what: string, asked: object[], most = 60): Promise<Figure> {
  const server = await startAccord(data)
  try {
    const targets = asked.map((body) => ({ port: server.port, path: '/graphql', headers: person.headers, body }))
    const accept = ({ status, body }: { status: number; body: string }) =>
      status === 200 && !body.startsWith('{"errors"')
    await latencies(targets.slice(0, 20), accept)
    const times = await latencies(targets, accept)
    return {
      what: `${what}, ${person.what}: p95`,
      value: quantile(times, 0.95),
      unit: 'ms',
      most,
      note: `median ${median(times).toFixed(1)}, best ${Math.min(...times).toFixed(1)}`,
    }
  } finally {
    await server.stop()
  }
}

/** Technicians with the most tickets. */
export async function busiest({ ownerUrl }: DataSet): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      'select assignee_id as id from ticket where assignee_id is not null group by 1 order by count(*) desc, 1 limit 5',
    )
    return rows.map(({ id }) => id)
  } finally {
    await client.end()
  }
}
