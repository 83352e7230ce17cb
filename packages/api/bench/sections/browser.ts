/** The list of tickets in a real browser: from Enter to the frame with the first rows. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { startAccord } from '../contenders.ts'
import type { BenchDatabase } from '../database.ts'
import { askOnce } from '../http.ts'
import type { People, Person } from '../people.ts'
import type { Figure } from '../report.ts'
import { median, quantile } from '../statistics.ts'
import { ticketsFound } from '../ticket-queries.ts'
import { busiest, texts } from './tickets.ts'

const script = join(import.meta.dirname, '../../../web/e2e/first-rows.ts')
const statuses = ['OPEN', 'WAITING', 'CLOSED']
const usualOrder = 'UPDATED_AT_DESC'

/** Lists filtered by status and assignee, and texts typed above them: a technician's own, and the desk's busiest five. */
export async function browser({ large }: BenchDatabase, people: People): Promise<Figure[]> {
  const busy = await busiest(large)
  const server = await startAccord(large)
  try {
    const figures: Figure[] = []
    for (const person of [people.technician, people.admin]) {
      const assignees = person === people.admin ? busy : [person.principal.id]
      const lists = []
      for (const assignee of assignees)
        for (const status of statuses) {
          const filter = { status: [status], assigneeId: assignee }
          const all = await firstOf(server.port, person, filter)
          if (all === null) continue
          const typed = []
          for (const text of texts) typed.push({ text, first: await firstOf(server.port, person, { ...filter, text }) })
          lists.push({ search: `status=${status}&assignee=${assignee}`, typed })
        }
      const [name, value] = person.headers['cookie']!.split('=') as [string, string]
      const taken = await inBrowser({ address: `http://127.0.0.1:${server.port}`, cookie: { name, value }, lists })
      const shown = taken.map((each) => each.shown)
      figures.push({
        what: `first rows by status, assignee and text, ${person.what}: p95`,
        value: quantile(shown, 0.95),
        unit: 'ms',
        most: 150,
        note: `median ${median(shown).toFixed(1)}, of it until the answer ${median(taken.map(({ answered }) => answered)).toFixed(1)}`,
      })
    }
    return figures
  } finally {
    await server.stop()
  }
}

/** Number of the ticket that the list begins with. */
async function firstOf(port: number, { headers }: Person, filter: object): Promise<string | null> {
  const { tickets } = (await askOnce({
    port,
    path: '/graphql',
    headers,
    body: { query: ticketsFound, variables: { filter, orderBy: usualOrder } },
  })) as { tickets: { nodes: { number: string }[] } }
  return tickets.nodes[0]?.number ?? null
}

/** The browser belongs to the web package, which knows nothing of this one. */
async function inBrowser(asked: object): Promise<{ shown: number; answered: number }[]> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(asked))
  const [taken] = await Promise.all([json(child.stdout), once(child, 'close')])
  return taken as { shown: number; answered: number }[]
}
