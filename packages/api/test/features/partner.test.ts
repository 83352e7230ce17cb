import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
})
afterAll(() => house.close())

const fields =
  'errors { code path } secret apiKey { id name permissions allCustomers customers { id } createdBy { id } revokedAt }'
const make = async (who: Who, input: object) =>
  (
    await house.ask(who, `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ${fields} } }`, {
      input: { name: 'Köprü', permissions: ['CUSTOMERS_READ'], allCustomers: true, ...input },
    })
  ).data.createApiKey
const revoke = async (who: Who, id: string) =>
  (
    await house.ask(who, `mutation ($input: RevokeInput!) { revokeApiKey(input: $input) { ${fields} } }`, {
      input: { id },
    })
  ).data.revokeApiKey

test('a key is shown once, works at once, and ends at once', async () => {
  const customer = await house.seed.customer()
  await house.seed.customer()
  const input = { allCustomers: false, customerIds: [customer.id], idempotencyKey: 'bir' }
  const { secret, apiKey, errors } = await make(admin, input)
  expect(errors).toEqual([])
  expect(apiKey).toMatchObject({ customers: [{ id: customer.id }], createdBy: { id: admin.id }, revokedAt: null })
  const seen = await house.ask(
    { key: secret },
    '{ me { kind person { id } onlyAuthorizedCustomers } customers { nodes { id } } }',
  )
  expect(seen.data).toEqual({
    me: { kind: 'PARTNER', person: null, onlyAuthorizedCustomers: true },
    customers: { nodes: [{ id: customer.id }] },
  })
  // The same call again answers with the same key; its secret is gone.
  expect(await make(admin, input)).toMatchObject({ secret: null, apiKey: { id: apiKey.id } })
  expect((await revoke(admin, apiKey.id)).apiKey.revokedAt).not.toBeNull()
  const dead = await house.ask({ key: secret }, '{ me { kind } }')
  expect(dead.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
})

test('a key never holds more than its maker', async () => {
  const customer = await house.seed.customer()
  const foreign = await house.seed.customer()
  const maker = await house.seed.technician({
    permissions: ['CUSTOMERS_READ', 'API_KEYS_WRITE'],
    restricted: true,
    customers: [customer],
  })
  const beyond = await make(maker, { permissions: ['AUDIT_READ'] })
  expect(beyond).toMatchObject({ apiKey: null, errors: [{ code: 'NOT_ALLOWED', path: ['permissions'] }] })
  const unseen = await make(maker, { allCustomers: false, customerIds: [foreign.id] })
  expect(unseen).toMatchObject({ apiKey: null, errors: [{ code: 'NOT_FOUND', path: ['customerIds'] }] })
  const { secret } = await make(maker, { allCustomers: true })
  const { data } = await house.ask({ key: secret }, '{ customers { nodes { id } } }')
  expect(data.customers.nodes).toEqual([{ id: customer.id }])
})

test.each([
  [{ allCustomers: false }, 'REQUIRED', 'customerIds'],
  [{ allCustomers: true, customerIds: ['01a20941-b451-7365-bcb1-1dcdd26ef5a4'] }, 'INVALID', 'customerIds'],
  [{ expiresAt: '2020-01-01T00:00:00Z' }, 'INVALID', 'expiresAt'],
  [{ name: ' ' }, 'REQUIRED', 'name'],
])('refuses %j', async (input, code, field) => {
  expect(await make(admin, input)).toMatchObject({ apiKey: null, secret: null, errors: [{ code, path: [field] }] })
})

test('who sees some customers sees and ends only own keys; a key sees none', async () => {
  const maker = await house.seed.technician({ permissions: ['CUSTOMERS_READ', 'API_KEYS_WRITE'], restricted: true })
  const { apiKey } = await make(admin, {})
  expect((await house.ask(maker, '{ apiKeys { id } }')).data.apiKeys).toEqual([])
  expect(await revoke(maker, apiKey.id)).toMatchObject({ apiKey: null, errors: [{ code: 'NOT_FOUND' }] })
  const { secret } = await make(admin, { permissions: ['API_KEYS_WRITE'] })
  const { errors } = await house.ask({ key: secret }, '{ apiKeys { id } }')
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
})
