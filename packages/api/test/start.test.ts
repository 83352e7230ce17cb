import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isAlive } from '../src/core/process.ts'
import { freePort } from '../src/core/db/embedded/server.ts'
import { createDatabase } from './database.ts'

const api = resolve(import.meta.dirname, '..')
const SECRET = 'Yk3vQ9pL0sWf7bTz1xGd5hRm8nCj2aEu'

let dataDir: string
let started: Run[] = []

// Whole processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['start.mjs', '--build', 'api'], { cwd: api })
})

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-start-'))
})

afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL')
    await ended
  }
  started = []
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

interface Run {
  child: ChildProcess
  /** What was printed so far. */
  output: () => string
  /** The exit code. */
  ended: Promise<number | null>
}

/** Runs an entry of the built program. */
function run(variables: Record<string, string>, entry = 'main.js'): Run {
  const child = spawn(process.execPath, [join('dist', entry)], {
    cwd: api,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', DATA_DIR: dataDir, ...variables },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const one = { child, output: () => output, ended }
  started.push(one)
  return one
}

/** Starts the program and waits for the start screen. */
async function start(variables: Record<string, string> = {}): Promise<Run & { url: string }> {
  const port = String(await freePort())
  const one = run({ PORT: port, ...variables })
  const deadline = Date.now() + 30_000
  while (!one.output().includes('Ctrl-C')) {
    if (one.child.exitCode !== null || Date.now() > deadline) throw new Error(`Accord did not start: ${one.output()}`)
    await sleep(20)
  }
  return { ...one, url: `http://127.0.0.1:${port}` }
}

function postmaster(): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

describe('on the embedded database', () => {
  test('it shows how to sign in, answers, and ends by SIGTERM with everything it started', async () => {
    const { url, output, child, ended } = await start()
    expect(output()).toContain(url)
    expect(output()).toContain('admin@demo.accord')
    expect(output()).toContain(readFileSync(join(dataDir, 'demo-partner-key'), 'utf8'))
    expect(statSync(join(dataDir, 'demo-partner-key')).mode & 0o777).toBe(0o600)
    for (const [email] of output().matchAll(/\S+@\S+/g)) {
      const headers = { 'content-type': 'application/json', origin: url }
      const body = JSON.stringify({ email, password: 'Demo-Parola-1' })
      expect((await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body })).status, email).toBe(200)
    }
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok')
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const server = postmaster()
    const asked = Date.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(Date.now() - asked).toBeLessThan(10_000)
    expect(isAlive(server)).toBe(false)

    // The demo data, whose password everybody knows, is never served to others.
    const open = run({ HOST: '0.0.0.0' })
    expect(await open.ended).toBe(1)
    expect(open.output()).toMatch(/^Accord: HOST 0\.0\.0\.0 can be reached by others[^\n]+\n$/)
  })

  test('R22: kill -9 stops nothing of the next start', async () => {
    const first = await start()
    first.child.kill('SIGKILL')
    await first.ended
    const second = await start()
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
  })

  test('when PostgreSQL dies, the program says so and ends, and the next start brings everything back', async () => {
    const { child, output, ended } = await start()
    process.kill(postmaster(), 'SIGKILL')
    expect(await ended).toBe(1)
    expect(output()).toContain('PostgreSQL has ended by itself')
    expect(child.exitCode).toBe(1)
    expect((await fetch(`${(await start()).url}/readyz`)).status).toBe(200)
  })

  test('R23: a second start and a taken port end with one line, and the first goes on', async () => {
    const { url } = await start()
    const again = run({ PORT: '0' })
    expect(await again.ended).toBe(1)
    expect(again.output()).toMatch(/^Accord: Already running on [^\n]+\n$/)

    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const taken = run({
      DATA_DIR: join(dataDir, 'other'),
      PORT: String(typeof address === 'object' ? address?.port : 0),
    })
    expect(await taken.ended).toBe(1)
    expect(taken.output()).toMatch(/^Accord: PORT \d+ on 127\.0\.0\.1 is taken by another program: [^\n]+\n$/)
    other.close()
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})

describe('on a server of one’s own', () => {
  test('M1: a superuser and the owner are refused with the SQL for a proper login; the program’s login is taken', async () => {
    const database = await createDatabase()
    for (const url of [database.ownerUrl, database.superUrl ?? database.ownerUrl]) {
      const refused = run({ DATABASE_URL: url, SECRET })
      expect(await refused.ended).toBe(1)
      expect(refused.output()).toContain('create role accord_app login')
    }
    const { url, output } = await start({
      DATABASE_URL: database.appUrl,
      DATABASE_WORKER_URL: database.workerUrl,
      SECRET,
    })
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(output()).toContain('admin:create')
    expect(output()).not.toContain('Demo-Parola-1')
    await stopAll()
    await database.drop()
  })

  test('a database that is not on this version is refused until it is migrated', async () => {
    const database = await createDatabase('empty')
    const variables = { DATABASE_URL: database.appUrl, DATABASE_WORKER_URL: database.workerUrl, SECRET }
    const early = run(variables)
    expect(await early.ended).toBe(1)
    expect(early.output()).toMatch(
      /^Accord: DATABASE_URL: the database is not on this version yet: run pnpm migrate[^\n]+\n$/,
    )
    const migration = run({ ...variables, DATABASE_OWNER_URL: database.ownerUrl }, 'app/commands/migrate.js')
    expect(await migration.ended).toBe(0)
    expect(migration.output()).toContain('The database is up to date.')
    const { url } = await start(variables)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    await stopAll()
    await database.drop()
  })
})

async function stopAll(): Promise<void> {
  for (const { child, ended } of started) {
    child.kill('SIGTERM')
    await ended
  }
}
