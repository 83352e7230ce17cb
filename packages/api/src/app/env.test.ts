import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Refusal } from '../core/refusal.ts'
import { readEnv, readTestDatabase, type Variables } from './env.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'accord-env-'))
const SECRET = 'Yk3vQ9pL0sWf7bTz1xGd5hRm8nCj2aEu'
const SERVER = { DATABASE_URL: 'postgresql://app:pw@db.example.com:5432/accord', SECRET }
const read = (variables: Variables) => readEnv({ DATA_DIR, ...variables })

afterAll(() => rmSync(DATA_DIR, { recursive: true }))

describe('without any variable', () => {
  test('Accord runs for this machine only, on the embedded database', () => {
    expect(read({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      loopback: true,
      publicUrl: 'http://127.0.0.1:4000',
      database: null,
      role: 'all',
      timeZone: 'Europe/Istanbul',
      now: null,
      lbDrain: 0,
      rateLimit: true,
      logLevel: 'warn',
    })
  })

  test('M5: the secret is random, kept, and readable for nobody else', () => {
    const { secret } = read({})
    expect(secret).toHaveLength(43)
    expect(read({}).secret).toBe(secret)
    expect(readFileSync(join(DATA_DIR, 'secret'), 'utf8')).toBe(secret)
    expect(statSync(join(DATA_DIR, 'secret')).mode & 0o777).toBe(0o600)
  })

  test('an empty variable counts as not set', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ', SMTP_URL: '' })).toMatchObject({
      port: 4000,
      database: null,
      smtpUrl: null,
    })
  })
})

test('files lie in the data directory, or in a bucket', () => {
  expect(read({}).files).toBeNull()
  expect(read({ FILES_URL: 's3://key:ge%2Fheim@s3.example.com/accord?region=eu-central-1' }).files).toEqual({
    endpoint: 'https://s3.example.com',
    bucket: 'accord',
    region: 'eu-central-1',
    accessKeyId: 'key',
    secretAccessKey: 'ge/heim',
  })
  expect(read({ FILES_URL: 's3+http://key:s@127.0.0.1:9000/accord' }).files).toMatchObject({
    endpoint: 'http://127.0.0.1:9000',
    region: 'us-east-1',
  })
  for (const FILES_URL of [
    '/srv/files',
    'https://s3.example.com/a',
    's3://s3.example.com/a',
    's3://k:s@s3.example.com/',
  ])
    expect(() => read({ FILES_URL })).toThrow(/^FILES_URL is no bucket: write it as s3:/)
})

test('a server of one’s own: the login of jobs follows from the login of the program', () => {
  expect(read(SERVER)).toMatchObject({
    secret: SECRET,
    logLevel: 'info',
    database: {
      url: SERVER.DATABASE_URL,
      workerUrl: 'postgresql://app_worker:pw@db.example.com:5432/accord',
      ownerUrl: null,
      replicaUrls: [],
    },
  })
})

test('every value in its other forms', () => {
  const env = read({
    HOST: '::1',
    PORT: '0',
    LB_DRAIN: '15 s',
    TRUSTED_PROXIES: '10.0.0.5, 192.168.0.0/16,fd00::/8',
    NOW: '2026-03-01T09:00:00+03:00',
    RATE_LIMIT: 'off',
  })
  expect(env).toMatchObject({ loopback: true, publicUrl: 'http://[::1]:0', lbDrain: 15, rateLimit: false })
  expect(env.trustedProxies).toEqual(['10.0.0.5', '192.168.0.0/16', 'fd00::/8'])
  expect(env.now?.toISOString()).toBe('2026-03-01T06:00:00.000Z')
  expect(read({ HOST: '0.0.0.0' })).toMatchObject({ loopback: false, publicUrl: 'http://localhost:4000' })
})

describe('a wrong value ends the start with one line that names the variable', () => {
  test.each<[string, Variables]>([
    ['PORT', { PORT: '4000x' }],
    ['PORT', { PORT: '70000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'accord.example.com' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://accord.example.com/app' }],
    ['DATABASE_URL', { ...SERVER, DATABASE_URL: 'mysql://app@db/accord' }],
    ['DATABASE_URL', { ...SERVER, DATABASE_URL: 'postgresql://db.example.com' }],
    ['DATABASE_URL', { DATABASE_OWNER_URL: 'postgresql://owner@db/accord' }],
    ['DATABASE_REPLICA_URLS', { ...SERVER, DATABASE_REPLICA_URLS: 'postgresql://a@b/c,nonsense' }],
    ['SECRET', { DATABASE_URL: SERVER.DATABASE_URL }],
    ['SECRET', { ...SERVER, SECRET: 'changeme' }],
    ['SECRET', { ...SERVER, SECRET: 'a'.repeat(64) }],
    ['SMTP_URL', { SMTP_URL: 'http://mail.example.com' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['ROLE', { ROLE: 'web' }],
    ['TZ_NAME', { TZ_NAME: 'Europe/Atlantis' }],
    ['NOW', { NOW: 'yesterday' }],
    ['NOW', { NOW: '2026-03-01' }],
    ['NOW', { NOW: '2026-03-01T09:00:00Z', PUBLIC_URL: 'https://accord.example.com' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/40' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'proxy.example.com' }],
    ['LB_DRAIN', { LB_DRAIN: '-1' }],
    ['RATE_LIMIT', { RATE_LIMIT: 'no' }],
    ['RATE_LIMIT', { RATE_LIMIT: 'off', HOST: '0.0.0.0' }],
  ])('%s: %j', (name, variables) => {
    expect(() => read(variables)).toThrow(Refusal)
    expect(() => read(variables)).toThrow(new RegExp(`^${name} [^\\n]+: [^\\n]+\\.$`))
  })
})

test('tests take a server of one’s own with both of its logins, or none', () => {
  const url = 'postgresql://app@db/accord'
  expect(readTestDatabase({})).toBeNull()
  expect(readTestDatabase({ TEST_DATABASE_URL: url, TEST_DATABASE_OWNER_URL: url })).toEqual({ url, ownerUrl: url })
  expect(() => readTestDatabase({ TEST_DATABASE_URL: url })).toThrow('TEST_DATABASE_OWNER_URL')
})
