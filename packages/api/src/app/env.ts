import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { keptText, openDataDirectory } from '../core/files.ts'
import { Refusal } from '../core/refusal.ts'
import type { S3Settings } from '../core/storage/s3.ts'
import { randomBytes } from 'node:crypto'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const ROLES = ['all', 'api', 'worker'] as const

/** A PostgreSQL server of one's own. */
export interface GivenDatabase {
  /** The program's login. */
  url: string
  /** The login of jobs; by default the program's with `_worker` behind its name, and the same password. */
  workerUrl: string
  /** The owner's login, for migrations only. */
  ownerUrl: string | null
  replicaUrls: string[]
}

/** Everything that can be set from outside, parsed once. `docs/operations.md` has the same list for people. */
export interface Env {
  port: number
  host: string
  /** Whether nobody but this machine can connect. */
  loopback: boolean
  /** The address that people use, without a slash at its end; links in mails begin with it. */
  publicUrl: string
  /** Null: the embedded PostgreSQL in `dataDir`. */
  database: GivenDatabase | null
  /** Absolute. */
  dataDir: string
  /** What cookies and tokens are signed with. */
  secret: string
  smtpUrl: string | null
  /** The bucket that files lie in; null: `files` in `dataDir`. */
  files: S3Settings | null
  logLevel: (typeof LOG_LEVELS)[number]
  role: (typeof ROLES)[number]
  /** The calendar that contract days are counted in. */
  timeZone: string
  /** The instant at which the clock of contracts starts, or null for the real one. */
  now: Date | null
  /** Addresses and networks whose `X-Forwarded-*` headers are believed. */
  trustedProxies: string[]
  /** Seconds between "not ready" and the last accepted connection. */
  lbDrain: number
  rateLimit: boolean
}

/** The variables as the process has them; an empty one counts as not set. */
export type Variables = Record<string, string | undefined>

const REPOSITORY = resolve(import.meta.dirname, '../../../..')

/**
 * Reads the environment.
 * @throws Refusal naming the variable and the cure when a value is wrong
 */
export function readEnv(variables: Variables = process.env): Env {
  const read = (name: string) => variables[name]?.trim() || undefined
  const port = wholeNumber('PORT', read('PORT') ?? '4000', 65_535)
  const host = read('HOST') ?? '127.0.0.1'
  const loopback = isLoopback(host)
  const publicUrl = webAddress(read('PUBLIC_URL') ?? `http://${urlHost(host)}:${port}`)
  const dataDir = resolve(REPOSITORY, read('DATA_DIR') ?? '.data')
  const database = readDatabase(read)
  const env = {
    port,
    host,
    loopback,
    publicUrl,
    database,
    dataDir,
    smtpUrl: mailServer(read('SMTP_URL')),
    files: bucket(read('FILES_URL')),
    logLevel: oneOf('LOG_LEVEL', read('LOG_LEVEL') ?? (database ? 'info' : 'warn'), LOG_LEVELS),
    role: oneOf('ROLE', read('ROLE') ?? 'all', ROLES),
    timeZone: timeZone(read('TZ_NAME') ?? 'Europe/Istanbul'),
    now: startOfClock(read('NOW'), publicUrl),
    trustedProxies: list(read('TRUSTED_PROXIES')).map(network),
    lbDrain: wholeNumber('LB_DRAIN', read('LB_DRAIN')?.replace(/\s*s$/, '') ?? '0', 600),
    rateLimit: oneOf('RATE_LIMIT', read('RATE_LIMIT') ?? 'on', ['on', 'off']) === 'on',
  }
  if (!env.rateLimit && !loopback)
    refuse('RATE_LIMIT', 'may be off on a loopback address only', 'leave it out, or set HOST=127.0.0.1')
  const secret = read('SECRET')
  if (secret === undefined && database)
    refuse('SECRET', 'is missing', `set it to a long random text, for example ${randomSecret()}`)
  return { ...env, secret: secret === undefined ? keptSecret(dataDir) : goodSecret(secret) }
}

/** The server that tests run on instead of the embedded one, or null. */
export function readTestDatabase(variables: Variables = process.env): { url: string; ownerUrl: string } | null {
  const [url, ownerUrl] = [variables['TEST_DATABASE_URL'], variables['TEST_DATABASE_OWNER_URL']]
  if (!url && !ownerUrl) return null
  if (!url || !ownerUrl)
    return refuse('TEST_DATABASE_URL and TEST_DATABASE_OWNER_URL', 'belong together', 'set both or none')
  return { url: postgres('TEST_DATABASE_URL', url), ownerUrl: postgres('TEST_DATABASE_OWNER_URL', ownerUrl) }
}

