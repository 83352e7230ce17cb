import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moves, ticketStatuses } from '../../src/features/tickets/ticket.status.ts'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true, name: 'Yönetici Yıldız' })
})
afterAll(() => house.close())

const opening = (more: string) =>
  `mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id version number kind status approval priority subject customer { id } requester { id } group { id } assignee { id } ${more} visibleBecause } errors { code path message } } }`
const create = opening('asset { id }')
// What the customers’ people may ask for.
const createAsContact = opening('')
const update = `mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { id version status assignee { id } resolvedAt closedAt viewerCanSet } errors { code path message } } }`
const reopen = `mutation ($input: ReopenTicketInput!) { reopenTicket(input: $input) { ticket { id status resolvedAt comments { nodes { body } } } errors { code path message } } }`
const rate = `mutation ($input: RateTicketInput!) { rateTicket(input: $input) { ticket { rating ratingComment } errors { code path } } }`
const comment = `mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id body internal author { __typename id name } } errors { code path } } }`
const ask = `mutation ($input: RequestApprovalInput!) { requestApproval(input: $input) { ticket { approval approvers { id } } errors { code path } } }`
const decide = `mutation ($input: DecideApprovalInput!) { decideApproval(input: $input) { ticket { approval approvals { status comment approver { id } } } errors { code path } } }`
const list = `query ($scope: TicketScope, $filter: TicketFilter) { tickets(scope: $scope, filter: $filter) { totalCount nodes { id visibleBecause } } }`

const worker = (given: Parameters<House['seed']['technician']>[0] = {}) =>
  house.seed.technician({
    permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'TICKETS_READ', 'TICKETS_WRITE'],
    ...given,
  })
const idsOf = (answer: { data: { tickets: { nodes: { id: string }[] } } }) =>
  answer.data.tickets.nodes.map(({ id }) => id).toSorted()
const ids = (...rows: { id: string }[]) => rows.map(({ id }) => id).toSorted()

