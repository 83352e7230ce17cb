/** The bench's own PostgreSQL in `.data/bench`, with the large data set and a small one beside it. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded, type EmbeddedDatabase } from '../src/core/db/embedded.ts'
import { migrate, migrations } from '../src/core/db/migrate.ts'
import { makeData } from './data/make.ts'
import type { Size } from './data/steps.ts'

const large: Size = {
  customers: 10_000,
  contacts: 60_000,
  technicians: 200,
  reach: 300,
  otherReaches: [2, 30, 100, 3_000],
  auditEvents: 200_000,
  mails: 5_000,
  tickets: 500_000,
  comments: 500_000,
  assets: 30_000,
  approvals: 10_000,
  plans: 50,
  contracts: 20_000,
  timeEntries: 1_000_000,
}
/** The same with a tenth of the customers; a technician's customers stay as many. */
const small: Size = {
  ...large,
  customers: 1_000,
  contacts: 6_000,
  technicians: 20,
  otherReaches: [2, 30, 100],
  auditEvents: 20_000,
  mails: 500,
  tickets: 50_000,
  comments: 50_000,
  assets: 3_000,
  approvals: 1_000,
  contracts: 2_000,
  timeEntries: 100_000,
}

export const sizes = { large, small }
export type DataSet = { name: keyof typeof sizes; size: Size; appUrl: string; workerUrl: string; ownerUrl: string }

export interface BenchDatabase {
  large: DataSet
  small: DataSet
  /** Lends a copy of a data set that nobody else is connected to, for work that changes it. */
  copy: <T>(data: DataSet, work: (copy: DataSet) => Promise<T>) => Promise<T>
  stop: () => Promise<void>
}

export const benchDirectory = join(import.meta.dirname, '../../../.data/bench')

/**
 * Starts the cluster and makes the data sets that are missing or out of step with migrations and generator.
 * @param anew make them in any case
 */
export async function openBenchDatabase(anew: boolean, say: (line: string) => void): Promise<BenchDatabase> {
  const cluster = await startEmbedded(benchDirectory, { fast: true })
  try {
    for (const name of ['large', 'small'] as const) {
      const mark = join(benchDirectory, `${name}.made-from`)
      if (!anew && madeFrom(mark) === recipe(name)) continue
      say(`Making the ${name} data set (${sizes[name].customers} customers):`)
      const since = performance.now()
      writeFileSync(mark, '')
      await create(cluster, name)
      const { ownerUrl } = dataSet(cluster, name)
      await migrate(ownerUrl, { program: 'accord_app', worker: 'accord_worker' })
      await makeData(ownerUrl, sizes[name], say)
      writeFileSync(mark, recipe(name))
      say(`  made in ${((performance.now() - since) / 1000).toFixed(0)} s`)
    }
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return {
    large: dataSet(cluster, 'large'),
    small: dataSet(cluster, 'small'),
    copy: (data, work) => lendCopy(cluster, data, work),
    stop: cluster.stop,
  }
}

async function lendCopy<T>(cluster: EmbeddedDatabase, data: DataSet, work: (copy: DataSet) => Promise<T>): Promise<T> {
  const name = 'lent'
  await create(cluster, name, data.name)
  try {
    return await work({ ...data, ...urlsOf(cluster, name) })
  } finally {
    await asOwner(cluster, (client) => client.query(`drop database ${name} with (force)`))
  }
}

const dataSet = (cluster: EmbeddedDatabase, name: keyof typeof sizes): DataSet => ({
  name,
  size: sizes[name],
  ...urlsOf(cluster, name),
})

function urlsOf({ appUrl, workerUrl, ownerUrl }: EmbeddedDatabase, database: string) {
  const to = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  return { appUrl: to(appUrl), workerUrl: to(workerUrl), ownerUrl: to(ownerUrl) }
}

const create = (cluster: EmbeddedDatabase, name: string, from = 'template1') =>
  asOwner(cluster, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${from}`)
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to accord_app, accord_worker`)
  })

async function asOwner<T>(cluster: EmbeddedDatabase, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: cluster.ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function madeFrom(mark: string): string | undefined {
  try {
    return readFileSync(mark, 'utf8')
  } catch {
    return undefined
  }
}

/** Everything that the data follow from, in one short text. */
function recipe(name: keyof typeof sizes): string {
  const hash = createHash('sha256').update(JSON.stringify([migrations(), sizes[name]]))
  for (const file of ['steps.ts', 'words.ts', 'make.ts'])
    hash.update(readFileSync(join(import.meta.dirname, 'data', file)))
  return hash.digest('hex')
}
