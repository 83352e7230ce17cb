/** Accord beside its peers: processor time of the Node process and requests a second, in interleaved rounds of one run. */
import { startAccord, startFloor, startPostgraphile } from '../contenders.ts'
import type { BenchDatabase } from '../database.ts'
import { askOnce, load, type Target } from '../http.ts'
import type { People } from '../people.ts'
import type { ServerProcess } from '../processes.ts'
import { list, postgraphileList } from '../queries.ts'
import type { Figure } from '../report.ts'
import { statementMaker } from '../statement.ts'
import { median } from '../statistics.ts'

const connections = 8
const roundMilliseconds = 2_000
const warmUpMilliseconds = 4_000

interface Contender {
  name: string
  server: ServerProcess
  target: Target
  /** Milliseconds of processor time for a request, and requests a second, of each round. */
  cpu: number[]
  rate: number[]
}

/** What all of them are asked. */
export interface Work {
  query: string
  /** The same for PostGraphile. */
  postgraphileQuery: string
  /** The root field, and what of its nodes has to be the same everywhere. */
  field: string
  told: (nodes: never[]) => unknown
  /** At least so many times PostGraphile's requests a second. */
  rate: number
}

interface CustomerNode {
  id: string
  contacts: { id: string }[] | { nodes: { id: string }[] }
}
const customersWork: Work = {
  query: list,
  postgraphileQuery: postgraphileList,
  field: 'customers',
  told: (nodes: CustomerNode[]) =>
    nodes.map(({ id, contacts }) => [
      id,
      ('nodes' in contacts ? contacts.nodes : contacts).map((contact) => contact.id),
    ]),
  rate: 1.2,
}

/** One piece of work, by default the list of customers, asked by the restricted technician. */
export async function peers(
  database: BenchDatabase,
  { technician }: People,
  rounds: number,
  work = customersWork,
): Promise<Figure[]> {
  const { principal, headers } = technician
  const sent = await (await statementMaker())(principal, work.query)
  const settings = {
    role: principal.databaseRole,
    'app.principal': principal.id,
    'app.account': principal.accountId ?? '',
  }
  const servers: ServerProcess[] = []
  const started = async (server: Promise<ServerProcess>) => {
    servers.push(await server)
    return servers.at(-1)!
  }
  const contender = (name: string, server: ServerProcess, query: string, path = '/graphql'): Contender => ({
    name,
    server,
    target: { port: server.port, path, headers, body: { query } },
    cpu: [],
    rate: [],
  })
  try {
    const postgraphile = await started(startPostgraphile(database.large, settings))
    const all = [
      contender('the floor', await started(startFloor(database.large, sent, work.field)), work.query),
      contender('Accord', await started(startAccord(database.large)), work.query),
      contender('PostGraphile', postgraphile, work.postgraphileQuery),
      contender('PostGraphile, told who asks', postgraphile, work.postgraphileQuery, '/fixed'),
    ]
    await compareAnswers(all, work)
    for (const { target } of all) await load(target, connections, warmUpMilliseconds)
    for (let round = 0; round < rounds; round += 1) {
      // Nobody always comes first.
      for (const [place] of all.entries()) await measure(all[(place + round) % all.length]!)
    }
    return figures(all, work)
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

async function measure({ server, target, cpu, rate }: Contender) {
  const before = server.cpuSeconds()
  const { requests, milliseconds } = await load(target, connections, roundMilliseconds)
  cpu.push(((server.cpuSeconds() - before) * 1_000) / requests)
  rate.push((requests * 1_000) / milliseconds)
}

/** All of them must have answered with the same rows, or they did not do the same work. */
async function compareAnswers(all: readonly Contender[], { field, told }: Work) {
  const shapes = await Promise.all(
    all.map(async ({ target }) => {
      const answer = (await askOnce(target)) as Record<string, { nodes: never[] }>
      return JSON.stringify(told(answer[field]!.nodes))
    }),
  )
  for (const [i, shape] of shapes.entries())
    if (shape !== shapes[0]) throw new Error(`${all[i]!.name} answers otherwise than ${all[0]!.name}`)
}

function figures([floor, accord, postgraphile, told]: readonly Contender[], work: Work): Figure[] {
  const ratio = (one: readonly number[], other: readonly number[]) =>
    median(one.map((value, round) => value / other[round]!))
  return [
    ...[floor!, accord!, postgraphile!, told!].flatMap(({ name, cpu, rate }) => [
      { what: `${name}: CPU of a request`, value: median(cpu), unit: 'ms' },
      { what: `${name}: requests a second`, value: median(rate), unit: '/s' },
    ]),
    { what: 'CPU, Accord : the floor', value: ratio(accord!.cpu, floor!.cpu), unit: '×', most: 1.5 },
    { what: 'CPU, Accord : PostGraphile', value: ratio(accord!.cpu, postgraphile!.cpu), unit: '×', most: 0.65 },
    { what: 'CPU, Accord : PostGraphile, told who asks', value: ratio(accord!.cpu, told!.cpu), unit: '×' },
    {
      what: 'requests a second, Accord : PostGraphile',
      value: ratio(accord!.rate, postgraphile!.rate),
      unit: '×',
      least: work.rate,
    },
    {
      what: 'requests a second, Accord : PostGraphile, told who asks',
      value: ratio(accord!.rate, told!.rate),
      unit: '×',
    },
  ]
}
