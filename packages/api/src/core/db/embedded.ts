import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { openDataDirectory, readText, writePrivate } from '../files.ts'
import { Refusal } from '../refusal.ts'
import { Cluster } from './embedded/cluster.ts'
import { claimDirectory } from './embedded/lock.ts'

/** The embedded PostgreSQL and the connection strings of its logins, all to the database `accord` on 127.0.0.1. */
export interface EmbeddedDatabase {
  /** Owns the database, makes roles, tables and policies. For migrations only. */
  ownerUrl: string
  /** The program's login: owns nothing and reads nothing without role and principal. */
  appUrl: string
  /** The login of jobs. */
  workerUrl: string
  /** The superuser, for tests and for starting anew. */
  superUrl: string
  /** Settles when the server has ended, asked or not. */
  ended: Promise<void>
  /** Stops the server and gives the data directory back. */
  stop: () => Promise<void>
}

interface Logins {
  postgres: string
  accord_owner: string
  accord_app: string
  accord_worker: string
  /** Whether roles and database exist; an interrupted first start is continued. */
  ready: boolean
}

/**
 * Starts the embedded PostgreSQL on a data directory, which is made when it is missing (0700, random passwords 0600).
 * @param dataDir one server at a time; a second start on the same directory is refused
 * @param options.fast throw-away data: no waiting for the disk, and the owner may make databases
 * @throws Refusal with one clear line: already running, other major version, wrong owner or permissions
 */
export async function startEmbedded(dataDir: string, options: { fast?: boolean } = {}): Promise<EmbeddedDatabase> {
  const home = resolve(dataDir)
  const fast = options.fast ?? false
  openDataDirectory(home)
  const release = claimDirectory(home)
  try {
    const cluster = new Cluster(home, fast)
    const missing = cluster.check() === 'missing'
    const path = join(home, 'logins.json')
    if (missing) writePrivate(path, JSON.stringify(newLogins(), null, 2))
    const logins = readLogins(path)
    if (missing) await cluster.create(logins.postgres)
    const server = await cluster.start()
    const url = (login: Exclude<keyof Logins, 'ready'>, database = 'accord') =>
      `postgresql://${login}:${logins[login]}@127.0.0.1:${server.port}/${database}`
    const stop = async () => {
      await server.stop()
      release()
    }
    try {
      if (!logins.ready) {
        await makeRoles(url('postgres', 'postgres'), logins, fast)
        writePrivate(path, JSON.stringify({ ...logins, ready: true }, null, 2))
      }
    } catch (error) {
      await stop()
      throw error
    }
    return {
      ownerUrl: url('accord_owner'),
      appUrl: url('accord_app'),
      workerUrl: url('accord_worker'),
      superUrl: url('postgres'),
      ended: server.ended,
      stop,
    }
  } catch (error) {
    release()
    throw error
  }
}

function newLogins(): Logins {
  const password = () => randomBytes(32).toString('base64url')
  return {
    postgres: password(),
    accord_owner: password(),
    accord_app: password(),
    accord_worker: password(),
    ready: false,
  }
}

function readLogins(path: string): Logins {
  try {
    return JSON.parse(readText(path) ?? '') as Logins
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(
      `${path}, which holds the passwords of the database, is missing or damaged: put it back from a copy.`,
    )
  }
}

/** Makes the three logins and the database. May be repeated after an interruption. */
async function makeRoles(superUrl: string, logins: Logins, fast: boolean): Promise<void> {
  const client = new Client({ connectionString: superUrl })
  await client.connect()
  try {
    for (const login of ['accord_owner', 'accord_app', 'accord_worker'] as const) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login])
      const rights = login === 'accord_owner' ? `createrole ${fast ? 'createdb' : 'nocreatedb'}` : ''
      const password = client.escapeLiteral(logins[login])
      await client.query(`${rowCount ? 'alter' : 'create'} role ${login} login ${rights} password ${password}`)
    }
    // The owner may grant roles to the logins and set their settings, but not act as them.
    await client.query('grant accord_app, accord_worker to accord_owner with admin true, inherit false, set false')
    const { rowCount } = await client.query(`select from pg_database where datname = 'accord'`)
    if (!rowCount) await client.query('create database accord owner accord_owner')
    await client.query('revoke all on database accord from public')
    await client.query('grant connect on database accord to accord_app, accord_worker')
  } finally {
    await client.end()
  }
}
