/** What uploads and downloads must withstand: G7–G9, H13, R14, D1, F2. */
import { existsSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRolePool } from '../../src/core/auth/pool.ts'
import { newId } from '../../src/core/db/ids.ts'
import { SYSTEM } from '../../src/core/db/roles.ts'
import { diskStorage } from '../../src/core/storage/disk.ts'
import { sweepFiles } from '../../src/features/attachments/sweep.ts'
import { sweepStaging } from '../../src/features/attachments/staging.ts'
import { docx, download, gif, jpeg, pdf, png, upload, webp, zip } from '../files.ts'
import { cookieOf, credentials, openHouse, publicUrl, type House, type Who } from '../house.ts'
import { asRole, tell } from './tools.ts'

let house: House
let admin: Who & { id: string }
let own: { id: string }
let other: { id: string }
/** A contact of `own`, another one of the same customer without rights, one of `other`. */
let contact: Who & { id: string }
let colleague: Who & { id: string }
let stranger: Who & { id: string }
let restricted: Who & { id: string }
let key: Who & { id: string }

const permissions = ['CUSTOMERS_READ', 'TICKETS_READ', 'TICKETS_WRITE']
const rights = (given: object = {}) => house.seed.technician({ permissions, ...given })

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
  ;[own, other] = [await house.seed.customer(), await house.seed.customer()]
  contact = await house.seed.contact(own)
  colleague = await house.seed.contact(own)
  stranger = await house.seed.contact(other, { company: true })
  restricted = await rights({ restricted: true, customers: [own] })
  key = await house.seed.key(admin, { permissions, customers: [own] })
  await house.app.http.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => house.close())

/** A file on a ticket, or on a comment of it. */
async function attached(
  to: { id: string; requester: { id: string } },
  given: { internal?: boolean; by?: Who } = {},
): Promise<{ id: string; ticket: string; comment: string }> {
  const ticket = await house.seed.ticket(to, to.requester)
  const { body } = await upload(house, given.by ?? admin, 'gizli.png')
  const { data } = await tell(
    house,
    given.by ?? admin,
    'addComment',
    { ticketId: ticket.id, body: 'Ekte.', attachmentIds: [body.id], ...(given.internal && { internal: true }) },
    'comment { id }',
  )
  return { id: body.id, ticket: ticket.id, comment: data.addComment.comment.id }
}

