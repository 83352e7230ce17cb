import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/core/db/ids.ts'
import { asRole } from '../attacks/tools.ts'
import { openHouse, type House, type Who } from '../house.ts'
import { dial, eventually, listen, quiet, type DialOptions, type Line } from './live-client.ts'

let house: House
let port: number
const lines: Line[] = []

beforeAll(async () => {
  house = await openHouse()
  port = await listen(house)
})
afterEach(async () => {
  for (const line of lines.splice(0)) line.hangUp()
  await eventually(() => house.app.sockets.size === 0 && house.app.ticketFeed.size === 0)
})
afterAll(() => house?.close())

const call = (who: Who, options?: DialOptions) => {
  const line = dial(port, who, options)
  lines.push(line)
  return line
}

let number = 0
async function ticket(of: { id: string; customer: { id: string } }, given: Record<string, unknown> = {}) {
  const id = newId()
  const now = new Date()
  await house.seed.insert('ticket', {
    id,
    number: `T-2026-${String((number += 1)).padStart(6, '0')}`,
    kind: 'REQUEST',
    subject: `Konu ${number}`,
    description: 'x',
    customer_id: of.customer.id,
    requester_id: of.id,
    opened_at: now,
    updated_at: now,
    ...given,
  })
  // PostgreSQL's word of it may take its time: nobody who begins to listen afterwards is told of the opening.
  await house.app.listener.say('heard', '')
  return id
}
const rename = (id: string, subject: string) =>
  house.sql('update ticket set subject = $2, updated_at = now() where id = $1', [id, subject])

const reading = ['CUSTOMERS_READ', 'TICKETS_READ', 'TICKETS_WRITE']
async function company() {
  const customer = await house.seed.customer()
  const group = await house.seed.group(customer)
  const contact = async (given: object = {}) => ({ ...(await house.seed.contact(customer, given)), customer })
  return { customer, group, contact }
}
const staff = (given: object = {}) => house.seed.technician({ permissions: reading, ...given })

const one = 'subscription ($id: ID) { ticketChanged(ticketId: $id) { id subject } }'
const all = 'subscription { ticketChanged { id subject } }'
const subjects = (told: { ticketChanged: { subject: string } }[]) => told.map((each) => each.ticketChanged.subject)
const opened = async (count: number) => eventually(() => house.app.ticketFeed.size === count)