describe('opening', () => {
  test('a contact opens one: own customer, own group remembered, counted per year', async () => {
    const customer = await house.seed.customer()
    const group = await house.seed.group(customer)
    const contact = await house.seed.contact(customer, { group })
    const input = { kind: 'INCIDENT', subject: '  Yazıcı   çalışmıyor ', description: 'Kâğıt sıkıştı.' }
    const { data } = await house.ask(contact, createAsContact, { input })
    expect(data.createTicket.errors).toEqual([])
    const { ticket } = data.createTicket
    expect(ticket).toMatchObject({
      version: 1,
      kind: 'INCIDENT',
      status: 'OPEN',
      approval: 'NOT_NEEDED',
      priority: 'NORMAL',
      subject: 'Yazıcı çalışmıyor',
      customer: { id: customer.id },
      requester: { id: contact.id },
      group: { id: group.id },
      visibleBecause: ['OWN'],
    })
    const year = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Istanbul', year: 'numeric' }).format(new Date())
    expect(ticket.number).toMatch(new RegExp(`^T-${year}-\\d{6}$`))
    const second = await house.ask(contact, createAsContact, { input })
    expect(Number(second.data.createTicket.ticket.number.slice(-6))).toBe(Number(ticket.number.slice(-6)) + 1)
  })

  test.for(['customerId', 'requesterId', 'priority', 'assigneeId', 'assetId'])(
    'F5: a contact does not say %s',
    async (field) => {
      const customer = await house.seed.customer()
      const contact = await house.seed.contact(customer)
      const value = field === 'priority' ? 'URGENT' : contact.id
      const answer = await house.ask(contact, createAsContact, {
        input: { kind: 'REQUEST', subject: 'Konu', description: 'Metin', [field]: value },
      })
      expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
      expect(await house.sql('select id from ticket where customer_id = $1', [customer.id])).toEqual([])
    },
  )

  test('staff open one for a contact; the assignee hears of it', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const assignee = await worker({ restricted: true, customers: [customer] })
    const asset = await house.seed.asset(customer)
    const { data } = await house.ask(admin, create, {
      input: {
        kind: 'REQUEST',
        subject: 'Yeni dizüstü',
        description: 'Muhasebe için.',
        requesterId: contact.id,
        priority: 'HIGH',
        assigneeId: assignee.id,
        assetId: asset.id,
      },
    })
    expect(data.createTicket).toMatchObject({
      ticket: {
        priority: 'HIGH',
        assignee: { id: assignee.id },
        asset: { id: asset.id },
        visibleBecause: ['ALL_CUSTOMERS'],
      },
      errors: [],
    })
    const mails = await house.sql(
      'select to_address, subject, references_id from outgoing_mail where customer_id = $1',
      [customer.id],
    )
    expect(mails).toEqual([
      {
        to_address: assignee.email,
        subject: `[${data.createTicket.ticket.number}] Yeni dizüstü`,
        references_id: `<ticket-${data.createTicket.ticket.id}@accord.local>`,
      },
    ])
  })

  test('names what is wrong, and writes nothing', async () => {
    const customer = await house.seed.customer()
    const other = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const passive = await house.seed.contact(customer, { active: false })
    const asset = await house.seed.asset(other)
    const unseeing = await worker({ restricted: true, customers: [other] })
    const base = { kind: 'REQUEST', subject: 'Konu', description: 'Metin', requesterId: contact.id }
    const problems = async (more: Record<string, unknown>) =>
      (await house.ask(admin, create, { input: { ...base, ...more } })).data.createTicket.errors
    expect(await problems({ requesterId: null })).toMatchObject([{ code: 'REQUIRED', path: ['requesterId'] }])
    expect(await problems({ customerId: other.id })).toMatchObject([{ code: 'NOT_FOUND', path: ['requesterId'] }])
    expect(await problems({ requesterId: passive.id })).toMatchObject([{ code: 'NOT_ALLOWED', path: ['requesterId'] }])
    expect(await problems({ assetId: asset.id })).toMatchObject([{ code: 'NOT_FOUND', path: ['assetId'] }])
    expect(await problems({ assigneeId: unseeing.id })).toMatchObject([{ code: 'NOT_ALLOWED', path: ['assigneeId'] }])
    expect(await problems({ assigneeId: contact.id })).toMatchObject([{ code: 'NOT_FOUND', path: ['assigneeId'] }])
    expect(await problems({ subject: ' ' })).toMatchObject([{ code: 'REQUIRED', path: ['subject'] }])
    expect(await problems({ description: ' \n ' })).toMatchObject([{ code: 'REQUIRED', path: ['description'] }])
    await house.sql('update customer set active = false where id = $1', [customer.id])
    expect(await problems({})).toMatchObject([{ code: 'NOT_ALLOWED', path: ['customerId'] }])
    expect(await house.sql('select id from ticket where customer_id = $1', [customer.id])).toEqual([])
  })

  test('F15: the same key and body is the same ticket, another body a conflict', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const input = { kind: 'INCIDENT', subject: 'Bir kez', description: 'Metin', idempotencyKey: 'bir' }
    const [first, again] = [
      await house.ask(contact, createAsContact, { input }),
      await house.ask(contact, createAsContact, { input }),
    ]
    expect(again.data.createTicket.ticket.id).toBe(first.data.createTicket.ticket.id)
    const other = await house.ask(contact, createAsContact, { input: { ...input, subject: 'İki' } })
    expect(other.data.createTicket.errors).toMatchObject([{ code: 'CONFLICT', path: ['idempotencyKey'] }])
  })
})

