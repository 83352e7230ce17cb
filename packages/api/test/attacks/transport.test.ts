import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { origin, standIn, type StandIn } from './stand-in.ts'

const query = JSON.stringify({ query: '{ me { kind } }' })
const mutation = JSON.stringify({ query: 'mutation { note(input: { body: "a" }) { body } }' })
const json = { 'content-type': 'application/json' }
const cookie = { ...json, cookie: 'accord=x' }

let server: StandIn
let web: string
beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'accord-web-'))
  mkdirSync(join(web, 'assets'))
  const files = {
    'index.html': '<!doctype html><title>Accord</title>',
    'portal.html': '<!doctype html><title>Portal</title>',
    'favicon.svg': '<svg/>',
    '.env': 'SECRET=1',
    'assets/app-1a2b3c4d.js': 'plain',
    'assets/app-1a2b3c4d.js.br': 'brotli',
    'assets/app-1a2b3c4d.js.gz': 'gzip',
    'assets/app-1a2b3c4d.js.map': '{}',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(web, name), text)
  server = await standIn({ http: { webRoot: web, timeouts: { headers: 300, request: 600, idle: 900, check: 50 } } })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.app.close()
  rmSync(web, { recursive: true })
})

const post = (headers: Record<string, string>, payload: string | Buffer = query) =>
  server.app.inject({ method: 'POST', url: '/graphql', headers, payload })
const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ method: 'GET', url, headers })

/** Bytes to the socket, the whole answer back. */
function raw(text: string, wait = 3_000): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect((server.app.server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text))
    const timer = setTimeout(() => socket.destroy(), wait)
    socket.on('data', (part) => (answer += part.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
  })
}

