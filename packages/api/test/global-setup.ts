import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { readTestDatabase } from '../src/app/env.ts'
import { startEmbedded } from '../src/core/db/embedded.ts'
import { ensureLogins } from '../src/core/db/login.ts'
import { migrate } from '../src/core/db/migrate.ts'
import { inDatabase } from './urls.ts'

/** What every test file is told: the logins, and the database that it clones. */
export interface TestServer {
  ownerUrl: string
  appUrl: string
  workerUrl: string
  /** The superuser of the embedded server; null on a server of one's own. */
  superUrl: string | null
  template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
    /** How often a fault test strikes. */
    faults: number
  }
}

type Logins = Omit<TestServer, 'template'>

/**
 * One PostgreSQL for the whole run: the embedded one in a temporary directory, or the one of `TEST_DATABASE_URL`.
 * One template database is migrated, and every test file clones it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = readTestDatabase()
  const { logins, stop } = own ? ownServer(own) : await startServer()
  const template = `accord_test_${randomBytes(4).toString('hex')}`
  await asOwner(logins, `create database ${template}`)
  const [program, worker] = await ensureLogins(logins.ownerUrl, [logins.appUrl, logins.workerUrl])
  await migrate(inDatabase(logins.ownerUrl, template), { program, worker })
  project.provide('server', { ...logins, template })
  return () => stop(template)
}

async function startServer(): Promise<{ logins: Logins; stop: () => Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'accord-test-'))
  const { ended: _, stop, ...logins } = await startEmbedded(directory, { fast: true })
  return {
    logins,
    stop: async () => {
      await stop()
      rmSync(directory, { recursive: true })
    },
  }
}

function ownServer({ url, ownerUrl }: { url: string; ownerUrl: string }): {
  logins: Logins
  stop: (template: string) => Promise<void>
} {
  const worker = new URL(url)
  worker.username += '_worker'
  const logins = { ownerUrl, appUrl: url, workerUrl: worker.href, superUrl: null }
  return {
    logins,
    stop: async (template) => {
      const clones = `select datname from pg_database where starts_with(datname, '${template}')`
      for (const { datname } of await asOwner<{ datname: string }>(logins, clones))
        await asOwner(logins, `drop database ${datname}`)
    },
  }
}

async function asOwner<Row extends object>({ ownerUrl }: Logins, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
