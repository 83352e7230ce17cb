import { Client } from 'pg'
import { Refusal } from '../refusal.ts'
import { SYSTEM } from './roles.ts'

/** The oldest PostgreSQL that Accord runs on. */
const OLDEST = 17

interface Powers {
  login: string
  database: string
  version: number
  bypasses: boolean
  creates: boolean
  owns: boolean
  reaches: boolean
  system: boolean
}

const QUESTION = `
  select current_user as login, current_database() as database, current_setting('server_version_num')::int / 10000 as version,
    exists (select from pg_roles r where (rolsuper or rolbypassrls) and pg_has_role(current_user, r.oid, 'member')) as bypasses,
    exists (select from pg_roles r where (rolcreaterole or rolcreatedb) and pg_has_role(current_user, r.oid, 'member'))
      or exists (select from pg_namespace where nspname in ('public', 'sign_in') and has_schema_privilege(oid, 'create')) as creates,
    exists (select from pg_database d where datname = current_database() and pg_has_role(current_user, d.datdba, 'member'))
      or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'sign_in') and pg_has_role(current_user, c.relowner, 'member')) as owns,
    exists (select from pg_roles r where pg_has_role(current_user, r.oid, 'member') and rolname in
      ('pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')) as reaches,
    exists (select from pg_roles r where rolname = $1 and pg_has_role(current_user, r.oid, 'member')) as system`

/**
 * Makes sure that a login cannot pass by row-level security: no superuser, no owner, nothing that could become one.
 * @param variable the variable that holds the connection string, for the message
 * @param kind only the login of jobs may act as the system
 * @throws Refusal with the SQL that makes a proper login
 */
export async function checkLogin(variable: string, url: string, kind: 'program' | 'worker'): Promise<void> {
  const powers = await ask(variable, url)
  if (powers.version < OLDEST)
    throw new Refusal(`${variable}: PostgreSQL ${powers.version} is too old, Accord needs ${OLDEST} or newer.`)
  const faults = [
    powers.bypasses && 'is a superuser or passes by row-level security',
    powers.owns && 'owns the database or its tables',
    powers.creates && 'may create roles, databases or tables',
    powers.reaches && 'may read or write everything on the server',
    kind === 'program' && powers.system && `is a member of ${SYSTEM}, which is for jobs only`,
  ].filter((fault) => fault !== false)
  if (faults.length === 0) return
  throw new Refusal(
    `${variable}: the login "${powers.login}" ${faults.join(', and ')}: use one of its own.`,
    cure(powers, url),
  )
}

/**
 * Makes the program's logins where they are missing, with the password of their connection string, so that a server of
 * one's own needs no more than an owner who may make roles.
 * @returns the names of the logins, in the order of the connection strings
 * @throws Refusal with the SQL for somebody who may
 */
export async function ensureLogins(
  ownerUrl: string,
  urls: [program: string, worker: string],
): Promise<[program: string, worker: string]> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const ensure = async (url: string) => {
      const { username, password } = new URL(url)
      const name = decodeURIComponent(username)
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
      if (rowCount) return name
      const sql = (secret: string) => `create role ${client.escapeIdentifier(name)} login password ${secret}`
      await client.query(sql(client.escapeLiteral(decodeURIComponent(password)))).catch((error: Error) => {
        throw new Refusal(`The login "${name}" is missing, and the owner may not make it (${error.message}).`, [
          'As a superuser, once:',
          `  ${sql("'…'")};`,
        ])
      })
      return name
    }
    return [await ensure(urls[0]), await ensure(urls[1])]
  } catch (error) {
    throw error instanceof Refusal ? error : unreachable('DATABASE_OWNER_URL', ownerUrl, error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function ask(variable: string, url: string): Promise<Powers> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // A connection that breaks rejects the query as well.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Powers>(QUESTION, [SYSTEM])
    const [powers] = rows
    if (!powers) throw new Error('no answer')
    return powers
  } catch (error) {
    throw unreachable(variable, url, error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function unreachable(variable: string, url: string, error: unknown): Refusal {
  const { hostname, port } = new URL(url)
  const reason = error instanceof AggregateError ? error.errors.map(String).join(', ') : String(error)
  return new Refusal(`${variable}: the database at ${hostname}:${port || 5432} cannot be used (${reason}).`)
}

function cure({ database }: Powers, url: string): string[] {
  const { host } = new URL(url)
  const name = `"${database.replaceAll('"', '""')}"`
  return [
    'As a superuser, once:',
    `  create role accord_owner login createrole password '<password 1>';`,
    `  create role accord_app login password '<password 2>';`,
    `  grant accord_app to accord_owner with admin true, inherit false, set false;`,
    `  alter database ${name} owner to accord_owner;`,
    'Then:',
    `  DATABASE_URL='postgresql://accord_app:<password 2>@${host}/${database}'`,
    `  DATABASE_OWNER_URL='postgresql://accord_owner:<password 1>@${host}/${database}'  pnpm migrate`,
  ]
}
