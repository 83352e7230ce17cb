import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docx, download, gif, heic, jpeg, ods, odt, pdf, png, upload, webp, xlsx } from '../files.ts'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }
let customer: { id: string }
let requester: Who & { id: string }

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true, name: 'Yönetici Yıldız' })
  customer = await house.seed.customer()
  requester = await house.seed.contact(customer, { name: 'Deniz Kaya' })
})
afterAll(() => house.close())

const file = 'attachments { id name contentType size url createdAt uploader { __typename id name } }'
const comment = `mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id ${file} } errors { code path message } } }`
const create = `mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id ${file} } errors { code path } } }`
const look = `query ($id: ID!) { ticket(id: $id) { ${file} comments { nodes { internal ${file} } } } }`
const opening = (...attachmentIds: string[]) => ({
  input: { kind: 'INCIDENT', subject: 'Fatura', description: 'Ekte.', attachmentIds },
})

describe('uploading', () => {
  test.each([
    ['resim.png', png(), 'image/png'],
    ['foto.JPG', jpeg(), 'image/jpeg'],
    ['foto.jpeg', jpeg(), 'image/jpeg'],
    ['a.gif', gif(), 'image/gif'],
    ['a.webp', webp(), 'image/webp'],
    ['a.heic', heic(), 'image/heic'],
    ['rapor.pdf', pdf(), 'application/pdf'],
    ['günlük.txt', 'Işık söndü.\r\n\tÇığlık', 'text/plain'],
    ['liste.csv', '\ufeffad;tutar\nŞule;1,5\n', 'text/csv'],
    ['mektup.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['hesap.xlsx', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['mektup.odt', odt(), 'application/vnd.oasis.opendocument.text'],
    ['hesap.ods', ods(), 'application/vnd.oasis.opendocument.spreadsheet'],
  ])('%s is taken', async (name, content, contentType) => {
    const who = await house.seed.technician({ administrator: true })
    const { status, body } = await upload(house, who, name, content)
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), name, contentType, size: Buffer.byteLength(content) },
    ])
  })

  test('the type that the sender names is nobody’s business, and none may be named', async () => {
    const who = await house.seed.technician({ administrator: true })
    expect((await upload(house, who, 'a.png', png(), { 'content-type': 'text/html' })).body.contentType).toBe(
      'image/png',
    )
    expect((await upload(house, who, 'a.png', png(), { 'content-type': 'application/json' })).status).toBe(201)
    expect(
      (await upload(house, who, 'a.png', png(), { 'content-type': 'multipart/form-data; boundary=x' })).status,
    ).toBe(201)
  })

  test('files and folders are readable for nobody else', async () => {
    await upload(house, admin, 'a.png')
    const files = join(house.dataDir, 'files')
    const modes = readdirSync(files, { recursive: true, withFileTypes: true }).map((each) => {
      const { mode } = statSync(join(each.parentPath, each.name))
      return [each.isDirectory(), (mode & 0o777).toString(8)].join()
    })
    expect([...new Set(modes)].toSorted()).toEqual(['false,600', 'true,700'])
    expect(readdirSync(join(files, 'staging'))).toEqual([])
  })
})

