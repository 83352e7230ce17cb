import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLogin } from '../src/core/db/login.ts'
import { createDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
})

afterAll(() => database.drop())

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

test('M1: the program’s logins are accepted, the owner and the superuser are not', async () => {
  await checkLogin('DATABASE_URL', database.appUrl, 'program')
  await checkLogin('DATABASE_WORKER_URL', database.workerUrl, 'worker')
  await expect(checkLogin('DATABASE_URL', database.workerUrl, 'program')).rejects.toThrow(
    'is a member of accord_system, which is for jobs only',
  )
  await expect(checkLogin('DATABASE_URL', database.ownerUrl, 'program')).rejects.toMatchObject({
    message: expect.stringMatching(
      /^DATABASE_URL: the login "\w+" owns the database or its tables, and may create roles/,
    ),
    cure: expect.arrayContaining([expect.stringContaining('create role accord_app login password')]),
  })
  if (database.superUrl)
    await expect(checkLogin('DATABASE_URL', database.superUrl, 'program')).rejects.toThrow('is a superuser')
})

test('a server that does not answer and a wrong password are told in one line', async () => {
  const nobody = 'postgresql://app:pw@127.0.0.1:1/accord'
  await expect(checkLogin('DATABASE_URL', nobody, 'program')).rejects.toThrow(
    /^DATABASE_URL: the database at 127\.0\.0\.1:1 [^\n]+ECONNREFUSED[^\n]+$/,
  )
  const wrong = new URL(database.appUrl)
  wrong.password = 'wrong'
  await expect(checkLogin('DATABASE_URL', wrong.href, 'program')).rejects.toThrow('password authentication failed')
})

test('M1: the program may neither make nor drop anything', async () => {
  for (const url of [database.appUrl, database.workerUrl])
    for (const sql of [
      'create table t (x int)',
      'create schema s',
      'drop schema sign_in cascade',
      'create role r',
      'create database d',
    ])
      await expect(ask(url, sql)).rejects.toThrow(/permission denied|must be owner/)
})

test('two files never share rows: each has a clone of the template', async () => {
  const other = await createDatabase()
  try {
    await ask(database.ownerUrl, 'create table only_here as select 1')
    expect(await ask(other.ownerUrl, `select to_regclass('only_here')`)).toEqual([[null]])
  } finally {
    await other.drop()
  }
})