function readDatabase(read: (name: string) => string | undefined): GivenDatabase | null {
  const url = read('DATABASE_URL')
  const names = ['DATABASE_OWNER_URL', 'DATABASE_WORKER_URL', 'DATABASE_REPLICA_URLS']
  const lonely = names.find((name) => read(name) !== undefined)
  if (url === undefined)
    return lonely
      ? refuse('DATABASE_URL', `is missing, though ${lonely} is set`, "set it to the program's login")
      : null
  postgres('DATABASE_URL', url)
  const ownerUrl = read('DATABASE_OWNER_URL')
  const workerUrl = read('DATABASE_WORKER_URL')
  return {
    url,
    workerUrl: workerUrl === undefined ? workerOf(url) : postgres('DATABASE_WORKER_URL', workerUrl),
    ownerUrl: ownerUrl === undefined ? null : postgres('DATABASE_OWNER_URL', ownerUrl),
    replicaUrls: list(read('DATABASE_REPLICA_URLS')).map((replica) => postgres('DATABASE_REPLICA_URLS', replica)),
  }
}

function workerOf(url: string): string {
  const worker = new URL(url)
  worker.username = `${worker.username}_worker`
  return worker.href
}

function postgres(name: string, value: string): string {
  const url = URL.parse(value)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.username || url.pathname.length < 2)
    refuse(name, 'is no connection string', 'write it as postgresql://user:password@host:5432/database')
  return value
}

function webAddress(value: string): string {
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    return refuse('PUBLIC_URL', `is not the address of a site (${value})`, 'write it as https://accord.example.com')
  return url.origin
}

function mailServer(value: string | undefined): string | null {
  if (value === undefined) return null
  const url = URL.parse(value)
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol))
    refuse('SMTP_URL', 'is no mail server', 'write it as smtp://user:password@mail.example.com:587')
  return value
}

function bucket(value: string | undefined): S3Settings | null {
  if (value === undefined) return null
  const url = URL.parse(value)
  const name = url?.pathname.slice(1)
  if (
    !url?.host ||
    !/^s3(\+http)?:$/.test(url.protocol) ||
    !name ||
    name.includes('/') ||
    !url.username ||
    !url.password
  )
    return refuse('FILES_URL', 'is no bucket', 'write it as s3://key:secret@s3.example.com/bucket?region=eu-central-1')
  return {
    endpoint: `${url.protocol === 's3:' ? 'https' : 'http'}://${url.host}`,
    bucket: name,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  }
}

function startOfClock(value: string | undefined, publicUrl: string): Date | null {
  if (value === undefined) return null
  const instant = new Date(value)
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(instant.getTime()))
    return refuse('NOW', `is no instant (${value})`, 'write it as 2026-03-01T09:00:00+03:00')
  if (publicUrl.startsWith('https:'))
    refuse('NOW', 'is for tests and demos and refused while PUBLIC_URL is https', 'leave it out')
  return instant
}

function timeZone(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    return refuse('TZ_NAME', `is no time zone (${value})`, 'write a name such as Europe/Istanbul')
  }
}

function network(value: string): string {
  const [address = '', bits, ...rest] = value.split('/')
  const version = isIP(address)
  const most = version === 6 ? 128 : 32
  if (!version || rest.length > 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most)))
    refuse(
      'TRUSTED_PROXIES',
      `holds something that is no address or network (${value})`,
      'write it as 10.0.0.5,192.168.0.0/16',
    )
  return value
}

function wholeNumber(name: string, value: string, most: number): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) > most)
    refuse(name, `is ${value}`, `write a whole number from 0 to ${most}`)
  return Number(value)
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  return allowed.find((one) => one === value) ?? refuse(name, `is ${value}`, `write one of ${allowed.join(', ')}`)
}

function list(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** What a browser on this machine can open: "every address" is none. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return isIP(host) === 6 ? `[${host}]` : host
}

function goodSecret(value: string): string {
  if (value.length < 32 || new Set(value).size < 10)
    refuse(
      'SECRET',
      'is too easy to guess',
      `set it to a random text of at least 32 characters, for example ${randomSecret()}`,
    )
  return value
}

/** On the embedded database the secret is made once and kept beside the data. */
function keptSecret(dataDir: string): string {
  openDataDirectory(dataDir)
  return keptText(join(dataDir, 'secret'), randomSecret)
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}

function refuse(name: string, what: string, cure: string): never {
  throw new Refusal(`${name} ${what}: ${cure}.`)
}
