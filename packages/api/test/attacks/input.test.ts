/** I, F3, F4, H11, H17: values that no form would send. */
import { createHash } from 'node:crypto'
import {
  getNamedType,
  GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/core/db/ids.ts'
import { allPermissions } from '../../src/features/organization/index.ts'
import { openHouse, type House, type Who } from '../house.ts'
import { leaf } from '../access/ways.ts'
import { codes, tell } from './tools.ts'

let house: House
let admin: Who & { id: string }
beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
})
afterAll(() => house?.close())

const nasty = [
  '',
  '%',
  '\\',
  "'",
  "'; drop table customer; --",
  "' union select password from sign_in.credential --",
  '{"$or":[]}',
  '__proto__',
  '{{constructor.constructor("return 1")()}}',
  '& | ! ( ) :*',
  '9'.repeat(400),
  'x'.repeat(10_000),
  '😀'.repeat(200),
  'a\u0301'.repeat(500),
  'a\r\nBcc: x@example.com',
  '\u202egnp.exe',
  '\ufeff\u200b',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'tr',
  'a@b.example',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59Z',
]
const numbers = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31), 100]

/** Values for every argument, deep: texts and numbers from the lists, each in its turn. */
function fuzzer(ids: Record<string, string>) {
  let turn = 0
  const next = <T>(from: readonly T[]): T => from[(turn += 1) % from.length]!
  return function value(type: GraphQLInputType, name: string, text: string): unknown {
    if (isNonNullType(type)) return value(type.ofType, name, text)
    if (isListType(type)) return [value(type.ofType, name, text), value(type.ofType, name, text)]
    if (isEnumType(type)) return next(type.getValues()).name
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields()).map((each) => [each.name, value(each.type, each.name, text)]),
      )
    if (type.name === 'Int') return name === 'first' ? next([1, 100]) : next(numbers)
    if (type.name === 'Boolean') return next([true, false])
    // Good values in turn, so that the bad ones get past the first check.
    const good =
      ids[name] ?? { name: `Adı ${turn}`, email: `iyi${turn}@example.com`, amount: '1.5', currency: 'TRY' }[name]
    return good !== undefined && next([true, false, true]) ? good : text
  }
}

test('I1, I2, I3, K4: no text and no number in any argument makes a failure, a row elsewhere or a suggestion', async () => {
  const customer = await house.seed.customer()
  const contact = await house.seed.contact(customer)
  const group = await house.seed.group(customer)
  const technician = await house.seed.technician()
  const value = fuzzer({
    customerId: customer.id,
    contactId: contact.id,
    groupId: group.id,
    technicianId: technician.id,
    roleId: technician.roleId,
    locale: 'tr',
    website: 'https://example.com',
    expiresAt: '2099-01-01T00:00:00Z',
  })
  const partner = await house.seed.key(admin, { permissions: [...allPermissions], customers: [customer] })
  const narrow = await house.seed.technician({
    permissions: [...allPermissions],
    restricted: true,
    customers: [customer],
  })
  const askers: Who[] = [admin, narrow, partner, contact]
  await house.sql('update api_key set last_used_at = now()')
  const faults: string[] = []
  const seen = new Set<string>()
  let turn = 0
  const attack = async (root: string, field: GraphQLField<unknown, unknown>, text: string) => {
    // Both ends of a page at once are refused before anything else is looked at.
    const args = field.args.filter(({ name }) => name !== 'last' && name !== 'before')
    const call = args.length ? `(${args.map(({ name }) => `${name}: $${name}`).join(', ')})` : ''
    const head = args.length ? `(${args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')})` : ''
    const query = `${root} ${head} { ${leaf({ ...field, args: [] }).replace(field.name, `${field.name}${call}`)} }`
    const variables = Object.fromEntries(args.map(({ name, type }) => [name, value(type, name, text)]))
    const who = askers[(turn += 1) % askers.length]!
    const { status, errors, text: answer } = await house.ask(who, query, variables)
    seen.add((errors?.[0]?.extensions as { code: string } | undefined)?.code ?? 'done')
    if (status >= 500 || /did you mean/i.test(answer))
      faults.push(`${status} ${query} ${JSON.stringify(variables).slice(0, 300)} ${answer.slice(0, 200)}`)
  }
  for (const [root, type] of [
    ['query', house.app.schema.getQueryType()!],
    ['mutation', house.app.schema.getMutationType()!],
  ] as const)
    for (const field of Object.values(type.getFields()))
      await Promise.all(nasty.map((text) => attack(root, field, text)))
  expect(faults.slice(0, 5)).toEqual([])
  expect(seen).toEqual(new Set(['done', 'BAD_USER_INPUT', 'FORBIDDEN']))
})

