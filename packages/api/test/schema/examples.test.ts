import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../house.ts'

const directory = join(import.meta.dirname, '../../../schema/examples')
const examples = readdirSync(directory)

let house: House
let key: { key: string }
let variables: Record<string, Record<string, unknown>>

beforeAll(async () => {
  house = await openHouse()
  const maker = await house.seed.technician({ administrator: true })
  const customer = await house.seed.customer({ name: 'Çınar Eğitim Kurumları' })
  const contact = await house.seed.contact(customer, { group: await house.seed.group(customer) })
  const ticket = await house.seed.ticket(customer, contact)
  const contract = await house.seed.contract(customer, { plan: await house.seed.plan() })
  key = await house.seed.key(maker, {
    permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'CONTRACTS_READ', 'TICKETS_READ', 'TICKETS_WRITE'],
    customers: [customer],
  })
  variables = {
    'whoami.graphql': {},
    'customers-changed.graphql': { since: '2026-01-01T00:00:00Z' },
    'customer-card.graphql': { id: customer.id },
    'find.graphql': { text: 'cinar' },
    'create-contact.graphql': { input: { customerId: customer.id, name: 'Ayşe Demir', idempotencyKey: 'contact-1' } },
    'contract-usage.graphql': { id: contract.id },
    'contracts-changed.graphql': { since: '2026-01-01T00:00:00Z' },
    'tickets-changed.graphql': { since: '2026-01-01T00:00:00Z' },
    'open-ticket.graphql': {
      input: {
        kind: 'INCIDENT',
        subject: 'Ağ kesildi',
        description: 'Sabahtan beri bağlanamıyoruz.',
        requesterId: contact.id,
        idempotencyKey: 'ticket-1',
      },
    },
    'answer-ticket.graphql': { input: { ticketId: ticket.id, body: 'Bakıyoruz.', idempotencyKey: 'comment-1' } },
    'update-customer.graphql': { input: { id: customer.id, version: 1, phone: '+90 224 555 41 12' } },
  }
})
afterAll(() => house.close())

test.each(examples)('a partner can send %s as it stands', async (name) => {
  const { data, errors } = await house.ask(key, readFileSync(join(directory, name), 'utf8'), variables[name])
  expect(errors).toBeUndefined()
  const [answer] = Object.values<{ errors?: unknown[]; nodes?: unknown[] }>(data)
  expect(answer).toBeTruthy()
  expect(answer!.errors ?? []).toEqual([])
  expect(answer!.nodes ?? [1]).not.toEqual([])
})

test('a key limited to one customer sees no other', async () => {
  await house.seed.customer()
  const { data } = await house.ask(key, '{ customers { totalCount nodes { name } } }')
  expect(data.customers).toEqual({ totalCount: 1, nodes: [{ name: 'Çınar Eğitim Kurumları' }] })
})