describe('H: bodies', () => {
  it.each([2, 10, 1_000])('H9 no batches of %i', async (count) => {
    const answer = await post(json, JSON.stringify(Array.from({ length: count }, () => ({ query: '{ me { kind } }' }))))
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('Operation batching disabled')
  })

  it('H13 takes 256 KiB and not one byte more', async () => {
    const filled = (size: number) => {
      const empty = JSON.stringify({ query: '{ me { kind } }', extensions: { pad: '' } })
      return JSON.stringify({ query: '{ me { kind } }', extensions: { pad: 'a'.repeat(size - empty.length) } })
    }
    expect((await post(json, filled(256 * 1024))).statusCode).toBe(200)
    expect((await post(json, filled(256 * 1024 + 1))).statusCode).toBe(413)
  })

  it.each(['gzip', 'br', 'deflate', 'x-gzip', 'gzip, gzip'])('H13 no body compressed by %s', async (encoding) => {
    expect((await post({ ...json, 'content-encoding': encoding }, gzipSync(Buffer.alloc(10_000_000)))).statusCode).toBe(
      415,
    )
  })

  it('H13 a body shorter than its Content-Length gets no answer but an end', async () => {
    const head = 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n'
    const started = performance.now()
    const answer = await raw(`${head}Content-Length: 1000\r\n\r\n${query}`)
    expect(answer).toMatch(/^HTTP\/1\.1 408|^$/)
    expect(performance.now() - started).toBeLessThan(2_500)
  })

  it('H13 H24 chunks without end are cut off', async () => {
    const head =
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'
    const started = performance.now()
    expect(await raw(`${head}5\r\n{"que\r\n`)).toMatch(/^HTTP\/1\.1 408|^$/)
    expect(performance.now() - started).toBeLessThan(2_500)
  })

  it('H13 too much in chunks is 413', async () => {
    const head =
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n'
    expect(await raw(`${head}50000\r\n${'a'.repeat(0x50000)}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413/)
  })

  it('H24 headers that do not end are cut off, and others are served meanwhile', async () => {
    const started = performance.now()
    const slow = raw('POST /graphql HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    expect((await post(json)).statusCode).toBe(200)
    expect(await slow).toMatch(/^HTTP\/1\.1 408|^$/)
    expect(performance.now() - started).toBeLessThan(2_500)
  })

  it('F4 keys that reach for prototypes are refused', async () => {
    expect((await post(json, '{"query":"{ me { kind } }","__proto__":{"a":1}}')).statusCode).toBe(400)
    expect(
      (await post(json, '{"query":"{ me { kind } }","variables":{"constructor":{"prototype":{}}}}')).statusCode,
    ).toBe(400)
  })

  it.each(['', '{', 'null', '[]', '"a"', '1', '{}', '{"query":1}', '{"query":"{ me { kind } }","variables":"x"}'])(
    'a body that is no request is 400: %s',
    async (body) => expect((await post(json, body)).statusCode).toBe(400),
  )

  it('K3 does not repeat a body that is no JSON', async () => {
    const answer = await post(json, '{"password":"hunter2"')
    expect([answer.statusCode, answer.body.includes('hunter2')]).toEqual([400, false])
  })
})

describe('J: whence and how', () => {
  const types = [
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=a',
    'application/graphql',
    'application/json\ta',
    'application/json garbage',
    'application/json; charset=utf-7',
    'application/json; charset=utf-8; a=b',
    'application/json,text/plain',
    'application/jsonp',
    ';',
  ]
  it.each(types)('J1 J2 %s is 415', async (type) => {
    expect((await post({ 'content-type': type, cookie: 'a=b', origin })).statusCode).toBe(415)
    expect((await post({ 'content-type': type, 'apollo-require-preflight': '1' })).statusCode).toBe(415)
  })

  it('J2 no type is 415, JSON in UTF-8 is taken', async () => {
    const untyped = `POST /graphql HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${query.length}\r\n\r\n${query}`
    expect(await raw(untyped)).toMatch(/^HTTP\/1\.1 415/)
    expect((await post({ 'content-type': 'application/json; charset=utf-8' })).statusCode).toBe(200)
    expect((await post({ 'content-type': 'Application/JSON;charset=UTF-8' })).statusCode).toBe(200)
  })

  it('J3 GET takes queries, with the header only', async () => {
    const url = (text: string) => `/graphql?query=${encodeURIComponent(text)}`
    const preflight = { 'apollo-require-preflight': '1' }
    expect((await get(url('{ me { kind } }'))).statusCode).toBe(405)
    expect((await get(url('{ me { kind } }'), json)).statusCode).toBe(405)
    expect((await get(url('{ me { kind } }'), preflight)).json()).toMatchObject({ data: { me: { kind: 'ADMIN' } } })
    const change = await get(url('mutation { note(input: { body: "a" }) { body } }'), preflight)
    expect([change.statusCode, change.headers['allow']]).toEqual([405, 'POST'])
    expect((await get(url('{ __schema { types { name } } }'), preflight)).json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'])('J7 J10 %s is 405', async (method) => {
    const answer = await raw(
      `${method} /graphql HTTP/1.1\r\nHost: a\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 405/)
    expect(answer).toMatch(/^allow: POST\r$/im)
    expect(answer).not.toMatch(/access-control/i)
  })

  const foreign = [
    'null',
    'https://evil.example',
    'https://sub.accord.example',
    'https://accord.example.evil',
    'http://accord.example',
    'https://accord.example:444',
  ]
  it.each(foreign)('J5 with a cookie nothing changes for %s', async (from) => {
    const before = server.executed.length
    for (const url of ['/graphql', '/api/change']) {
      const answer = await server.app.inject({
        method: 'POST',
        url,
        headers: { ...cookie, origin: from },
        payload: mutation,
      })
      expect(answer.statusCode).toBe(403)
      expect(JSON.stringify(answer.headers)).not.toMatch(/access-control/i)
    }
    expect(server.executed.length).toBe(before)
  })

  it('J5 our own page passes, and programs without an origin or with a key', async () => {
    expect((await post({ ...cookie, origin }, mutation)).statusCode).toBe(200)
    expect((await post(cookie, mutation)).statusCode).toBe(200)
    expect(
      (await post({ ...json, authorization: 'Bearer p', origin: 'https://partner.example' }, mutation)).statusCode,
    ).toBe(200)
    expect((await post({ ...cookie, 'sec-fetch-site': 'cross-site' }, mutation)).statusCode).toBe(403)
    expect((await post({ ...cookie, 'sec-fetch-site': 'same-origin' }, mutation)).statusCode).toBe(200)
  })

  const head = 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n'
  it.each([
    ['both lengths', `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`],
    ['two lengths', `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\n${query}`],
    ['bare line feeds', 'POST /graphql HTTP/1.1\nHost: a\nContent-Length: 0\n\n'],
    ['folded headers', `${head}X-A: b\r\n c: d\r\nContent-Length: 0\r\n\r\n`],
    ['an unknown coding', `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
  ])('J8 %s are refused', async (_what, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 400/)
  })

  it('A12 headers of more than 16 KB are 431', async () => {
    expect(await raw(`GET / HTTP/1.1\r\nHost: a\r\nCookie: a=${'b'.repeat(17_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/)
  })

  it('A13 believes no forwarded address from a client that is no trusted proxy', async () => {
    const seen = async (trustedProxies: string[]) => {
      const one = await standIn({ http: { trustedProxies } })
      await one.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...json, 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9' },
        payload: query,
      })
      await one.app.close()
      return (one.executed[0]!.context as { ip: string }).ip
    }
    expect(await seen([])).toBe('127.0.0.1')
    expect(await seen(['10.0.0.0/8'])).toBe('127.0.0.1')
    expect(await seen(['127.0.0.1'])).toBe('203.0.113.9')
  })
})

describe('J9 J11 K4: what every answer carries', () => {
  const paths = ['/', '/healthz', '/assets/app-1a2b3c4d.js', '/nothing.txt', '/graphql', '/%zz', '/api/nothing']
  it.each(paths)('the headers of %s', async (path) => {
    const { headers } = await get(path)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d+/)
    expect(headers['content-security-policy']).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; " +
        "font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; require-trusted-types-for 'script'",
    )
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['server']).toBeUndefined()
  })

  it('J11 asks for https only where people come by https', async () => {
    const plain = await standIn({ http: { publicUrl: 'http://127.0.0.1:4000' } })
    expect((await plain.app.inject('/healthz')).headers['strict-transport-security']).toBeUndefined()
    await plain.app.close()
  })

  it('B11 the API is stored nowhere', async () => {
    expect((await post(json)).headers['cache-control']).toBe('no-store')
    expect((await get('/api/nothing')).headers['cache-control']).toBe('no-store')
  })

  it('K4 there is no page to play on', async () => {
    for (const path of ['/graphiql', '/playground', '/graphql']) {
      const answer = await get(path, { accept: 'text/html' })
      expect([404, 405]).toContain(answer.statusCode)
      expect(answer.body).not.toMatch(/<html|sandbox|apollo server/i)
    }
  })
})