describe('cursors', () => {
  const seal = (field: string, rest: [string, unknown][] = []) =>
    createHash('sha256')
      .update(JSON.stringify([field, rest]))
      .digest('base64url')
      .slice(0, 8)
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

  test.each([
    ['no base64', '***'],
    ['no JSON', Buffer.from('x').toString('base64url')],
    ['no list', cursor()],
    ['too short', cursor(seal('customers'), 'a')],
    ['too long', cursor(seal('customers'), 'a', newId(), 'b')],
    ['another seal', cursor('abcdefgh', 'a', newId())],
    ['of another list', cursor(seal('contacts'), 'a', newId())],
    ['of another order', cursor(seal('customers', [['orderBy', 'NAME_DESC']]), 'a', newId())],
    ['no id', cursor(seal('customers'), 'a', 'x')],
    ['NUL', cursor(seal('customers'), 'a\0', newId())],
    ['half a character', cursor(seal('customers'), '\ud800', newId())],
    ['a number', cursor(seal('customers'), 1, newId())],
    ['a nested key', cursor(seal('customers'), ['a'], newId())],
    ['long', 'A'.repeat(9_999)],
  ])('D4: a cursor that is none of ours is BAD_USER_INPUT: %s', async (_title, after) => {
    for (const side of ['after', 'before']) {
      const { status, errors } = await house.ask(
        admin,
        `query ($c: String) { customers(${side}: $c) { nodes { id } } }`,
        {
          c: after,
        },
      )
      expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT'])
    }
  })

  test.each(['yesterday', 'infinity', '999999-01-01 00:00:00+00', '2026-02-30 00:00:00+00', '', '2026-11-23'])(
    'an instant that none of ours holds: %s',
    async (at) => {
      const variables = { c: cursor(seal('auditEvents'), at, newId()) }
      const { errors } = await house.ask(
        admin,
        'query ($c: String) { auditEvents(after: $c) { nodes { id } } }',
        variables,
      )
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    },
  )

  test('a cursor written by hand only moves the beginning: it shows nothing that the list would not', async () => {
    const [own, other] = [await house.seed.customer({ name: 'Aaa' }), await house.seed.customer({ name: 'Aab' })]
    const me = await house.seed.technician({ restricted: true, customers: [own] })
    for (const [name, id] of [
      ['', newId()],
      ['Aaa', own.id],
      ['Aab', other.id],
      ['Aaa', other.id],
    ] as const) {
      const { data } = await house.ask(
        me,
        'query ($c: String) { customers(after: $c) { totalCount nodes { id } pageInfo { hasNextPage } } }',
        {
          c: cursor(seal('customers'), name, id),
        },
      )
      expect(data.customers.totalCount).toBe(1)
      expect(JSON.stringify(data)).not.toContain(other.id)
      expect(data.customers.pageInfo.hasNextPage).toBe(false)
    }
  })

  test('a cursor of one’s own goes on where it stood, also for who sees less', async () => {
    const customers = [
      await house.seed.customer({ name: 'Bir' }),
      await house.seed.customer({ name: 'İki' }),
      await house.seed.customer({ name: 'Üç' }),
    ]
    const me = await house.seed.technician({ restricted: true, customers: [customers[0]!, customers[2]!] })
    const wide = await house.ask(admin, '{ customers(first: 100) { edges { cursor node { id } } } }')
    const at = wide.data.customers.edges.find((edge: { node: { id: string } }) => edge.node.id === customers[1]!.id)
    const { data } = await house.ask(me, 'query ($c: String) { customers(after: $c, first: 100) { nodes { id } } }', {
      c: at.cursor,
    })
    expect(data.customers.nodes).toEqual([{ id: customers[2]!.id }])
  })
})