const stored = () => {
  const files = join(house.dataDir, 'files')
  return existsSync(files)
    ? readdirSync(files, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length
    : 0
}
const rows = async () => Number((await house.sql<{ n: string }>('select count(*) as n from attachment'))[0]!.n)

describe('G7: downloads', () => {
  test('a foreign id, a missing one and a malformed one get the same answer', async () => {
    const { id } = await attached({ ...other, requester: stranger })
    const addresses = [
      id,
      newId(),
      'x',
      '0',
      '..%2f..%2fsecret',
      '%2e%2e%2fsecret',
      `${id}%00`,
      `${id}%00.png`,
      'a'.repeat(90),
      `${id}'--`,
    ]
    for (const who of [contact, restricted, key]) {
      const answers = await Promise.all(addresses.map((each) => download(house, who, each)))
      expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`))).toEqual(
        new Set(['404 {"code":"NOT_FOUND","message":"There is no such file."}']),
      )
      expect(new Set(answers.map(({ headers }) => Object.keys(headers).toSorted().join())).size).toBe(1)
    }
    expect((await download(house, stranger, id)).statusCode).toBe(200)
    expect((await download(house, admin, id)).statusCode).toBe(200)
  })

  test.each([
    '/files/',
    '/files',
    '/files/uploads',
    '/files/attachments',
    '/files/attachments/',
    '/files/staging',
    '/files/..%2fsecret',
    '/files/attachments/..%2f..%2fsecret',
    '/uploads/',
  ])('K7: %s lists and gives nothing', async (url) => {
    const { statusCode, body } = await house.app.http.inject({ url, headers: credentials(admin) })
    expect([statusCode, JSON.parse(body).code]).toEqual([404, 'NOT_FOUND'])
  })

  test('nobody, an ended session and a wrong key hear that they must sign in', async () => {
    const { id } = await attached({ ...own, requester: contact })
    for (const who of [null, { cookie: cookieOf('x') }, { key: 'accord_nothing' }]) {
      expect((await download(house, who, id)).statusCode).toBe(401)
      expect((await upload(house, who, 'a.png')).status).toBe(401)
    }
  })

  test('who may no longer see it gets it no longer', async () => {
    const leaving = await rights({ restricted: true, customers: [own] })
    const { id } = await attached({ ...own, requester: contact })
    expect((await download(house, leaving, id)).statusCode).toBe(200)
    await house.sql('delete from technician_customer where technician_id = $1', [leaving.id])
    expect((await download(house, leaving, id)).statusCode).toBe(404)
    const reader = await house.seed.technician({ permissions: ['CUSTOMERS_READ'] })
    expect((await download(house, reader, id)).statusCode).toBe(404)
  })

  test('a file of an internal comment is for staff only', async () => {
    const internal = await attached({ ...own, requester: contact }, { internal: true })
    const codes = await Promise.all(
      [admin, restricted, contact, key].map(async (who) => (await download(house, who, internal.id)).statusCode),
    )
    expect(codes).toEqual([200, 200, 404, 404])
    const query = 'query ($id: ID!) { node(id: $id) { id } }'
    for (const who of [contact, key]) expect((await house.ask(who, query, { id: internal.id })).data.node).toBeNull()
  })

  test('a file of a ticket that one does not see is not there; an upload is its uploader’s alone', async () => {
    const { id } = await attached({ ...own, requester: contact })
    expect((await download(house, contact, id)).statusCode).toBe(200)
    expect((await download(house, colleague, id)).statusCode).toBe(404)
    const { body } = await upload(house, contact, 'a.png')
    const codes = await Promise.all(
      [contact, colleague, admin, restricted, key].map(async (who) => (await download(house, who, body.id)).statusCode),
    )
    expect(codes).toEqual([200, 404, 404, 404, 404])
    expect((await house.ask(admin, 'query ($id: ID!) { node(id: $id) { id } }', { id: body.id })).data.node).toBeNull()
  })
})

describe('G8: uploads', () => {
  const page = '<!doctype html><script>alert(1)</script>'
  const picture = png()
  test.each<[string, string, string | Buffer, number, string]>([
    ['a page', 'a.html', page, 415, 'FILE_KIND'],
    ['a drawing with script', 'a.svg', '<svg onload="alert(1)"/>', 415, 'FILE_KIND'],
    ['a program', 'a.exe', Buffer.from('MZ\x90\0'), 415, 'FILE_KIND'],
    ['an archive', 'a.zip', zip({ 'a.txt': 'a' }), 415, 'FILE_KIND'],
    ['no ending', 'a', picture, 415, 'FILE_KIND'],
    ['an ending of every object', 'a.constructor', picture, 415, 'FILE_KIND'],
    ['two endings', 'a.png.exe', picture, 415, 'FILE_KIND'],
    ['an ending turned around', 'fotoexe.\u202egnp.js', picture, 415, 'FILE_KIND'],
    ['a page named as a picture', 'a.png', page, 415, 'FILE_CONTENT'],
    ['a page named as text', 'a.txt', page, 415, 'FILE_CONTENT'],
    ['a drawing named as a list', 'a.csv', '\ufeff \n<svg xmlns="x"/>', 415, 'FILE_CONTENT'],
    ['a page further down in a text', 'a.txt', `Merhaba\n${page}`, 415, 'FILE_CONTENT'],
    ['a program named as text', 'a.txt', Buffer.from('MZ\x90\0\x03'), 415, 'FILE_CONTENT'],
    ['a text that is no UTF-8', 'a.csv', Buffer.from('\xfe\xfdIþýk', 'latin1'), 415, 'FILE_CONTENT'],
    ['a picture of another kind', 'a.png', jpeg(), 415, 'FILE_CONTENT'],
    ['a program behind a picture', 'a.png', Buffer.concat([picture, Buffer.from('MZ')]), 415, 'FILE_CONTENT'],
    ['an archive behind a picture', 'a.jpg', Buffer.concat([jpeg(), zip({ a: 'b' })]), 415, 'FILE_CONTENT'],
    ['an archive behind a document', 'a.pdf', Buffer.concat([pdf(), zip({ a: 'b' })]), 415, 'FILE_CONTENT'],
    ['a page in a picture', 'a.jpg', Buffer.concat([jpeg(), Buffer.from(page)]), 415, 'FILE_CONTENT'],
    ['a page in a document', 'a.pdf', pdf(page), 415, 'FILE_CONTENT'],
    ['a script that begins as a picture', 'a.gif', 'GIF89a/*<svg/onload=alert(1)>*/=1;', 415, 'FILE_CONTENT'],
    ['a script behind a picture', 'a.gif', Buffer.concat([gif(), Buffer.from('*/=alert(1)')]), 415, 'FILE_CONTENT'],
    ['something behind a picture', 'a.webp', Buffer.concat([webp(), Buffer.from('PK..')]), 415, 'FILE_CONTENT'],
    ['half a picture', 'a.png', picture.subarray(0, 40), 415, 'FILE_CONTENT'],
    ['an archive named as a document', 'a.docx', zip({ 'a.txt': 'a' }), 415, 'FILE_CONTENT'],
    ['a document with macros', 'a.docx', docx({ 'word/vbaProject.bin': 'x' }), 415, 'FILE_CONTENT'],
    ['a document that leads out', 'a.docx', docx({ '../../etc/passwd': 'x' }), 415, 'FILE_CONTENT'],
    ['an archive that unpacks to gigabytes', 'a.docx', docx({}, 0xf0000000), 415, 'FILE_CONTENT'],
    ['something before an archive', 'a.docx', Buffer.concat([Buffer.from('#!/bin/sh\n'), docx()]), 415, 'FILE_CONTENT'],
    ['half an archive', 'a.docx', docx().subarray(0, 60), 415, 'FILE_CONTENT'],
    ['nothing', 'a.png', '', 422, 'FILE_EMPTY'],
    ['no name', '', picture, 422, 'FILE_NAME'],
    ['a name that is all path', 'a/b/', picture, 422, 'FILE_NAME'],
    ['a name that is all ending', '.png', picture, 422, 'FILE_NAME'],
    ['a name that nobody sees', '\u202e\u200b.png', picture, 422, 'FILE_NAME'],
  ])('%s is refused in words that name the cure, and leaves nothing', async (_title, name, content, status, code) => {
    const before = [stored(), await rows()]
    const answer = await upload(house, admin, name, content)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.message!.length).toBeGreaterThan(30)
    expect([stored(), await rows()]).toEqual(before)
  })

  test('in the language of who asks, else in the person’s own', async () => {
    const turkish = { 'accept-language': 'tr' }
    expect((await upload(house, admin, 'a.exe', 'x', turkish)).body.message).toMatch(/^Bu türde dosya alınmaz/)
    const { 'accept-language': _none, ...headers } = { ...credentials(admin), 'accept-language': '', origin: publicUrl }
    const answer = await house.app.http.inject({ method: 'PUT', url: '/files/uploads', headers, payload: 'x' })
    expect(answer.json().message).toMatch(/^Dosyanın adı yok/)
  })

  test.each([
    ['../../etc/rapor.png', 'rapor.png'],
    ['C:\\Belgeler\\rapor.png', 'rapor.png'],
    ['rapor\r\nSet-Cookie: a=b.png', 'raporSet-Cookie: a=b.png'],
    ['"; filename="a.html\u0000.png', '"; filename="a.html.png'],
    ['fatura\u202egnp.exe.png', 'faturagnp.exe.png'],
    ['=cmd|calc.csv', '=cmd|calc.csv'],
    ['  a   b .png', 'a b .png'],
    ['e\u0301.png', '\u00e9.png'],
    [`${'ş'.repeat(300)}.png`, `${'ş'.repeat(196)}.png`],
    [`${'😀'.repeat(150)}.png`, `${'😀'.repeat(98)}.png`],
  ])('%j is kept as %j and never makes a header', async (given, kept) => {
    const who = await house.seed.technician({ administrator: true })
    const { status, body } = await upload(house, who, given, given.endsWith('csv') ? 'a' : picture)
    expect([status, body.name]).toEqual([201, kept])
    const { headers } = await download(house, who, body.id)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~-]+$/)
    expect(decodeURIComponent(String(headers['content-disposition']).split("''")[1]!)).toBe(kept)
  })

  test('at most 20 files that hang on nothing, however many come at once; attached ones are free', async () => {
    const who = await rights()
    const answers = await Promise.all(Array.from({ length: 26 }, (_, i) => upload(house, who, `${i}.png`)))
    const taken = answers.filter(({ status }) => status === 201)
    expect(taken).toHaveLength(20)
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [422, 'LIMIT_EXCEEDED']))
    const ticket = await house.seed.ticket(own, contact)
    const attachmentIds = taken.slice(0, 10).map(({ body }) => body.id)
    await tell(house, who, 'addComment', { ticketId: ticket.id, body: 'x', attachmentIds })
    expect((await upload(house, who, 'a.png')).status).toBe(201)
  })

  test('at most 100 MB that hang on nothing', async () => {
    const who = await rights()
    await house.sql(
      `insert into attachment (id, uploader_kind, uploader_id, uploader_name, name, content_type, size, storage_key, created_at)
       values ($1, 'TECHNICIAN', $2, 'A', 'a.png', 'image/png', $3, $4, now())`,
      [newId(), who.id, 100 * 1024 * 1024 - 10, 'f'.repeat(48)],
    )
    expect((await upload(house, who, 'a.png')).body.code).toBe('LIMIT_EXCEEDED')
  })

  test('who may not write tickets uploads nothing', async () => {
    const reader = await house.seed.technician({ permissions: ['TICKETS_READ'] })
    const { status, body } = await upload(house, reader, 'a.png')
    expect([status, body.code]).toEqual([403, 'FORBIDDEN'])
  })

  test('D3: a page of another site uploads nothing with somebody’s cookie; a compressed body is not taken', async () => {
    const foreign = await upload(house, admin, 'a.png', png(), { origin: 'https://evil.example' })
    expect([foreign.status, foreign.body.code]).toEqual([403, 'FORBIDDEN'])
    expect((await upload(house, admin, 'a.png', png(), { 'content-encoding': 'gzip' })).status).toBe(415)
    for (const method of ['POST', 'PATCH'] as const) {
      const headers = { ...credentials(admin), origin: publicUrl, 'content-type': 'application/json' }
      const answer = await house.app.http.inject({ method, url: '/files/uploads?name=a.png', headers, payload: '{}' })
      expect(answer.statusCode).toBe(404)
    }
  })
})

test('G9: GraphQL takes no files', async () => {
  const headers = { ...credentials(admin), origin: publicUrl, 'content-type': 'multipart/form-data; boundary=x' }
  const payload = '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query":"{ me { kind } }"}\r\n--x--'
  for (const more of [{}, { 'apollo-require-preflight': '1' }]) {
    const answer = await house.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...headers, ...more },
      payload,
    })
    expect(answer.statusCode).toBe(415)
  }
})

describe('H13: sizes', () => {
  const most = 10 * 1024 * 1024
  const port = () => (house.app.http.server.address() as AddressInfo).port
  const head = (...more: string[]) =>
    [
      'PUT /files/uploads?name=a.txt HTTP/1.1',
      'Host: 127.0.0.1',
      `Origin: ${publicUrl}`,
      `Cookie: ${(admin as { cookie: string }).cookie}`,
      ...more,
      '',
      '',
    ].join('\r\n')

  /** Sends by a socket, closes it after a while when it is told to, and gives the answer. */
  function raw(parts: (string | Buffer)[], cut?: number): Promise<string> {
    return new Promise((resolve) => {
      let answer = ''
      const socket = connect(port(), '127.0.0.1', () => {
        for (const part of parts) socket.write(part)
        if (cut !== undefined) setTimeout(() => socket.destroy(), cut)
      })
      socket.on('data', (part) => (answer += part.toString()))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(answer))
    })
  }

  test('exactly 10 MB are taken, a byte more is not, whatever the length says', async () => {
    const who = await rights()
    expect((await upload(house, who, 'a.txt', Buffer.alloc(most, 'a'))).status).toBe(201)
    const before = [stored(), await rows()]
    const over = await upload(house, who, 'a.txt', Buffer.alloc(most + 1, 'a'))
    expect([over.status, over.body.code, over.headers['connection']]).toEqual([413, 'FILE_TOO_LARGE', 'close'])
    const piece = Buffer.alloc(64 * 1024, 'a')
    const chunked = await raw([
      head('Transfer-Encoding: chunked'),
      ...Array.from({ length: 200 }, () => [`${piece.length.toString(16)}\r\n`, piece, '\r\n']).flat(),
      '0\r\n\r\n',
    ])
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /)
    expect([stored(), await rows()]).toEqual(before)
  })

  test('5 GB are refused before they come', async () => {
    const started = Date.now()
    const answer = await raw([head('Content-Length: 5368709120'), 'a'], 8_000)
    expect(answer).toMatch(/^HTTP\/1\.1 413 [^]*FILE_TOO_LARGE/)
    expect(Date.now() - started).toBeLessThan(8_000)
  })

  test('an upload that breaks off leaves nothing', async () => {
    const before = [stored(), await rows()]
    await raw([head('Content-Length: 1000000'), Buffer.alloc(500_000, 'a')], 200)
    await raw([head('Transfer-Encoding: chunked'), '10\r\n0123456789abcdef\r\n'], 200)
    for (let wait = 0; wait < 40 && stored() !== before[0]; wait += 1) await sleep(50)
    expect([stored(), await rows()]).toEqual(before)
  })
})

describe('R14: files and rows stay together', () => {
  test('a disk that cannot be written refuses uploads in words and keeps no row; then it goes on', async () => {
    const who = await rights()
    const files = join(house.dataDir, 'files')
    const before = await rows()
    renameSync(files, `${files}.away`)
    writeFileSync(files, '')
    try {
      const { status, body } = await upload(house, who, 'a.png')
      expect([status, body.code]).toEqual([500, 'INTERNAL_SERVER_ERROR'])
      expect(body.message).not.toMatch(/ENOTDIR|\//)
      expect(await rows()).toBe(before)
    } finally {
      renameSync(files, `${files}.broken`)
      renameSync(`${files}.away`, files)
    }
    expect((await upload(house, who, 'a.png')).status).toBe(201)
  })

  test('the sweep takes uploads after a day, files that no row knows, and what killed uploads left', async () => {
    const who = await rights()
    const ticket = await house.seed.ticket(own, contact)
    const [late, young, kept] = [
      await upload(house, who, 'eski.png'),
      await upload(house, who, 'yeni.png'),
      await upload(house, who, 'ekli.png'),
    ]
    await tell(house, who, 'addComment', { ticketId: ticket.id, body: 'x', attachmentIds: [kept.body.id] })
    const old = `update attachment set created_at = now() - interval '25 hours' where id = any ($1)`
    await house.sql(old, [[late.body.id, kept.body.id]])
    const files = join(house.dataDir, 'files')
    const storage = diskStorage(files)
    const before = stored()
    const [orphan, fresh] = ['a'.repeat(48), 'b'.repeat(48)]
    for (const each of [orphan, fresh, `${'c'.repeat(48)}.part`]) {
      await storage.put(each.slice(0, 48), (await import('node:stream')).Readable.from(['x']), 1)
      if (each.endsWith('.part')) renameSync(join(files, 'cc', each.slice(0, 48)), join(files, 'cc', each))
      const yesterday = new Date(Date.now() - 86_400_000)
      if (each !== fresh) utimesSync(join(files, each.slice(0, 2), each), yesterday, yesterday)
    }
    const staging = join(files, 'staging')
    for (const [name, age] of [
      ['killed', 86_400_000],
      ['running', 0],
    ] as const) {
      writeFileSync(join(staging, name), 'x')
      utimesSync(join(staging, name), new Date(Date.now() - age), new Date(Date.now() - age))
    }
    const workerPool = createRolePool(house.database.workerUrl, SYSTEM, { max: 1 })
    const warnings: unknown[] = []
    await sweepFiles({ workerPool, storage, log: { warn: (details) => warnings.push(details) } })
    await workerPool.end()
    await sweepStaging(staging)
    expect(warnings).toEqual([])
    // The late upload is gone, the fresh orphan and the running upload are not.
    expect(stored()).toBe(before - 1 + 1 + 1)
    expect(readdirSync(staging)).toEqual(['running'])
    expect(await storage.get(fresh)).not.toBeNull()
    const codes = await Promise.all(
      [late, young, kept].map(async ({ body }) => (await download(house, who, body.id)).statusCode),
    )
    expect(codes).toEqual([404, 200, 200])
  })
})

describe('the back door: SQL as somebody', () => {
  const insert = (uploader: string, bound = false) =>
    [
      `insert into attachment (id, customer_id, ticket_id, uploader_kind, uploader_id, uploader_name, name, content_type, size, storage_key, created_at)
       values ($1, $2, $3, 'CONTACT', $4, 'A', 'a.png', 'image/png', 1, $5, now())`,
      async () => {
        const ticket = bound ? await house.seed.ticket(own, contact) : null
        return [newId(), bound ? own.id : null, ticket?.id ?? null, uploader, newId()]
      },
    ] as const
  const roles = () =>
    [
      ['accord_staff', admin],
      ['accord_restricted', restricted],
      ['accord_partner', key],
      ['accord_contact', contact],
    ] as const

  test('nobody uploads as somebody else, or straight onto a ticket', async () => {
    for (const [role, who] of roles()) {
      const [mine, values] = insert(who.id)
      await asRole(house.database.appUrl, role, who.id, mine, await values())
      for (const [text, given] of [insert(colleague.id), insert(who.id, true)])
        await expect(asRole(house.database.appUrl, role, who.id, text, await given())).rejects.toThrow(
          /row-level security/,
        )
    }
  })

  test('nobody attaches what is somebody else’s, moves what is attached, or changes what it is', async () => {
    const ticket = await house.seed.ticket(own, contact)
    const { body } = await upload(house, colleague, 'a.png')
    const done = await attached({ ...own, requester: contact })
    const bind = 'update attachment set customer_id = $1, ticket_id = $2 where id = $3 returning id'
    for (const [role, who] of roles()) {
      for (const id of [body.id, done.id])
        expect(await asRole(house.database.appUrl, role, who.id, bind, [own.id, ticket.id, id])).toEqual([])
      for (const column of ['name', 'content_type', 'storage_key', 'uploader_id::text'])
        await expect(
          asRole(house.database.appUrl, role, who.id, `update attachment set ${column.split('::')[0]} = null`),
        ).rejects.toThrow(/permission denied/)
    }
    await expect(asRole(house.database.appUrl, 'accord_staff', admin.id, 'delete from attachment')).rejects.toThrow(
      /permission denied/,
    )
  })

  test('a contact attaches to nothing that a colleague wrote', async () => {
    const { body } = await upload(house, contact, 'a.png')
    const foreign = await house.seed.ticket(own, colleague)
    const mine = await house.seed.ticket(own, contact)
    const theirs = await house.seed.comment(mine, { id: admin.id, kind: 'ADMIN' })
    const bind = 'update attachment set customer_id = $1, ticket_id = $2, comment_id = $3 where id = $4'
    for (const values of [
      [own.id, foreign.id, null, body.id],
      [own.id, mine.id, theirs.id, body.id],
    ])
      await expect(asRole(house.database.appUrl, 'accord_contact', contact.id, bind, values)).rejects.toThrow(
        /row-level security/,
      )
    await asRole(house.database.appUrl, 'accord_contact', contact.id, bind, [own.id, mine.id, null, body.id])
  })
})