describe('working', () => {
  test('the status table decides every move', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    for (const from of ticketStatuses) {
      for (const to of ticketStatuses) {
        const ticket = await house.seed.ticket(customer, contact, { status: from, resolvedAt: new Date() })
        const { data } = await house.ask(admin, update, { input: { ...ticket, status: to } })
        const may = from === to || moves[from].includes(to)
        expect(data.updateTicket.errors, `${from} → ${to}`).toEqual(
          may ? [] : [expect.objectContaining({ code: 'NOT_ALLOWED', path: ['status'] })],
        )
        if (may) expect(data.updateTicket.ticket).toMatchObject({ status: to, viewerCanSet: moves[to] })
      }
    }
  })

  test('F9: a stale version gets the current state', async () => {
    const customer = await house.seed.customer()
    const ticket = await house.seed.ticket(customer, await house.seed.contact(customer))
    await house.ask(admin, update, { input: { ...ticket, status: 'IN_PROGRESS' } })
    const { data } = await house.ask(admin, update, { input: { ...ticket, status: 'CANCELLED' } })
    expect(data.updateTicket).toMatchObject({
      ticket: { status: 'IN_PROGRESS', version: 2 },
      errors: [{ code: 'CONFLICT', path: ['version'] }],
    })
  })

  test('the timeline tells who changed what from what to what', async () => {
    const customer = await house.seed.customer()
    const assignee = await worker({ name: 'Selin Aydın' })
    const ticket = await house.seed.ticket(customer, await house.seed.contact(customer))
    await house.ask(admin, update, { input: { ...ticket, status: 'IN_PROGRESS', assigneeId: assignee.id } })
    await house.ask(admin, update, { input: { ...ticket, version: 2, assigneeId: null, priority: 'URGENT' } })
    const { data } = await house.ask(
      admin,
      `query ($id: ID!) { ticket(id: $id) { timeline { nodes { action actor { name } changes { field from to } } } } }`,
      { id: ticket.id },
    )
    expect(data.ticket.timeline.nodes).toEqual([
      {
        action: 'UPDATED',
        actor: { name: 'Yönetici Yıldız' },
        changes: [
          { field: 'priority', from: 'NORMAL', to: 'URGENT' },
          { field: 'assignee', from: 'Selin Aydın', to: null },
        ],
      },
      {
        action: 'UPDATED',
        actor: { name: 'Yönetici Yıldız' },
        changes: [
          { field: 'status', from: 'OPEN', to: 'IN_PROGRESS' },
          { field: 'assignee', from: null, to: 'Selin Aydın' },
        ],
      },
    ])
  })

  test('a resolution is told to the requester, once', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const ticket = await house.seed.ticket(customer, contact, { status: 'IN_PROGRESS' })
    const { data } = await house.ask(admin, update, { input: { ...ticket, status: 'RESOLVED' } })
    expect(data.updateTicket.ticket.resolvedAt).not.toBeNull()
    await house.ask(admin, update, { input: { ...ticket, version: 2, status: 'CLOSED' } })
    const mails = await house.sql('select to_address from outgoing_mail where customer_id = $1', [customer.id])
    expect(mails).toEqual([{ to_address: contact.email }])
  })

  test('whoever loses the authorization loses the open tickets, and that is told before', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const assignee = await worker({ restricted: true, customers: [customer] })
    const open = await house.seed.ticket(customer, contact, { assignee })
    const closed = await house.seed.ticket(customer, contact, { assignee, status: 'CLOSED' })
    const variables = { customerId: customer.id, technicianIds: [assignee.id] }
    const before = await house.ask(
      admin,
      `query ($customerId: ID!, $technicianIds: [ID!]!) { ticketsLosingAssignee(customerId: $customerId, technicianIds: $technicianIds) { nodes { id } } }`,
      variables,
    )
    expect(before.data.ticketsLosingAssignee.nodes).toEqual([{ id: open.id }])
    await house.ask(
      admin,
      `mutation ($input: SetAuthorizedTechniciansInput!) { setAuthorizedTechnicians(input: $input) { errors { code } } }`,
      { input: { customerId: customer.id, technicianIds: [] } },
    )
    const rows = await house.sql('select id, assignee_id from ticket where customer_id = $1', [customer.id])
    expect(new Map(rows.map((row) => [row['id'], row['assignee_id']]))).toEqual(
      new Map<unknown, unknown>([
        [open.id, null],
        [closed.id, assignee.id],
      ]),
    )
  })

  test('a customer, a contact and an asset with tickets stay', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const ticket = await house.seed.ticket(customer, contact)
    const asset = await house.seed.asset(customer)
    await house.ask(admin, update, { input: { ...ticket, assetId: asset.id } })
    for (const [verb, { id }] of Object.entries({
      deleteCustomer: customer,
      deleteContact: contact,
      deleteAsset: asset,
    })) {
      const { data } = await house.ask(
        admin,
        `mutation ($input: DeleteInput!) { ${verb}(input: $input) { deletedId errors { code path } } }`,
        { input: { id, version: 1 } },
      )
      expect(data[verb], verb).toEqual({ deletedId: null, errors: [{ code: 'IN_USE', path: ['id'] }] })
    }
  })
})