describe('F3, F4: mass assignment', () => {
  const keys = [
    'createdAt',
    'updatedAt',
    'administrator',
    'isAdmin',
    'accountId',
    'role',
    'passwordHash',
    'kindd',
    'constructor',
    '$where',
    '[raw]',
    '__raw',
  ]

  test('a key that the input has not is BAD_USER_INPUT, in every mutation', async () => {
    for (const field of Object.values(house.app.schema.getMutationType()!.getFields())) {
      const input = getNamedType(field.args[0]!.type)
      if (!isInputObjectType(input)) throw new Error(field.name)
      for (const key of keys.filter((name) => !(name in input.getFields()) || name === 'constructor')) {
        const { status, errors } = await tell(house, admin, field.name, { [key]: 'x' })
        expect([status, errors?.[0]?.extensions['code']], `${field.name} ${key}`).toEqual([400, 'BAD_USER_INPUT'])
      }
    }
  })

  test('nobody sets what a row is, whose it is, or when', () => {
    const names = Object.values(house.app.schema.getTypeMap()).flatMap((type) =>
      isInputObjectType(type) && /^(Create|Update)/.test(type.name)
        ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)
        : [],
    )
    const own =
      /\.(createdAt|updatedAt|createdBy|accountId|administrator|prefix|secret|status|number|lastSeenAt|actorId|principalId)$/
    // A ticket is moved by its status table; an asset’s status is the customer’s own word for it.
    expect(names.filter((name) => own.test(name))).toEqual([
      'CreateAssetInput.status',
      'UpdateAssetInput.status',
      'UpdateTicketInput.status',
    ])
    // A row stays with its customer: only making one names it.
    expect(names.filter((name) => /^Update.*\.customerId$/.test(name))).toEqual([])
    expect(names.filter((name) => /^Create.*\.id$/.test(name))).toEqual([])
  })

  test('F4: there is no scalar for JSON', () => {
    const scalars = Object.values(house.app.schema.getTypeMap()).filter((type) => isScalarType(type))
    expect(scalars.map(({ name }) => name).toSorted()).toEqual([
      'Boolean',
      'Date',
      'DateTime',
      'Decimal',
      'ID',
      'Int',
      'String',
    ])
    expect(scalars.every((type) => type instanceof GraphQLScalarType)).toBe(true)
  })
})

