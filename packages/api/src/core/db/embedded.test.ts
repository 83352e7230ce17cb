import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startEmbedded, type EmbeddedDatabase } from './embedded.ts'

let dataDir: string
let running: EmbeddedDatabase | undefined
let parent: ChildProcess | undefined

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-embedded-'))
})

afterEach(async () => {
  parent?.kill('SIGKILL')
  await running?.stop()
  running = parent = undefined
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

async function start(): Promise<EmbeddedDatabase> {
  return (running = await startEmbedded(dataDir, { fast: true }))
}

async function stop(): Promise<void> {
  await running?.stop()
  running = undefined
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Starts the database from another process, as `pnpm start` would, and returns when it has written one row. */
async function startInAnotherProcess(): Promise<ChildProcess> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url).href)}
    import { Client } from 'pg'
    const { ownerUrl } = await startEmbedded(${JSON.stringify(dataDir)})
    const client = new Client({ connectionString: ownerUrl })
    await client.connect()
    await client.query('create table written as select 1 as one')
    console.log('written')
    setInterval(() => {}, 1000)`
  const options = ['--import', '@oxc-node/core/register', '--input-type=module', '--eval', script]
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

function postmaster(): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

test('a second start finds the data of the first', async () => {
  const first = await start()
  await ask(first.ownerUrl, 'create table kept as select 42 as answer')
  await stop()
  const second = await start()
  expect(await ask(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('M1, M3, M4: loopback only, scram, private files, and logins without power', async () => {
  const { superUrl, appUrl, workerUrl } = await start()
  const [settings] = await ask(
    superUrl,
    `select current_setting('listen_addresses') addresses, current_setting('unix_socket_directories') sockets,
       (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) auth,
       (select datlocprovider::text || ':' || datlocale from pg_database where datname = 'accord') locale`,
  )
  expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '', auth: 'scram-sha-256', locale: 'b:C.UTF-8' })
  const powers = 'rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as powerful'
  const logins = await ask(
    superUrl,
    `select rolname, ${powers} from pg_roles where rolname in ('accord_app', 'accord_worker') order by 1`,
  )
  expect(logins).toEqual([
    { rolname: 'accord_app', powerful: false },
    { rolname: 'accord_worker', powerful: false },
  ])
  for (const url of [appUrl, workerUrl])
    await expect(ask(url, 'create table mine (x int)')).rejects.toThrow('permission denied')
  for (const name of ['logins.json', 'postgres.log', 'accord.pid'])
    expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
  for (const name of ['.', 'postgres']) expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o700)
})

test('several databases run beside each other', async () => {
  const first = await start()
  const other = mkdtempSync(join(tmpdir(), 'accord-embedded-'))
  const second = await startEmbedded(other, { fast: true })
  try {
    expect(second.appUrl).not.toBe(first.appUrl)
    expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  } finally {
    await second.stop()
    rmSync(other, { recursive: true })
  }
})

test('a directory that is in use is refused, by this process and by another', async () => {
  await start()
  await expect(startEmbedded(dataDir)).rejects.toThrow(`Already running on ${dataDir} (process ${process.pid})`)
  await stop()
  parent = await startInAnotherProcess()
  await expect(startEmbedded(dataDir)).rejects.toThrow(`Already running on ${dataDir} (process ${parent.pid})`)
})

describe('R22: after kill -9', () => {
  test('of the program: its server ends too, and the next start has the data', async () => {
    parent = await startInAnotherProcess()
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    const { ownerUrl } = await start()
    expect(await ask(ownerUrl, 'select one from written')).toEqual([{ one: 1 }])
  })

  test('of the server and the program: the write-ahead log brings everything back', async () => {
    parent = await startInAnotherProcess()
    const server = postmaster()
    process.kill(server, 'SIGKILL')
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    const { ownerUrl } = await start()
    expect(await ask(ownerUrl, 'select one from written')).toEqual([{ one: 1 }])
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('redo done')
  })

  test('and a restart of the machine: a living stranger with the old number stops nothing', async () => {
    await start()
    await stop()
    writeFileSync(join(dataDir, 'accord.pid'), `${process.ppid} another-boot 12345\n`)
    writeFileSync(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${process.ppid}\n${dataDir}/postgres\n1700000000\n5432\n\n127.0.0.1\n  0 0\nready\n`,
    )
    const { appUrl } = await start()
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('R23: refused with one line, and nothing is touched', () => {
  test('data of another major version', async () => {
    await start()
    await stop()
    const file = join(dataDir, 'postgres', 'PG_VERSION')
    writeFileSync(file, '17\n')
    await expect(start()).rejects.toThrow(/^[^\n]+made by PostgreSQL 17, this Accord brings 18: [^\n]+$/)
    writeFileSync(file, '18\n')
    await start()
  })

  test('data that is open to others', async () => {
    await start()
    await stop()
    chmodSync(join(dataDir, 'postgres'), 0o755)
    await expect(start()).rejects.toThrow(/^[^\n]+chmod 700 '[^\n]+'$/)
    chmodSync(join(dataDir, 'postgres'), 0o700)
    chmodSync(dataDir, 0o777)
    await expect(start()).rejects.toThrow(/^DATA_DIR [^\n]+chmod 700 '[^\n]+'$/)
  })

  test('a directory with files of somebody else', async () => {
    writeFileSync(join(dataDir, 'letter.txt'), 'Dear Ayşe')
    await expect(start()).rejects.toThrow("files that are not Accord's (letter.txt)")
  })

  test('data without its passwords', async () => {
    await start()
    await stop()
    rmSync(join(dataDir, 'logins.json'))
    await expect(start()).rejects.toThrow('logins.json')
  })

  test('a file where the directory should be', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    await expect(startEmbedded(file)).rejects.toThrow(/^[^\n]+is not a directory[^\n]+$/)
  })
})