describe('ticketChanged', () => {
  test('two people at once: each is told of the own only', async () => {
    const [a, b] = [await company(), await company()]
    const [ayse, berk] = [await a.contact(), await b.contact()]
    const [hers, his] = [await ticket(ayse), await ticket(berk)]
    const [herLine, hisLine] = [await call(ayse).subscribe(all), await call(berk).subscribe(all)]
    const boss = await call(await staff()).subscribe(all)
    const restricted = await call(await staff({ restricted: true, customers: [a.customer] })).subscribe(all)
    const { key } = await house.seed.key(await staff({ permissions: [...reading, 'API_KEYS_WRITE'] }), {
      permissions: reading,
      customers: [b.customer],
    })
    const partner = await call({ key }).subscribe(all)
    await opened(5)
    await rename(hers, 'Hers')
    await rename(his, 'His')
    expect(subjects(await herLine.count(1))).toEqual(['Hers'])
    expect(subjects(await hisLine.count(1))).toEqual(['His'])
    expect(subjects(await restricted.count(1))).toEqual(['Hers'])
    expect(subjects(await partner.count(1))).toEqual(['His'])
    expect(subjects(await boss.count(2)).toSorted()).toEqual(['Hers', 'His'])
    await quiet()
    for (const each of [herLine, hisLine, restricted, partner]) expect(each.told()).toHaveLength(1)
  })

  test('answers as a query does: aliases, fragments, nested lists, fields that code answers', async () => {
    const { contact } = await company()
    const who = await contact()
    const id = await ticket(who)
    const boss = await staff()
    const select = `__typename no: number requester { ...R lastSeenAt } comments(first: 2) { totalCount nodes { body } }`
    const fragment = 'fragment R on Contact { name }'
    const line = await call(boss).subscribe(`subscription { changed: ticketChanged { ${select} } } ${fragment}`)
    const plain = await call(boss).subscribe(
      `subscription { ticketChanged { no: number requester { ...R } } } ${fragment}`,
    )
    await opened(2)
    await rename(id, 'x')
    const query = await house.ask(boss, `{ ticket(id: "${id}") { ${select} } } ${fragment}`)
    expect(await line.count(1)).toEqual([{ changed: query.data.ticket }])
    expect((await plain.count(1))[0].ticketChanged).toEqual({
      no: query.data.ticket.no,
      requester: { name: query.data.ticket.requester.name },
    })
  })

  test('scope is the portal’s toggle; the right to it is asked', async () => {
    const { contact, group } = await company()
    const chief = await contact({ company: true })
    const plain = await contact({ group })
    const id = await ticket(plain)
    const scoped = 'subscription ($scope: TicketScope) { ticketChanged(scope: $scope) { id } }'
    const own = await call(chief).subscribe(scoped, { scope: 'OWN' })
    const whole = await call(chief).subscribe(scoped, { scope: 'COMPANY' })
    await opened(2)
    await rename(id, 'x')
    await whole.count(1)
    await quiet()
    expect(own.told()).toEqual([])
    const [closed] = await (await call(plain).subscribe(scoped, { scope: 'COMPANY' })).error()
    expect(closed.extensions.code).toBe('FORBIDDEN')
    const [wrong] = await (await call(await staff()).subscribe(scoped, { scope: 'OWN' })).error()
    expect(wrong.extensions.code).toBe('BAD_USER_INPUT')
  })

  test('an internal comment wakes staff, and nobody else', async () => {
    const { contact, customer } = await company()
    const who = await contact({ company: true })
    const id = await ticket(who)
    const boss = await staff({ permissions: [...reading, 'API_KEYS_WRITE'] })
    const { key } = await house.seed.key(boss, { permissions: reading, customers: [customer] })
    const said = 'subscription ($id: ID) { ticketChanged(ticketId: $id) { comments { nodes { body } } } }'
    const told = await call(boss).subscribe(said, { id })
    const silent = [
      await call(who).subscribe(said, { id }),
      await call(who).subscribe(all),
      await call({ key }).subscribe(said, { id }),
      await call({ key }).subscribe(all),
    ]
    await opened(5)
    const add = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } errors { code } } }'
    await house.ask(boss, add, { input: { ticketId: id, body: 'Gizli', internal: true } })
    expect((await told.count(1))[0].ticketChanged.comments.nodes).toEqual([{ body: 'Gizli' }])
    await quiet()
    for (const each of silent) expect(each.told()).toEqual([])
    await house.ask(boss, add, { input: { ticketId: id, body: 'Açık' } })
    expect((await silent[0]!.count(1))[0].ticketChanged.comments.nodes).toEqual([{ body: 'Açık' }])
    for (const each of silent) await each.count(1)
  })

  test('approval: who is asked hears of it, who is not asked any more does not', async () => {
    const { contact } = await company()
    const [requester, approver] = [await contact(), await contact()]
    const id = await ticket(requester)
    const boss = await staff()
    const line = await call(approver).subscribe(all)
    await opened(1)
    await rename(id, 'before')
    const ask =
      'mutation ($input: RequestApprovalInput!) { requestApproval(input: $input) { ticket { id } errors { code } } }'
    expect((await house.ask(boss, ask, { input: { ticketId: id, approverIds: [approver.id] } })).errors).toBeUndefined()
    expect(subjects(await line.count(1))).toEqual(['before'])
    await house.ask(boss, ask, { input: { ticketId: id, approverIds: [] } })
    await quiet()
    const heard = line.told().length
    await rename(id, 'after')
    await quiet()
    expect(line.told()).toHaveLength(heard)
  })

  test('who moved to another company hears of the old tickets', async () => {
    const [a, b] = [await company(), await company()]
    const former = await a.contact({ active: false })
    const now = { ...(await b.contact({ accountId: former.accountId! })), cookie: former.cookie }
    const id = await ticket(former)
    const line = await call(now).subscribe(all)
    await opened(1)
    await rename(id, 'old')
    expect(subjects(await line.count(1))).toEqual(['old'])
  })

  test('fifty receivers, and a burst that is told as one', async () => {
    const { contact } = await company()
    const who = await contact()
    const id = await ticket(who)
    const boss = await staff()
    const line = call(boss)
    const others = Array.from({ length: 3 }, () => call(boss))
    const all50 = await Promise.all(
      Array.from({ length: 50 }, (_, i) => [line, ...others][i % 4]!.subscribe(one, { id })),
    )
    await opened(50)
    for (let i = 0; i < 30; i += 1) await rename(id, `n${i}`)
    await Promise.all(all50.map((each) => eventually(() => subjects(each.told()).at(-1) === 'n29')))
    for (const each of all50) expect(each.told().length).toBeLessThan(30)
  })

  test('more than a hundred at once: one thing is told, lists are to be asked again', async () => {
    const { contact } = await company()
    const who = await contact()
    const id = await ticket(who)
    for (let i = 0; i < 101; i += 1) await ticket(who)
    const boss = await staff()
    const [single, list] = [await call(boss).subscribe(one, { id }), await call(boss).subscribe(all)]
    await opened(2)
    await house.sql('update ticket set priority = $1 where requester_id = $2', ['HIGH', who.id])
    await single.count(1)
    expect((await list.error())[0].extensions.code).toBe('TIMEOUT')
  })

  test('complete ends it, and the socket goes on', async () => {
    const { contact } = await company()
    const who = await contact()
    const id = await ticket(who)
    const line = call(who)
    const [first, second] = [await line.subscribe(one, { id }), await line.subscribe(one, { id })]
    await opened(2)
    first.complete()
    await opened(1)
    await rename(id, 'x')
    await second.count(1)
    expect(first.told()).toEqual([])
  })

  test('queries and mutations are refused, and say where they belong', async () => {
    const who = await staff()
    for (const query of ['{ me { kind } }', 'mutation { revokeSession(input: { id: "x" }) { errors { code } } }']) {
      const [error] = await (await call(who).subscribe(query)).error()
      expect(error.message).toContain('Send queries and mutations by POST')
      expect(error.extensions.code).toBe('BAD_USER_INPUT')
    }
    const answer = await house.ask(who, all)
    expect(answer.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  })
})

