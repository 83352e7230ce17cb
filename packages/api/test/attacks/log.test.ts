import { describe, expect, it } from 'vitest'
import { createLogger } from '../../src/app/http.ts'
import { databaseError, standIn } from './stand-in.ts'

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  write(createLogger('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

describe('K8 logs hold no secrets', () => {
  it.each([
    { password: 'hunter2' },
    { input: { newPassword: 'hunter2', deep: [{ token: 'hunter2' }] } },
    { headers: { Authorization: 'hunter2', Cookie: 'hunter2', 'set-cookie': ['hunter2'], 'x-api-key': 'hunter2' } },
    { apiKey: 'hunter2', secret: 'hunter2', sessionToken: 'hunter2', resetToken: 'hunter2' },
    { variables: { input: { email: 'hunter2' } } },
    { mail: { html: 'hunter2', text: 'hunter2', body: 'hunter2' } },
    { note: 'key accord_hunter2 was used' },
    { headers: { note: 'Bearer hunter2' } },
    { url: '/reset/hunter2?x=1', link: 'https://accord.example/invite/hunter2' },
    { error: new Error('/reset/hunter2 failed') },
    {
      error: Object.assign(new Error('insert … values (hunter2)'), {
        cause: databaseError('23505'),
        detail: 'hunter2',
      }),
    },
  ])('%o', (event) => {
    expect(logged((log) => log.info(event, 'something happened'))).not.toContain('hunter2')
  })

  it('not in the text of the line either', () => {
    expect(logged((log) => log.warn('wrong key accord_hunter2'))).not.toContain('hunter2')
    expect(logged((log) => log.child({ requestId: '1' }).warn({ a: 1 }, 'Bearer hunter2'))).not.toContain('hunter2')
  })

  it('keeps what helps', () => {
    const line = logged((log) => log.error({ requestId: 'r', error: databaseError('23505') }, 'failed'))
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      requestId: 'r',
      msg: 'failed',
      error: { type: 'Error', sqlState: '23505', constraint: 'contact_email_key' },
    })
  })

  it('I11 a line stays a line', () => {
    const lines = logged((log) => log.info({ agent: 'a\r\n{"level":"error"}\u001b[31m' }, 'seen'))
    expect(lines.trimEnd().split('\n')).toHaveLength(1)
    expect(lines).not.toContain('\u001b')
  })

  it('survives what is deep or circular', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    expect(logged((log) => log.info({ circle }, 'seen'))).toContain('[deep]')
  })

  it('a request leaves one line, without its secrets', async () => {
    const server = await standIn()
    await server.app.inject({
      method: 'POST',
      url: '/graphql?key=accord_hunter2',
      headers: { 'content-type': 'application/json', authorization: 'Bearer hunter2', cookie: 'session=hunter2' },
      payload: JSON.stringify({ query: 'query ($t: String) { echo(text: $t) }', variables: { t: 'hunter2' } }),
    })
    await server.app.inject({ method: 'GET', url: '/reset/hunter2' })
    await server.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: '{"password":"hunter2',
    })
    await server.app.close()
    expect(server.log()).not.toContain('hunter2')
    const lines = server
      .log()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { path?: string })
    expect(lines.map((line) => line.path)).toEqual(['/graphql', '/reset/[redacted]', '/graphql'])
  })
})
