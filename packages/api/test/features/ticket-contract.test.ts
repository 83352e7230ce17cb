/** What contracts are to tickets and assets: which one a new ticket is under, and who is asked by its type. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asRole } from '../attacks/tools.ts'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }
beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
})
afterAll(() => house.close())

const day = (days: number) => house.clock.today().add({ days }).toString()
const running = () => ({ startsOn: day(-30), endsOn: day(30) })
const over = () => ({ startsOn: day(-60), endsOn: day(-31) })

const ask = async (who: Who, name: string, input: object, select: string) => {
  const { data, errors } = await house.ask(
    who,
    `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${select} errors { code path } } }`,
    { input },
  )
  expect(errors).toBeUndefined()
  return data[name]
}
const ticketFields = 'ticket { id version approval contract { id } approvers { id } }'
const open = (who: Who, more: object = {}) =>
  ask(
    who,
    'createTicket',
    { kind: 'REQUEST', subject: 'Yeni ekran', description: 'İkinci ekran', ...more },
    ticketFields,
  )
const contractOf = async (id: string) =>
  (await house.sql<{ contract_id: string | null }>('select contract_id from ticket where id = $1', [id]))[0]!
    .contract_id

describe('the contract of a ticket', () => {
  test('is the only active one of the customer when nobody says one', async () => {
    const customer = await house.seed.customer()
    const requester = await house.seed.contact(customer)
    const byStaff = (more: object = {}) => open(admin, { requesterId: requester.id, ...more })
    expect((await byStaff()).ticket.contract).toBeNull()
    const contract = await house.seed.contract(customer, running())
    const old = await house.seed.contract(customer, over())
    const draft = await house.seed.contract(customer, { ...running(), draft: true })
    const { ticket } = await byStaff()
    expect(ticket.contract).toEqual({ id: contract.id })
    expect((await byStaff({ contractId: null })).ticket.contract).toBeNull()
    expect((await byStaff({ contractId: old.id })).ticket.contract).toEqual({ id: old.id })
    expect((await byStaff({ contractId: draft.id })).errors).toMatchObject([
      { code: 'NOT_ALLOWED', path: ['contractId'] },
    ])
    await house.seed.contract(customer, running())
    expect((await byStaff()).ticket.contract).toBeNull()
  })

  test('is the customer’s own: another’s is not found, neither new nor changed', async () => {
    const customer = await house.seed.customer()
    const requester = await house.seed.contact(customer)
    const foreign = await house.seed.contract(await house.seed.customer(), running())
    const own = await house.seed.contract(customer, over())
    expect((await open(admin, { requesterId: requester.id, contractId: foreign.id })).errors).toMatchObject([
      { code: 'NOT_FOUND', path: ['contractId'] },
    ])
    const { ticket } = await open(admin, { requesterId: requester.id })
    const change = (contractId: string | null, version: number) =>
      ask(admin, 'updateTicket', { id: ticket.id, version, contractId }, ticketFields)
    expect(await change(foreign.id, 1)).toMatchObject({
      ticket: null,
      errors: [{ code: 'NOT_FOUND', path: ['contractId'] }],
    })
    expect(await change(own.id, 1)).toMatchObject({ ticket: { version: 2, contract: { id: own.id } }, errors: [] })
    expect(await change(null, 2)).toMatchObject({ ticket: { version: 3, contract: null }, errors: [] })
    const { data } = await house.ask(
      admin,
      `query ($id: ID!) { ticket(id: $id) { timeline(first: 1) { nodes { changes { field from to } } } } }`,
      { id: ticket.id },
    )
    expect(data.ticket.timeline.nodes[0].changes).toEqual([
      { field: 'contract', from: expect.stringMatching(/^C-/), to: null },
    ])
  })

  test('holds for a contact without the company right too, who is not told which', async () => {
    const customer = await house.seed.customer()
    const contract = await house.seed.contract(customer, running())
    const [plain, boss] = [await house.seed.contact(customer), await house.seed.contact(customer, { company: true })]
    const { ticket } = await open(plain)
    expect(ticket.contract).toBeNull()
    expect(await contractOf(ticket.id)).toBe(contract.id)
    // Nor can it be found out, or left aside.
    const list = async (who: Who) =>
      (
        await house.ask(who, `query ($id: ID) { tickets(filter: { contractId: $id }) { totalCount } }`, {
          id: contract.id,
        })
      ).data.tickets.totalCount
    expect(await list(plain)).toBe(0)
    expect(await list(boss)).toBe(1)
    expect(await contractOf((await open(plain, { contractId: null })).ticket.id)).toBe(contract.id)
    expect((await open(plain, { contractId: contract.id })).errors).toMatchObject([{ code: 'NOT_FOUND' }])
    const old = await house.seed.contract(customer, over())
    expect((await open(boss, { contractId: old.id })).errors).toMatchObject([
      { code: 'NOT_ALLOWED', path: ['contractId'] },
    ])
    expect((await open(boss, { contractId: contract.id })).ticket.contract).toEqual({ id: contract.id })
    const seen = await house.ask(boss, `{ contracts { nodes { id tickets { totalCount } } } }`)
    expect(seen.data.contracts.nodes).toContainEqual({ id: contract.id, tickets: { totalCount: 3 } })
  })

  test('cannot be deleted while something names it, and covers assets', async () => {
    const customer = await house.seed.customer()
    const contract = await house.seed.contract(customer, running())
    const foreign = await house.seed.contract(await house.seed.customer(), running())
    const input = { customerId: customer.id, kind: 'ASSET', name: 'Sunucu' }
    const select = 'asset { id version contract { id } }'
    expect((await ask(admin, 'createAsset', { ...input, contractId: foreign.id }, select)).errors).toMatchObject([
      { code: 'NOT_FOUND', path: ['contractId'] },
    ])
    const { asset } = await ask(admin, 'createAsset', { ...input, contractId: contract.id }, select)
    expect(asset.contract).toEqual({ id: contract.id })
    await house.sql('update contract set draft = true where id = $1', [contract.id])
    const { data } = await house.ask(
      admin,
      `mutation ($input: DeleteInput!) { deleteContract(input: $input) { errors { code } } }`,
      { input: { id: contract.id, version: 1 } },
    )
    expect(data.deleteContract.errors).toEqual([{ code: 'IN_USE' }])
    expect(
      (await ask(admin, 'updateAsset', { id: asset.id, version: 1, contractId: null }, select)).asset,
    ).toMatchObject({
      version: 2,
      contract: null,
    })
  })
})

describe('approval by the contract’s type', () => {
  async function company(requestsNeedApproval = true) {
    const customer = await house.seed.customer()
    const type = await house.seed.contractType({ requestsNeedApproval })
    const contract = await house.seed.contract(customer, { ...running(), type })
    return { customer, contract }
  }
  const mailsTo = (email: string) =>
    house.sql<{ subject: string }>('select subject from outgoing_mail where to_address = $1', [email])

  test('a request asks those with the company right, and nobody else', async () => {
    const { customer } = await company()
    const requester = await house.seed.contact(customer, { name: 'Aylin Ay' })
    const [one, two] = [
      await house.seed.contact(customer, { company: true, name: 'Bora Bal' }),
      await house.seed.contact(customer, { company: true, name: 'Cem Can' }),
    ]
    await house.seed.contact(customer, { company: true, active: false })
    await house.seed.contact(customer, { company: true, email: null })
    await house.seed.contact(customer, { groupRight: true, group: await house.seed.group(customer) })
    await house.seed.contact(await house.seed.customer(), { company: true })
    const { ticket, errors } = await open(requester)
    expect(errors).toEqual([])
    expect(ticket).toMatchObject({ version: 1, approval: 'PENDING' })
    const page = `query ($id: ID!) { ticket(id: $id) { approval approvers { id } approvals { status } viewerCanSet timeline { nodes { action changes { field to } } } } }`
    const { data } = await house.ask(admin, page, { id: ticket.id })
    expect(data.ticket).toMatchObject({
      approvers: [{ id: one.id }, { id: two.id }],
      approvals: [{ status: 'PENDING' }, { status: 'PENDING' }],
    })
    expect(data.ticket.viewerCanSet).not.toContain('IN_PROGRESS')
    expect(data.ticket.timeline.nodes[0].changes).toContainEqual({ field: 'approvers', to: 'Cem Can' })
    for (const { email } of [one, two]) expect(await mailsTo(email!)).toHaveLength(1)
    expect(await mailsTo(requester.email!)).toEqual([])
    expect(await ask(one, 'decideApproval', { ticketId: ticket.id, approve: true }, 'ticket { approval }')).toEqual({
      ticket: { approval: 'APPROVED' },
      errors: [],
    })
  })

  test('never the requester, however he or she comes back; with nobody left it is opened without', async () => {
    const { customer } = await company()
    const boss = await house.seed.contact(customer, { company: true })
    expect((await open(boss)).ticket).toMatchObject({ approval: 'NOT_NEEDED', approvers: [] })
    // Another contact of the same sign-in is the same person.
    const former = await house.seed.contact(customer, { accountId: boss.accountId!, active: false })
    const { ticket } = await open(admin, { requesterId: boss.id })
    expect(ticket).toMatchObject({ approval: 'NOT_NEEDED' })
    const other = await house.seed.contact(customer, { company: true })
    expect((await open(boss)).ticket).toMatchObject({ approval: 'PENDING', approvers: [{ id: other.id }] })
    expect(former.id).not.toBe(boss.id)
  })

  test('no incident, no contract of another type, none without a contract', async () => {
    const { customer, contract } = await company()
    await house.seed.contact(customer, { company: true })
    const requester = await house.seed.contact(customer)
    expect((await open(requester, { kind: 'INCIDENT' })).ticket.approval).toBe('NOT_NEEDED')
    expect((await open(admin, { requesterId: requester.id, contractId: null })).ticket.approval).toBe('NOT_NEEDED')
    await house.sql(
      'update contract_type set requests_need_approval = false where id = (select type_id from contract where id = $1)',
      [contract.id],
    )
    expect((await open(requester)).ticket.approval).toBe('NOT_NEEDED')
  })

  test('nobody asks by the database’s function what is not his own', async () => {
    const { customer } = await company(false)
    await house.seed.contact(customer, { company: true })
    const requester = await house.seed.contact(customer)
    const { ticket } = await open(requester)
    await house.sql('update contract_type set requests_need_approval = true')
    const colleague = await house.seed.contact(customer)
    const stranger = await house.seed.technician({ restricted: true })
    for (const [role, principal] of [
      ['accord_contact', colleague.id],
      ['accord_restricted', stranger.id],
    ] as const) {
      expect(
        await asRole(house.database.appUrl, role, principal, 'select * from app_ask_by_contract_type($1)', [ticket.id]),
      ).toEqual([])
    }
  })
})

test('search finds contracts by name and reference, and plans, for who may see them', async () => {
  const customer = await house.seed.customer()
  const contract = await house.seed.contract(customer, { name: 'Çınar Altyapı Bakımı' })
  const plan = await house.seed.plan({ title: 'Çınar paketi' })
  const [boss, plain] = [await house.seed.contact(customer, { company: true }), await house.seed.contact(customer)]
  const permissions = ['CUSTOMERS_READ']
  const technician = await house.seed.technician({ permissions })
  const key = await house.seed.key(admin, { permissions: [...permissions, 'CONTRACTS_READ'], customers: [customer] })
  const find = async (who: Who, text = 'cinar') =>
    (await house.ask(who, `query ($text: String!) { search(text: $text) { id } }`, { text })).data.search.map(
      ({ id }: { id: string }) => id,
    )
  expect((await find(admin)).toSorted()).toEqual([contract.id, plan.id].toSorted())
  expect(await find(boss)).toEqual([contract.id])
  expect(await find(key)).toEqual([contract.id])
  for (const who of [plain, technician]) expect(await find(who)).toEqual([])
  const [row] = await house.sql<{ reference: string }>('select reference from contract where id = $1', [contract.id])
  expect(await find(admin, row!.reference)).toEqual([contract.id])
})