describe('attaching', () => {
  test('a contact opens a ticket with files, which staff see', async () => {
    const [a, b] = [await upload(house, requester, 'ekran.png'), await upload(house, requester, 'rapor.pdf', pdf())]
    const { data } = await house.ask(requester, create, opening(a.body.id, b.body.id))
    expect(data.createTicket.errors).toEqual([])
    const { ticket } = data.createTicket
    expect(ticket.attachments).toMatchObject([
      {
        id: a.body.id,
        name: 'ekran.png',
        contentType: 'image/png',
        size: png().length,
        url: `/files/attachments/${a.body.id}`,
        uploader: { __typename: 'Contact', id: requester.id, name: 'Deniz Kaya' },
      },
      { id: b.body.id, name: 'rapor.pdf' },
    ])
    expect((await house.ask(admin, look, { id: ticket.id })).data.ticket.attachments).toHaveLength(2)
    const events = await house.ask(
      admin,
      'query ($id: ID!) { ticket(id: $id) { timeline { nodes { action changes { field to } } } } }',
      { id: ticket.id },
    )
    expect(events.data.ticket.timeline.nodes[0]).toMatchObject({
      action: 'CREATED',
      changes: expect.arrayContaining([{ field: 'attachments', to: 'ekran.png, rapor.pdf' }]),
    })
  })

  test('a comment with a file: who cannot see the uploader reads the name', async () => {
    const ticket = await house.seed.ticket(customer, requester)
    const { body } = await upload(house, admin, 'çözüm.txt', 'Kapatıp açın.')
    const { data } = await house.ask(admin, comment, {
      input: { ticketId: ticket.id, body: 'Ekte.', attachmentIds: [body.id] },
    })
    expect(data.addComment.errors).toEqual([])
    const seen = await house.ask(requester, look, { id: ticket.id })
    expect(seen.data.ticket.attachments).toEqual([])
    expect(seen.data.ticket.comments.nodes[0].attachments).toMatchObject([
      { name: 'çözüm.txt', uploader: { __typename: 'Participant', name: 'Yönetici Yıldız' } },
    ])
    const node = 'query ($id: ID!) { node(id: $id) { __typename ... on Attachment { name uploader { name } } } }'
    expect((await house.ask(requester, node, { id: body.id })).data.node).toEqual({
      __typename: 'Attachment',
      name: 'çözüm.txt',
      uploader: { name: 'Yönetici Yıldız' },
    })
    const events = await house.sql(`select action, changes from audit_event where subject_id = $1`, [ticket.id])
    expect(events).toMatchObject([{ action: 'ATTACHED', changes: [{ field: 'attachments', to: 'çözüm.txt' }] }])
  })

  test('a file is attached once, by its uploader; what cannot be attached leaves nothing behind', async () => {
    const ticket = await house.seed.ticket(customer, requester)
    const colleague = await house.seed.technician({ administrator: true })
    const [mine, theirs] = [await upload(house, admin, 'a.png'), await upload(house, colleague, 'b.png')]
    const input = { ticketId: ticket.id, body: 'Ekte.' }
    for (const attachmentIds of [[mine.body.id, theirs.body.id], ['x'], ['00000000-0000-4000-8000-000000000000']])
      expect((await house.ask(admin, comment, { input: { ...input, attachmentIds } })).data.addComment).toMatchObject({
        comment: null,
        errors: [{ code: 'NOT_FOUND', path: ['attachmentIds'], message: expect.stringContaining('Upload it again') }],
      })
    const many = Array.from({ length: 11 }, (_, i) => `00000000-0000-4000-8000-0000000000${10 + i}`)
    expect(
      (await house.ask(admin, comment, { input: { ...input, attachmentIds: many } })).data.addComment.errors,
    ).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['attachmentIds'] }])
    expect(await house.sql('select 1 from ticket_comment where ticket_id = $1', [ticket.id])).toEqual([])
    const once = { input: { ...input, attachmentIds: [mine.body.id, mine.body.id], idempotencyKey: 'ek-1' } }
    const [first, again] = [await house.ask(admin, comment, once), await house.ask(admin, comment, once)]
    expect(first.data.addComment.comment.attachments).toHaveLength(1)
    expect(again.data).toEqual(first.data)
    const twice = { input: { ...input, attachmentIds: [mine.body.id] } }
    expect((await house.ask(admin, comment, twice)).data.addComment.errors[0].code).toBe('NOT_FOUND')
  })

  test('a ticket that cannot have its files is not opened', async () => {
    const before = await house.sql('select count(*) from ticket')
    const { data } = await house.ask(requester, create, opening('00000000-0000-4000-8000-000000000000'))
    expect(data.createTicket).toEqual({ ticket: null, errors: [{ code: 'NOT_FOUND', path: ['attachmentIds'] }] })
    expect(await house.sql('select count(*) from ticket')).toEqual(before)
  })
})

describe('downloading', () => {
  test('the bytes, as a download that no browser runs', async () => {
    const content = png(70_000)
    const { body } = await upload(house, admin, "Çağrı 'son' (1).png", content)
    const answer = await download(house, admin, body.id)
    expect(answer.rawPayload.equals(content)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(content.length),
      'content-disposition': "attachment; filename*=UTF-8''%C3%87a%C4%9Fr%C4%B1%20%27son%27%20%281%29.png",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    const asked = await house.app.http.inject({
      method: 'GET',
      url: `/files/attachments/${body.id}?inline=1`,
      headers: { cookie: (admin as { cookie: string }).cookie },
    })
    expect(asked.headers['content-disposition']).toMatch(/^attachment/)
  })

  test('a key downloads and uploads like anybody', async () => {
    const key = await house.seed.key(admin, { permissions: ['TICKETS_READ', 'TICKETS_WRITE'] })
    const { status, body } = await upload(house, key, 'a.csv', 'a;b\n')
    expect(status).toBe(201)
    const answer = await download(house, key, body.id)
    expect([answer.body, answer.headers['content-type']]).toEqual(['a;b\n', 'text/csv; charset=utf-8'])
  })
})
