/**
 * The floor: what a read costs when nothing but the work itself is left. A bare web server that finds out who asks with
 * the program's own SQL and runs the very statement that the program's reader makes, with the driver as it comes.
 */
import { createServer } from 'node:http'
import pg from 'pg'
import { readCookies, verifyCookie } from '../../src/core/auth/cookie.ts'
import type { Sent } from '../statement.ts'

const env = process.env as Record<string, string>
const { session, statement } = JSON.parse(env['SENT']!) as Sent
const field = env['FIELD']!
const pool = new pg.Pool({ connectionString: env['DATABASE_URL']!, max: 10 })
const readPool = new pg.Pool({
  connectionString: env['DATABASE_URL']!,
  max: 10,
  pipeline: true,
  options: env['OPTIONS'],
})

async function answer(cookies: string | undefined, body: string): Promise<string> {
  const { query } = JSON.parse(body) as { query: string }
  const token = verifyCookie(readCookies(cookies)[0]?.[1] ?? '', env['SECRET']!)
  const who = await pool.query<{ who: { kind: string } | null }>({
    name: 'principal_of_session',
    text: 'select public.app_principal_of_session($1) as who',
    values: [token],
  })
  if (!query || who.rows[0]?.who?.kind !== 'TECHNICIAN') throw new Error('nobody')
  const client = await readPool.connect()
  try {
    const [, , result] = await Promise.all([
      client.query('begin read only'),
      client.query({ name: 'as', ...session }),
      client.query<{ answer: string }>({ name: 'read', ...statement }),
      client.query('commit'),
    ])
    const text = result.rows[0]!.answer
    return `{"data":{"${field}":${text}}}`
  } finally {
    client.release()
  }
}

createServer(async (request, response) => {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const bytes = Buffer.from(await answer(request.headers.cookie, Buffer.concat(chunks).toString()))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes)
  } catch (error) {
    console.error(error)
    response.writeHead(500, { 'content-length': 0 }).end()
  }
}).listen(Number(env['PORT']), '127.0.0.1')