describe('K6 health', () => {
  it('says ok without asking anybody', async () => {
    const alone = await standIn({ http: { ready: () => Promise.reject(new Error('no database')) } })
    const health = await alone.app.inject('/healthz')
    expect([health.statusCode, health.body]).toEqual([200, 'ok'])
    const ready = await alone.app.inject('/readyz')
    expect([ready.statusCode, ready.body]).toEqual([503, 'not ready'])
    await alone.app.close()
  })

  it('is ready while the database answers in half a second, and not while draining', async () => {
    let answer: Promise<unknown> = Promise.resolve()
    const one = await standIn({ http: { ready: () => answer } })
    expect((await one.app.inject('/readyz')).statusCode).toBe(200)
    answer = new Promise(() => undefined)
    const started = performance.now()
    expect((await one.app.inject('/readyz')).statusCode).toBe(503)
    expect(performance.now() - started).toBeLessThan(900)
    answer = Promise.resolve()
    one.app.startDraining()
    const drained = await one.app.inject('/readyz')
    expect([drained.statusCode, drained.headers['connection']]).toEqual([503, 'close'])
    expect((await one.app.inject('/healthz')).body).toBe('ok')
    await one.app.close()
  })
})

describe('K7 pages and files', () => {
  it.each([
    ['/', 'Accord'],
    ['/login', 'Accord'],
    ['/customers/0198?tab=contacts', 'Accord'],
    ['/reset/abc', 'Accord'],
    ['/index.html', 'Accord'],
    ['/portal', 'Portal'],
    ['/portal/tickets/1', 'Portal'],
    ['/portals', 'Accord'],
  ])('%s is a page of %s', async (path, title) => {
    const answer = await get(path)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(answer.body).toContain(`<title>${title}`)
  })

  it.each([
    '/.env',
    '/.git/config',
    '/assets/app-1a2b3c4d.js.map',
    '/assets/app-1a2b3c4d.js.br',
    '/assets/',
    '/assets/app',
    '/uploads/',
    '/backup.sql',
    '/index.html.bak',
    '/../package.json',
    '/..%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/api/nothing',
    '/metrics',
  ])('%s is 404', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 404/)
  })

  it('sends what the browser can unpack, and for ever', async () => {
    const asset = (encoding: string) => get('/assets/app-1a2b3c4d.js', encoding ? { 'accept-encoding': encoding } : {})
    expect((await asset('gzip, br')).body).toBe('brotli')
    expect((await asset('gzip')).body).toBe('gzip')
    expect((await asset('')).body).toBe('plain')
    const { headers } = await asset('br')
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringMatching(/^(?:text|application)\/javascript; charset=utf-8$/) as string,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    expect((await get('/favicon.svg', { 'accept-encoding': 'br' })).headers['cache-control']).toBe('no-cache')
  })

  it('H18 an address full of dots takes no time', async () => {
    const started = performance.now()
    for (const path of [`/${'.'.repeat(15_000)}/a`, `/${'a.'.repeat(7_000)}/`, `/${'/.'.repeat(7_000)}`])
      await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('a POST to a page is nothing', async () => {
    expect(
      (await server.app.inject({ method: 'POST', url: '/customers', headers: json, payload: '{}' })).statusCode,
    ).toBe(404)
  })
})