describe('talking', () => {
  test('E: internal comments exist for staff only, and leave no trace for others', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const ticket = await house.seed.ticket(customer, contact)
    const key = await house.seed.key(admin, { permissions: ['CUSTOMERS_READ', 'TICKETS_READ', 'TICKETS_WRITE'] })
    const read = `query ($id: ID!) { ticket(id: $id) { updatedAt comments { totalCount nodes { id internal author { __typename name } } } } }`
    const before = await house.ask(contact, read, { id: ticket.id })
    const { data } = await house.ask(admin, comment, {
      input: { ticketId: ticket.id, body: 'Müşteri bilmesin', internal: true },
    })
    expect(data.addComment.comment).toMatchObject({
      internal: true,
      author: { __typename: 'Technician', id: admin.id },
    })
    expect((await house.ask(contact, read, { id: ticket.id })).data).toEqual(before.data)
    expect((await house.ask(key, read, { id: ticket.id })).data.ticket.comments).toEqual({ totalCount: 0, nodes: [] })
    const node = `query ($id: ID!) { node(id: $id) { id } }`
    for (const who of [contact, key])
      expect((await house.ask(who, node, { id: data.addComment.comment.id })).data).toEqual({ node: null })
    expect(await house.sql('select id from outgoing_mail where customer_id = $1', [customer.id])).toEqual([])
    for (const who of [contact, key]) {
      const refused = await house.ask(who, comment, { input: { ticketId: ticket.id, body: 'x', internal: true } })
      expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    }
  })

  test('an answer reaches the requester, who knows the technician as a participant', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const ticket = await house.seed.ticket(customer, contact, { subject: 'Ağ yavaş' })
    await house.ask(admin, comment, { input: { ticketId: ticket.id, body: 'Bakıyoruz.' } })
    const { data } = await house.ask(
      contact,
      `query ($id: ID!) { ticket(id: $id) { comments { nodes { body author { __typename id name email active } } } } }`,
      { id: ticket.id },
    )
    expect(data.ticket.comments.nodes).toEqual([
      {
        body: 'Bakıyoruz.',
        author: { __typename: 'Participant', id: admin.id, name: 'Yönetici Yıldız', email: null, active: true },
      },
    ])
    expect(
      (await house.ask(contact, `query ($id: ID!) { node(id: $id) { __typename } }`, { id: admin.id })).data,
    ).toEqual({ node: null })
    const [mail] = await house.sql<{ to_address: string; body_text: string }>(
      'select to_address, body_text from outgoing_mail where customer_id = $1',
      [customer.id],
    )
    expect(mail).toMatchObject({ to_address: contact.email, body_text: expect.stringContaining('Bakıyoruz.') })
  })

  test('colleagues’ tickets are read with the right to them, and written on with the company’s only', async () => {
    const customer = await house.seed.customer()
    const group = await house.seed.group(customer)
    const requester = await house.seed.contact(customer, { group })
    const inGroup = await house.seed.contact(customer, { group, groupRight: true })
    const boss = await house.seed.contact(customer, { company: true })
    const approver = await house.seed.contact(customer)
    const nobody = await house.seed.contact(customer, { group })
    const ticket = await house.seed.ticket(customer, requester, { group, kind: 'REQUEST' })
    await house.seed.asked(ticket, approver)
    const write = async (who: Who) =>
      (await house.ask(who, comment, { input: { ticketId: ticket.id, body: 'Ben de' } })).data.addComment.errors
    expect(await write(requester)).toEqual([])
    expect(await write(boss)).toEqual([])
    expect(await write(inGroup)).toEqual([{ code: 'NOT_ALLOWED', path: ['ticketId'] }])
    expect(await write(approver)).toEqual([{ code: 'NOT_ALLOWED', path: ['ticketId'] }])
    expect(await write(nobody)).toEqual([{ code: 'NOT_FOUND', path: ['ticketId'] }])
  })
})