describe('texts that are kept', () => {
  const create = async (input: object) => {
    const { data, errors } = await tell(
      house,
      admin,
      'createCustomer',
      { name: `Müşteri ${newId()}`, ...input },
      'customer { name website notes }',
    )
    return errors ? { refused: errors[0]!.extensions['code'] } : data.createCustomer
  }

  test.each(['\0', 'a\0b', '\ud800', '\ufffe'])('I3, I4: what is no text is BAD_USER_INPUT (%#)', async (text) => {
    for (const field of ['name', 'notes', 'address', 'code', 'idempotencyKey'])
      expect(await create({ [field]: text }), field).toEqual({ refused: 'BAD_USER_INPUT' })
    for (const query of [
      'customers(filter: { text: $t }) { totalCount }',
      'search(text: $t) { id }',
      'customerDuplicates(name: $t) { id }',
      'auditEvents(filter: { action: $t }) { totalCount }',
    ]) {
      const { errors } = await house.ask(admin, `query ($t: String!) { ${query} }`, { t: text })
      expect(errors?.[0]?.extensions['code'], query).toBe('BAD_USER_INPUT')
    }
  })

  test('I4: a name turns no direction, hides nothing, and is composed', async () => {
    for (const name of ['\u202eelif', 'a\u2066b', 'a\u0007b', '\u200b', ' '])
      expect((await create({ name })).errors, JSON.stringify(name)).toMatchObject([{ path: ['name'] }])
    expect((await create({ name: 'I\u0307nci\u200b  A.S\u0327.' })).customer.name).toBe('İnci A.Ş.')
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'ftp://a',
    'java\nscript:x',
    ' javascript:x',
    'https:',
    'x',
  ])('I7: a website that is no link to a site: %s', async (website) =>
    expect((await create({ website })).errors).toMatchObject([{ code: 'INVALID', path: ['website'] }]),
  )

  test('I7, I10: marks of HTML and of templates are kept as they are, for screens that show text', async () => {
    const texts = {
      name: `<img src=x onerror=alert(1)> ${newId()}`,
      notes: '{{constructor.constructor("x")()}} ${7*7} <script>',
    }
    expect((await create(texts)).customer).toMatchObject(texts)
  })

  test('I9, I10, I8: nothing that is typed begins a header of a mail or a tag in it', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer, { name: '<b>Ad</b>' })
    await house.sql(`update contact set name = $1 where id = $2`, [
      'Ad\r\nBcc: x@evil.example <b>{{name}}</b>',
      contact.id,
    ])
    expect(await codes(house, admin, 'inviteContact', { contactId: contact.id })).toEqual([])
    const [mail] = await house.sql<Record<string, string>>('select * from outgoing_mail where to_address = $1', [
      contact.email,
    ])
    expect(mail!['subject']).not.toMatch(/[\r\n]/)
    expect(mail!['body_html']).not.toContain('<b>')
    expect(mail!['body_html']).toContain('{{name}}')
    for (const email of [
      'a@b.example\r\nBcc: c@d.example',
      '"a@evil x"@internal',
      'a@b.example, c@d.example',
      'x:a@b.example;',
      'a@b',
    ])
      expect(await codes(house, admin, 'updateContact', { id: contact.id, version: 1, email })).toEqual(['INVALID'])
  })
})

describe('H17: search', () => {
  beforeAll(async () => {
    await house.sql(
      `insert into customer (id, name, created_at, updated_at)
       select gen_random_uuid(), 'Yük ' || i || ' ' || md5(i::text), now(), now() from generate_series(1, 5000) i`,
    )
    await house.sql('analyze customer')
  })
  const find = (text: string) =>
    house.ask(admin, 'query ($t: String!) { search(text: $t) { id } customers(filter: { text: $t }) { totalCount } }', {
      t: text,
    })

  test.each(['%%', '____', '%'.repeat(200), '_'.repeat(200), '\\%', '%_%'])(
    'signs of LIKE are letters: %#',
    async (text) => {
      const { data, errors } = await find(text)
      expect(errors).toBeUndefined()
      expect(data).toEqual({ search: [], customers: { totalCount: 0 } })
    },
  )

  test.each(['', 'a', ' a ', '\t', 'a'.repeat(201)])(
    'fewer than two characters, or more than 200, are BAD_USER_INPUT: %#',
    async (text) => {
      expect((await find(text)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    },
  )

  test.each([
    ['3 333 words', 'ab '.repeat(3_333)],
    ['one long word', 'a'.repeat(10_000)],
    ['like an expression', '(a+)+$'.repeat(100)],
    ['short words that all have', 'yü '.repeat(3_000)],
    ['letters that fold', 'İıŞşĞğ'.repeat(1_600)],
    ['as many short words as may be', 'yü k '.repeat(39)],
  ])('a long text takes no long time: %s', async (_title, text) => {
    const times: Record<string, number> = {}
    for (const query of [
      'search(text: $t) { id }',
      'customers(filter: { text: $t }) { totalCount }',
      'customerDuplicates(name: $t) { id }',
    ]) {
      const started = performance.now()
      const { errors } = await house.ask(admin, `query ($t: String!) { ${query} }`, { t: text })
      times[query] = Math.round(performance.now() - started)
      expect([undefined, 'BAD_USER_INPUT']).toContain(errors?.[0]?.extensions['code'])
    }
    expect(Math.max(...Object.values(times))).toBeLessThan(2_000)
  })
})