describe('R21: the connection that listens is lost', () => {
  /** Breaks the connection; the answer waits until it listens again. */
  async function lose(meanwhile: () => Promise<void>) {
    const gap = new Promise<void>((resolve) => {
      const over = house.app.listener.onGap(() => {
        over()
        resolve()
      })
    })
    await asRole(
      house.database.appUrl,
      null,
      null,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'accord-listen' and datname = current_database()`,
    )
    await meanwhile()
    await gap
  }

  test('it listens again, and what was missed is told', async () => {
    const { contact } = await company()
    const who = await contact()
    const [id, other] = [await ticket(who), await ticket(who)]
    const boss = await staff()
    const [single, list] = [await call(boss).subscribe(one, { id }), await call(boss).subscribe(all)]
    await opened(2)
    await lose(async () => {
      await rename(id, 'missed')
      await rename(other, 'missed too')
    })
    await eventually(() => subjects(single.told()).includes('missed'))
    await eventually(() => ['missed', 'missed too'].every((each) => subjects(list.told()).includes(each)))
    await rename(id, 'later')
    await eventually(() => subjects(single.told()).includes('later'))
  })

  test('what leaves no trace on its ticket is told too: an internal comment, one more who is asked', async () => {
    const { customer, contact } = await company()
    const [who, approver, colleague] = [await contact(), await contact(), await contact({ company: true })]
    const old = new Date(Date.now() - 86_400_000)
    const give = (subject: string) => ticket(who, { subject, approval: 'PENDING', updated_at: old })
    const [spoken, asked] = [await give('spoken internally'), await give('asked once more')]
    const quietly = { id: newId(), customer_id: customer.id, ticket_id: asked }
    const lists = [await call(await staff()).subscribe(all), await call(colleague).subscribe(all)] as const
    await opened(2)
    await lose(async () => {
      // Nobody hears: the triggers' words go to the connection that is lost.
      await house.sql(
        `insert into ticket_comment (id, customer_id, ticket_id, body, internal, author_kind, author_id, author_name, created_at)
         values ($1, $2, $3, 'İç not', true, 'TECHNICIAN', $1, 'Biri', now())`,
        [newId(), customer.id, spoken],
      )
      await house.seed.insert('ticket_approval', {
        ...quietly,
        contact_id: approver.id,
        contact_name: 'Onaylayan',
        asked_at: new Date(),
      })
    })
    const [staffs, contacts] = lists
    await eventually(() =>
      ['spoken internally', 'asked once more'].every((each) => subjects(staffs.told()).includes(each)),
    )
    await eventually(() => subjects(contacts.told()).includes('asked once more'))
    expect(subjects(contacts.told())).not.toContain('spoken internally')
  })
})