describe('the toggle', () => {
  test('own, group and company; a scope without the right is forbidden', async () => {
    const customer = await house.seed.customer()
    const [depot, office] = [await house.seed.group(customer), await house.seed.group(customer)]
    const plain = await house.seed.contact(customer, { group: depot })
    const grouped = await house.seed.contact(customer, { group: depot, groupRight: true })
    const boss = await house.seed.contact(customer, { company: true, group: office })
    const own = await house.seed.ticket(customer, plain, { group: depot })
    const groups = await house.seed.ticket(customer, grouped, { group: depot })
    const former = await house.seed.ticket(customer, grouped, { group: office })
    const far = await house.seed.ticket(customer, boss)
    const scoped = async (who: Who, scope?: string) => house.ask(who, list, { scope })
    expect(idsOf(await scoped(plain, 'OWN'))).toEqual(ids(own))
    expect(idsOf(await scoped(plain))).toEqual(ids(own))
    expect(idsOf(await scoped(grouped, 'OWN'))).toEqual(ids(groups, former))
    expect(idsOf(await scoped(grouped, 'GROUP'))).toEqual(ids(own, groups, former))
    expect(idsOf(await scoped(boss, 'GROUP'))).toEqual(ids(former, far))
    expect(idsOf(await scoped(boss, 'COMPANY'))).toEqual(ids(own, groups, former, far))
    for (const [who, scope] of [
      [plain, 'GROUP'],
      [plain, 'COMPANY'],
      [grouped, 'COMPANY'],
    ] as const)
      expect((await scoped(who, scope)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect((await scoped(admin, 'OWN')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    const [seen] = (await house.ask(boss, list, { filter: { requesterId: grouped.id } })).data.tickets.nodes.filter(
      ({ id }: { id: string }) => id === former.id,
    )
    expect(seen.visibleBecause).toEqual(['GROUP', 'COMPANY'])
    // Taken away, it holds at once.
    await house.sql('update contact set sees_group_records = false where id = $1', [grouped.id])
    expect((await scoped(grouped, 'GROUP')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect(idsOf(await scoped(grouped))).toEqual(ids(groups, former))
  })

  test('who moved to another company keeps reading what he or she opened, and knows the former one by name', async () => {
    const [before, now] = [await house.seed.customer({ code: 'ESK' }), await house.seed.customer()]
    const old = await house.seed.contact(before, { company: true, active: false })
    const ticket = await house.seed.ticket(before, old)
    await house.seed.ticket(before, await house.seed.contact(before))
    const contact = await house.seed.contact(now, { company: true, accountId: old.accountId!, email: old.email! })
    const mine = await house.seed.ticket(now, contact)
    const who = { cookie: old.cookie }
    expect(idsOf(await house.ask(who, list))).toEqual(ids(ticket, mine))
    expect(idsOf(await house.ask(who, list, { scope: 'OWN' }))).toEqual(ids(ticket, mine))
    expect(idsOf(await house.ask(who, list, { scope: 'COMPANY' }))).toEqual(ids(mine))
    const { data } = await house.ask(
      who,
      `query ($id: ID!) { ticket(id: $id) { visibleBecause viewerCanComment viewerCanReopen customer { id code } requester { id } } customers { nodes { id } } }`,
      { id: ticket.id },
    )
    expect(data).toEqual({
      ticket: {
        visibleBecause: ['OWN'],
        viewerCanComment: false,
        viewerCanReopen: false,
        customer: { id: before.id, code: null },
        requester: { id: old.id },
      },
      customers: { nodes: [{ id: now.id }] },
    })
  })
})

describe('approval', () => {
  test('F8: asked, decided once, never by the requester; work starts after', async () => {
    const customer = await house.seed.customer()
    const requester = await house.seed.contact(customer, { company: true })
    const [first, second] = [await house.seed.contact(customer), await house.seed.contact(customer)]
    const ticket = await house.seed.ticket(customer, requester, { kind: 'REQUEST' })
    const asking = async (approverIds: string[], of = ticket) =>
      (await house.ask(admin, ask, { input: { ticketId: of.id, approverIds } })).data.requestApproval
    expect((await asking([requester.id])).errors).toEqual([{ code: 'NOT_ALLOWED', path: ['approverIds'] }])
    expect(await asking([first.id, second.id])).toMatchObject({ ticket: { approval: 'PENDING' }, errors: [] })
    const started = await house.ask(admin, update, { input: { id: ticket.id, version: 2, status: 'IN_PROGRESS' } })
    expect(started.data.updateTicket.errors).toMatchObject([{ code: 'NOT_ALLOWED', path: ['status'] }])
    expect(await house.sql('select to_address from outgoing_mail where customer_id = $1', [customer.id])).toHaveLength(
      2,
    )
    const deciding = (who: Who, approve: boolean) =>
      house.ask(who, decide, { input: { ticketId: ticket.id, approve, comment: 'Olur' } })
    expect((await deciding(requester, true)).data.decideApproval.errors).toEqual([
      { code: 'NOT_ALLOWED', path: ['ticketId'] },
    ])
    const both = await Promise.all([deciding(first, true), deciding(second, false)])
    const codes = both.map(({ data }) => data.decideApproval.errors.map(({ code }: { code: string }) => code))
    expect(codes.toSorted()).toEqual([[], ['NOT_ALLOWED']])
    const [{ count }] = (await house.sql<{ count: string }>(
      `select count(*) from audit_event where subject_id = $1 and action in ('APPROVED', 'REJECTED')`,
      [ticket.id],
    )) as [{ count: string }]
    expect(count).toBe('1')
    expect((await asking([first.id])).errors).toEqual([{ code: 'NOT_ALLOWED', path: ['ticketId'] }])
  })

  test('F8: whoever is not asked any more neither decides nor sees', async () => {
    const customer = await house.seed.customer()
    const requester = await house.seed.contact(customer)
    const approver = await house.seed.contact(customer)
    const ticket = await house.seed.ticket(customer, requester, { kind: 'REQUEST' })
    await house.ask(admin, ask, { input: { ticketId: ticket.id, approverIds: [approver.id] } })
    const see = () =>
      house.ask(approver, `query ($id: ID!) { ticket(id: $id) { visibleBecause viewerCanApprove requester { id } } }`, {
        id: ticket.id,
      })
    expect((await see()).data.ticket).toEqual({
      visibleBecause: ['APPROVER'],
      viewerCanApprove: true,
      requester: { id: requester.id },
    })
    expect(idsOf(await house.ask(approver, list, { filter: { waitsForMe: true } }))).toEqual(ids(ticket))
    const { data } = await house.ask(admin, ask, { input: { ticketId: ticket.id, approverIds: [] } })
    expect(data.requestApproval).toEqual({ ticket: { approval: 'NOT_NEEDED', approvers: [] }, errors: [] })
    expect((await see()).data).toEqual({ ticket: null })
    const decided = await house.ask(approver, decide, { input: { ticketId: ticket.id, approve: true } })
    expect(decided.data.decideApproval.errors).toEqual([{ code: 'NOT_FOUND', path: ['ticketId'] }])
  })

  test('only contacts of the customer who can sign in are asked, and only about requests', async () => {
    const [customer, other] = [await house.seed.customer(), await house.seed.customer()]
    const requester = await house.seed.contact(customer)
    const asking = async (approver: { id: string }, kind = 'REQUEST') => {
      const ticket = await house.seed.ticket(customer, requester, { kind })
      const { data } = await house.ask(admin, ask, { input: { ticketId: ticket.id, approverIds: [approver.id] } })
      return data.requestApproval.errors
    }
    expect(await asking(await house.seed.contact(other))).toEqual([{ code: 'NOT_FOUND', path: ['approverIds'] }])
    const nowhere = [{ code: 'NOT_ALLOWED', path: ['approverIds'] }]
    expect(await asking(await house.seed.contact(customer, { email: null }))).toEqual(nowhere)
    expect(await asking(await house.seed.contact(customer, { active: false }))).toEqual(nowhere)
    expect(await asking(await house.seed.contact(customer), 'INCIDENT')).toEqual([
      { code: 'NOT_ALLOWED', path: ['ticketId'] },
    ])
  })
})

describe('after the resolution', () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

  test('a contact reopens within 14 days, staff at any time', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const late = await house.seed.ticket(customer, contact, { status: 'CLOSED', resolvedAt: daysAgo(14.1) })
    const fresh = await house.seed.ticket(customer, contact, { status: 'RESOLVED', resolvedAt: daysAgo(13.9) })
    const open = await house.seed.ticket(customer, contact)
    const opened = async (who: Who, ticket: object) =>
      (await house.ask(who, reopen, { input: { ...ticket, comment: 'Yine oldu' } })).data.reopenTicket
    expect(await opened(contact, fresh)).toMatchObject({
      ticket: { status: 'OPEN', resolvedAt: null, comments: { nodes: [{ body: 'Yine oldu' }] } },
      errors: [],
    })
    expect((await opened(contact, late)).errors).toMatchObject([
      { code: 'NOT_ALLOWED', message: expect.stringContaining('14') },
    ])
    expect((await opened(admin, late)).errors).toEqual([])
    expect((await opened(contact, open)).errors).toMatchObject([{ code: 'NOT_ALLOWED', path: ['id'] }])
  })

  test('the requester rates, nobody else', async () => {
    const customer = await house.seed.customer()
    const requester = await house.seed.contact(customer)
    const boss = await house.seed.contact(customer, { company: true })
    const ticket = await house.seed.ticket(customer, requester, { status: 'RESOLVED', resolvedAt: new Date() })
    const rating = async (who: Who, value: number, id = ticket.id) =>
      (await house.ask(who, rate, { input: { id, rating: value, comment: 'Hızlıydı' } })).data.rateTicket
    expect((await rating(boss, 5)).errors).toEqual([{ code: 'NOT_ALLOWED', path: ['id'] }])
    expect((await rating(requester, 6)).errors).toEqual([{ code: 'INVALID', path: ['rating'] }])
    expect(await rating(requester, 5)).toEqual({ ticket: { rating: 5, ratingComment: 'Hızlıydı' }, errors: [] })
    const open = await house.seed.ticket(customer, requester)
    expect((await rating(requester, 5, open.id)).errors).toEqual([{ code: 'NOT_ALLOWED', path: ['id'] }])
  })
})

test('a restricted technician works on authorized customers’ tickets and knows no others', async () => {
  const [mine, other] = [await house.seed.customer(), await house.seed.customer()]
  const technician = await worker({ restricted: true, customers: [mine] })
  const seen = await house.seed.ticket(mine, await house.seed.contact(mine))
  const unseen = await house.seed.ticket(other, await house.seed.contact(other))
  const answer = await house.ask(technician, list)
  expect(answer.data.tickets).toEqual({ totalCount: 1, nodes: [{ id: seen.id, visibleBecause: ['AUTHORIZED'] }] })
  for (const [verb, document, input] of [
    ['updateTicket', update, { ...unseen, status: 'CANCELLED' }],
    ['reopenTicket', reopen, unseen],
    ['addComment', comment, { ticketId: unseen.id, body: 'x' }],
    ['requestApproval', ask, { ticketId: unseen.id, approverIds: [] }],
  ] as const) {
    const { data } = await house.ask(technician, document, { input })
    expect(data[verb].errors, verb).toMatchObject([{ code: 'NOT_FOUND' }])
  }
})

describe('a text that many tickets have', () => {
  const found = `query ($filter: TicketFilter, $after: String, $orderBy: TicketOrder) {
    tickets(first: 100, after: $after, filter: $filter, orderBy: $orderBy) { totalCount nodes { id subject } pageInfo { endCursor hasNextPage } } }`
  const many = 260
  let mine: { id: string }
  beforeAll(async () => {
    mine = await house.seed.customer()
    const requester = await house.seed.contact(mine)
    await house.seed.ticket(mine, requester, { subject: 'Sıkkelime eşsizlik', openedAt: new Date('2020-01-01') })
    const like = await house.seed.ticket(mine, requester, { subject: 'Sıkkelime', openedAt: new Date('2020-01-02') })
    await house.sql(
      `insert into ticket (id, number, kind, subject, description, status, priority, customer_id, requester_id, opened_at, updated_at)
       select uuidv7(), 'T-1998-' || lpad(n::text, 6, '0'), kind, 'Uzunca anlatılan sıkkelime ' || n, description, status, priority, customer_id, requester_id,
         opened_at + interval '1 minute' * n, updated_at
       from ticket, generate_series(1, ${many - 2}) n where id = $1`,
      [like.id],
    )
  })

  test.each([undefined, 'OPENED_AT_ASC', 'PRIORITY_DESC'])(
    'is found page by page, and counted (%s)',
    async (orderBy) => {
      const subjects: string[] = []
      let after: string | null = null
      do {
        const { data } = await house.ask(admin, found, { filter: { text: 'SIKKELİME' }, after, orderBy })
        expect(data.tickets.totalCount).toBe(many)
        subjects.push(...data.tickets.nodes.map(({ subject }: { subject: string }) => subject))
        after = data.tickets.pageInfo.hasNextPage ? data.tickets.pageInfo.endCursor : null
      } while (after)
      expect(new Set(subjects).size).toBe(many)
      expect(subjects.at(orderBy === 'OPENED_AT_ASC' ? 0 : -1)).toBe('Sıkkelime eşsizlik')
    },
  )

  test('is searched for beside other filters, and a rare one as ever', async () => {
    const ask = async (filter: object) => (await house.ask(admin, found, { filter })).data.tickets
    expect((await ask({ text: 'sıkkelime', customerId: mine.id })).totalCount).toBe(many)
    expect((await ask({ text: 'sıkkelime', status: ['CLOSED'] })).nodes).toEqual([])
    expect((await ask({ text: 'eşsizlik' })).nodes).toMatchObject([{ subject: 'Sıkkelime eşsizlik' }])
  })

  test('shows nobody more than before', async () => {
    const restricted = await worker({ restricted: true, customers: [await house.seed.customer()] })
    const { data } = await house.ask(restricted, found, { filter: { text: 'sıkkelime' } })
    expect(data.tickets).toMatchObject({ totalCount: 0, nodes: [] })
  })

  test('is ranked among the 200 newest that have it; a rare one among all', async () => {
    const search = 'query ($text: String!) { search(text: $text, first: 100) { ... on Ticket { subject } } }'
    for (const who of [admin, await worker({ restricted: true, customers: [mine] })]) {
      const subjects = async (text: string) =>
        (await house.ask(who, search, { text })).data.search.map(({ subject }: { subject: string }) => subject)
      const shown = await subjects('sıkkelime')
      expect(shown).toHaveLength(100)
      // The likest of all is older than those.
      expect(shown).not.toContain('Sıkkelime')
      expect(await subjects('eşsizlik sıkkel')).toEqual(['Sıkkelime eşsizlik'])
    }
  })
})
