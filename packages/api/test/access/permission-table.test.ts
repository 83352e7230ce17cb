import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allPermissions } from '../../src/features/organization/index.ts'
import { openHouse, type Answer, type House, type Who } from '../house.ts'
import { fieldNeeds, inputNeeds, isHolding, type Need, type Permission } from './needs.ts'
import { call, inputOf, leaf, waysOf, type Step, type Way } from './ways.ts'

/** Somebody who asks, as the table sees him or her. */
interface Somebody {
  title: string
  who: Who
  kind: 'STAFF' | 'CONTACT' | 'PARTNER'
  permissions: ReadonlySet<string>
  everywhere: boolean
}

let house: House
let ways: Map<string, Way[]>
let admin: Somebody
let maker: { id: string }
let contact: Somebody
/** Nobody needs two technicians with the same permissions. */
const known = new Map<string, Promise<Somebody>>()

beforeAll(async () => {
  house = await openHouse()
  ways = waysOf(house.app.schema)
  const customer = await house.seed.customer()
  const administrator = await house.seed.technician({ administrator: true })
  maker = administrator
  const every: ReadonlySet<string> = new Set(allPermissions)
  admin = { title: 'an administrator', who: administrator, kind: 'STAFF', permissions: every, everywhere: true }
  contact = {
    title: 'a contact with both rights',
    who: await house.seed.contact(customer, { company: true, groupRight: true }),
    kind: 'CONTACT',
    permissions: new Set(),
    everywhere: false,
  }
})
afterAll(() => house?.close())

function somebody(kind: 'STAFF' | 'PARTNER', permissions: readonly string[], everywhere: boolean): Promise<Somebody> {
  const title = `${everywhere ? '' : 'limited '}${kind} with ${permissions.join(' ') || 'nothing'}`
  const given = [...permissions]
  const make = async (): Promise<Somebody> => {
    const who = kind === 'STAFF' ? house.seed.technician({ permissions: given, restricted: !everywhere }) : key()
    return { title, who: await who, kind, permissions: new Set(given), everywhere }
  }
  const key = async () => {
    const made = await house.seed.key(maker, { permissions: given, ...(everywhere ? {} : { customers: [] }) })
    // Else its first use would be written between the two lanes, which would tell two times.
    await house.sql('update api_key set last_used_at = now() where id = $1', [made.id])
    return made
  }
  if (!known.has(title)) known.set(title, make())
  return known.get(title)!
}

/** Everybody whose answer tells something about these needs. */
async function everybodyFor(needs: readonly Need[]): Promise<(Somebody | null)[]> {
  const permissions = [...new Set(needs.flatMap((need) => permissionOf(need) ?? []))]
  const without = permissions.map((one) => allPermissions.filter((each) => each !== one))
  const people: (Somebody | null)[] = [null, admin, contact]
  for (const kind of ['STAFF', 'PARTNER'] as const) {
    for (const given of [permissions, ...without]) people.push(await somebody(kind, given, true))
    if (needs.includes('ALL_CUSTOMERS')) people.push(await somebody(kind, permissions, false))
  }
  return people
}

function permissionOf(need: Need): Permission | undefined {
  const name = need.split('/')[0]!
  return ['STAFF', 'CONTACT', 'PERSON', 'ALL_CUSTOMERS'].includes(name) ? undefined : (name as Permission)
}

function has({ kind, permissions, everywhere }: Somebody, need: Need): boolean {
  if (need === 'STAFF') return kind === 'STAFF'
  if (need === 'CONTACT') return kind === 'CONTACT'
  if (need === 'PERSON') return kind !== 'PARTNER'
  if (need === 'ALL_CUSTOMERS') return everywhere
  if (need === 'TIME_WRITE/BILLING_WRITE' && permissions.has('BILLING_WRITE')) return true
  if (need.endsWith('/person') && kind !== 'PARTNER') return true
  if (kind === 'CONTACT') return need.endsWith('/contact')
  return permissions.has(permissionOf(need)!)
}

/** A field on the way that needs something, with the paths at which it may be refused. */
interface Gate {
  paths: string[]
  needs: readonly Need[]
}

/** The last field may stand in a type condition: then the type may be refused where the condition is. */
const gatesOf = (steps: readonly Step[], conditional = false): Gate[] =>
  steps.map(({ name }, i) => {
    const path = (length: number) =>
      steps
        .slice(0, length)
        .map((step) => step.key)
        .join('.')
    return {
      paths: conditional && i === steps.length - 1 ? [path(i + 1), path(i)] : [path(i + 1)],
      needs: fieldNeeds.get(name) ?? [],
    }
  })

/** What is wrong with the answer; undefined when it is what the table says. */
async function fault(asker: Somebody | null, query: string, wanted: Wanted) {
  const found = told(await house.ask(asker?.who ?? null, query))
  const good =
    typeof wanted === 'string'
      ? found === wanted
      : wanted.some(({ paths, permission }) => paths.some((path) => found === `FORBIDDEN ${permission} at ${path}`))
  if (good) return []
  const wish = typeof wanted === 'string' ? wanted : JSON.stringify(wanted)
  return [`${query} as ${asker?.title ?? 'nobody'}: ${found} instead of ${wish}`]
}

function told({ errors, data }: Answer): string {
  const error = errors?.[0]
  if (!error) return 'open'
  const { code, permission } = error.extensions
  if (data !== undefined && data !== null) return `data beside ${String(code)}`
  return code === 'FORBIDDEN' ? `FORBIDDEN ${String(permission)} at ${error.path?.join('.')}` : String(code)
}

type Wanted = string | { paths: string[]; permission: string }[]

function expected(asker: Somebody | null, gates: readonly Gate[]): Wanted {
  if (!asker) return 'UNAUTHENTICATED'
  const closed = gates.find(({ needs }) => needs.some((need) => !has(asker, need)))
  if (!closed) return 'open'
  // Of several things that lack any may be named.
  return closed.needs
    .filter((need) => !has(asker, need))
    .map((need) => ({ paths: closed.paths, permission: permissionOf(need) ?? need }))
}

/**
 * Faults of the fields of one type, reached by one way. Who may use them asks for all at once, who may not for one after
 * the other, since the first closed door ends an operation.
 */
async function faultsOf(
  way: Way,
  { type, fields }: { type: string; fields: readonly GraphQLField<unknown, unknown>[] },
  asks: (asker: Somebody | null, gates: readonly Gate[]) => boolean = () => true,
): Promise<string[]> {
  const faults: string[][] = []
  const alike = Map.groupBy(fields, ({ name }) => (fieldNeeds.get(`${type}.${name}`) ?? []).join())
  for (const group of alike.values()) {
    const gates = (name: string) => gatesOf([...way.steps, { name: `${type}.${name}`, key: name }], way.conditional)
    const first = gates(group[0]!.name)
    const people = (await everybodyFor(first.flatMap(({ needs }) => needs))).filter((asker) => asks(asker, first))
    faults.push(
      ...(await Promise.all(
        people.map(async (asker) => {
          const whole = way.text.replace('%', group.map(leaf).join(' '))
          if (expected(asker, first) === 'open') return fault(asker, whole, 'open')
          const found: string[] = []
          for (const field of group)
            found.push(...(await fault(asker, way.text.replace('%', leaf(field)), expected(asker, gates(field.name)))))
          return found
        }),
      )),
    )
  }
  return faults.flat()
}

interface Named {
  type: string
  field: GraphQLField<unknown, unknown>
}

/** Every field of the schema but those of introspection. */
function allFields(): Named[] {
  return Object.values(house.app.schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).map((field) => ({ type: type.name, field }))
      : [],
  )
}
const typesWithLines = () =>
  [...Map.groupBy(allFields(), ({ type }) => type)].map(
    ([type, fields]) => [type, fields.map(({ field }) => field)] as const,
  )
const allInputs = (): GraphQLInputObjectType[] =>
  Object.values(house.app.schema.getTypeMap()).filter((type) => isInputObjectType(type))

/** Reached by a subscription only: asked in test/attacks/live.test.ts, by everybody too. */
const overSockets = new Set(['Subscription', 'TicketPresence'])

describe('the table is whole', () => {
  test('every field and every field of an input has its line, and no line is left over', () => {
    const fields = allFields()
      .filter(({ type, field }) => !isHolding(type, field.name, isObjectType(getNamedType(field.type))))
      .map(({ type, field }) => `${type}.${field.name}`)
    expect([...fieldNeeds.keys()].toSorted()).toEqual(fields.toSorted())
    const inputs = allInputs().flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`))
    expect([...inputNeeds.keys()].toSorted()).toEqual(inputs.toSorted())
  })

  test('no door speaks of something that is not there', () => {
    const { schema, doors } = house.app
    const names = new Set([
      ...Object.keys(schema.getTypeMap()),
      ...allFields().map(({ type, field }) => `${type}.${field.name}`),
      ...inputNeeds.keys(),
    ])
    expect(doors.names().filter((name) => !names.has(name))).toEqual([])
  })

  test('there is a way to every type', () => {
    const types = new Set(allFields().map(({ type }) => type))
    expect([...types].filter((type) => !ways.has(type) && !overSockets.has(type))).toEqual([])
  })
})

describe('every field, by everybody', () => {
  test('queries: by the shortest way and by node', async () => {
    const faults: string[] = []
    for (const [type, fields] of typesWithLines()) {
      if (overSockets.has(type)) continue
      for (const way of ways.get(type)!) {
        if (way.text.startsWith('mutation')) continue
        // Nobody is refused at the root: asked there, and once for each type. `me` answers null.
        const mine = type === 'Query' || way.steps[0]?.name === 'Query.me' || type === 'Viewer'
        for (const field of mine ? fields.filter(({ name }) => type === 'Query' && name !== 'me') : fields.slice(0, 1))
          faults.push(...(await fault(null, way.text.replace('%', leaf(field)), 'UNAUTHENTICATED')))
        faults.push(...(await faultsOf(way, { type, fields }, (asker) => asker !== null)))
      }
    }
    expect(faults.slice(0, 9)).toEqual([])
  })

  test('nobody hears of himself or herself only that there is nobody', async () => {
    const { data, errors } = await house.ask(null, '{ me { kind person { id } customer { notes } } }')
    expect([data, errors]).toEqual([{ me: null }, undefined])
  })

  test('mutations, and every field of what they answer with, before anything is done', async () => {
    const faults: string[] = []
    for (const field of Object.values(house.app.schema.getMutationType()!.getFields())) {
      const way = {
        text: `mutation { ${call(field)} { % } }`,
        steps: [{ name: `Mutation.${field.name}`, key: field.name }],
      }
      const root = { text: 'mutation { % }', steps: [] }
      faults.push(...(await faultsOf(root, { type: 'Mutation', fields: [field] })))
      const payload = getNamedType(field.type)
      if (!isObjectType(payload)) throw new Error(`${field.name} answers with no payload`)
      for (const part of Object.values(payload.getFields())) {
        const object = getNamedType(part.type)
        if (!isObjectType(object) || object.name === 'UserError') continue
        const below = {
          text: way.text.replace('%', `${part.name} { % }`),
          steps: [...way.steps, { name: `${payload.name}.${part.name}`, key: part.name }],
        }
        const fields = Object.values(object.getFields())
        // Only who passes the first gate meets the others.
        const passes = (asker: Somebody | null, [first]: readonly Gate[]) =>
          asker !== null && first!.needs.every((need) => has(asker, need))
        faults.push(...(await faultsOf(below, { type: object.name, fields }, passes)))
      }
    }
    expect(faults.slice(0, 9)).toEqual([])
  })

  test('inputs: every guarded field of every input', async () => {
    const faults: string[] = []
    for (const rootType of [house.app.schema.getQueryType()!, house.app.schema.getMutationType()!]) {
      for (const field of Object.values(rootType.getFields())) {
        for (const arg of field.args) {
          const input = getNamedType(arg.type)
          if (!isInputObjectType(input)) continue
          for (const name of Object.keys(input.getFields())) {
            const given = {
              paths: [[field.name, arg.name, name].join('.')],
              needs: inputNeeds.get(`${input.name}.${name}`)!,
            }
            if (!given.needs.length) continue
            const gates = [{ paths: [field.name], needs: fieldNeeds.get(`${rootType.name}.${field.name}`)! }, given]
            const operation = rootType.name === 'Query' ? 'query' : 'mutation'
            const query = `${operation} { ${field.name}(${arg.name}: ${inputOf(input, name)}) { __typename } }`
            for (const asker of await everybodyFor(gates.flatMap(({ needs }) => needs)))
              faults.push(...(await fault(asker, query, expected(asker, gates))))
          }
        }
      }
    }
    expect(faults.slice(0, 9)).toEqual([])
  })
})

describe('what a value opens or closes', () => {
  test('a comment is made internal by staff alone; to say that it is not is for everybody', async () => {
    const write = (internal: string) =>
      `mutation { addComment(input: { ticketId: "00000000-0000-4000-8000-000000000000", body: "", internal: ${internal} }) { __typename } }`
    const closed = [{ paths: ['addComment.input.internal'], permission: 'STAFF' }]
    const faults: string[] = []
    for (const asker of [contact, await somebody('PARTNER', allPermissions, true), admin])
      for (const internal of ['true', 'false', 'null'])
        faults.push(
          ...(await fault(asker, write(internal), internal === 'true' && asker.kind !== 'STAFF' ? closed : 'open')),
        )
    expect(faults).toEqual([])
  })

  test('a setting of the toggle needs the right to it, and staff and keys have none', async () => {
    const customer = await house.seed.customer()
    const group = await house.seed.group(customer)
    const people = {
      'no right': { groupRight: true },
      'the group': { group, groupRight: true },
      'a group without the right to it': { group },
      'the company': { company: true },
      'the company and a group': { group, company: true },
    }
    const mine: Record<string, string[]> = {
      'no right': ['OWN'],
      'the group': ['OWN', 'GROUP'],
      'a group without the right to it': ['OWN'],
      'the company': ['OWN', 'COMPANY'],
      'the company and a group': ['OWN', 'GROUP', 'COMPANY'],
    }
    const query = (scope: string) => `{ tickets(scope: ${scope}) { totalCount } }`
    for (const [title, rights] of Object.entries(people)) {
      const who = await house.seed.contact(customer, rights)
      for (const scope of ['OWN', 'GROUP', 'COMPANY', 'null'])
        expect([title, scope, told(await house.ask(who, query(scope)))]).toEqual([
          title,
          scope,
          scope === 'null' || mine[title]!.includes(scope) ? 'open' : `FORBIDDEN ${scope} at tickets`,
        ])
    }
    for (const asker of [admin, await somebody('PARTNER', allPermissions, true)])
      for (const scope of ['OWN', 'GROUP', 'COMPANY', 'null'])
        expect(told(await house.ask(asker.who, query(scope)))).toBe(scope === 'null' ? 'open' : 'BAD_USER_INPUT')
  })
})

describe('a closed field stays closed however it is asked', () => {
  const at = ['customers', 'nodes', 'n']
  test.each([
    ['by an alias', '{ customers { nodes { n: notes } } }', at],
    ['in edges', '{ customers { edges { node { n: notes } } } }', ['customers', 'edges', 'node', 'n']],
    [
      'in a fragment of a fragment',
      '{ customers { nodes { ...A } } } fragment A on Customer { ...B } fragment B on Customer { n: notes }',
      at,
    ],
    ['in an inline fragment without a type', '{ customers { nodes { ... { n: notes } } } }', at],
    [
      'included by a variable',
      'query ($yes: Boolean = true) { customers { nodes { n: notes @include(if: $yes) } } }',
      at,
    ],
    [
      'in one of two fragments, one of which is left out',
      'query ($no: Boolean = false) { customers { nodes { ... @include(if: $no) { id } ... @skip(if: $no) { n: notes } } } }',
      at,
    ],
    [
      'behind a contact and back',
      '{ customers { nodes { contacts { nodes { customer { n: notes } } } } } }',
      ['customers', 'nodes', 'contacts', 'nodes', 'customer', 'n'],
    ],
    ['in a type condition of a search', '{ search(text: "xx") { ... on Customer { n: notes } } }', ['search', 'n']],
    ['beside what is open', '{ me { kind } customers { nodes { id n: notes } } }', at],
  ])('%s', async (_title, query, path) => {
    const { errors, data } = await house.ask(contact.who, query)
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ path, extensions: { code: 'FORBIDDEN', permission: 'STAFF' } }])
  })

  test.each<[string, string, Record<string, unknown>?]>([
    ['a literal', '{ customers(filter: { technicianId: "x" }) { totalCount } }'],
    ['null', '{ customers(filter: { technicianId: null }) { totalCount } }'],
    [
      'a variable in a literal',
      'query ($t: ID) { customers(filter: { technicianId: $t }) { totalCount } }',
      { t: 'x' },
    ],
    ['a default of it', 'query ($t: ID = "x") { customers(filter: { technicianId: $t }) { totalCount } }'],
    [
      'a whole variable',
      'query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }',
      { f: { technicianId: 'x' } },
    ],
    [
      'a default of the whole',
      'query ($f: CustomerFilter = { technicianId: "x" }) { customers(filter: $f) { totalCount } }',
    ],
    [
      'an alias beside a good one',
      '{ customers { totalCount } b: customers(filter: { technicianId: "x" }) { totalCount } }',
    ],
    [
      'a fragment',
      'query { ...A } fragment A on Query { customers(filter: { active: true, technicianId: "x" }) { totalCount } }',
    ],
  ])('a closed field of an input stays closed however it is given: %s', async (_title, query, variables) => {
    const { errors, data } = await house.ask(contact.who, query, variables)
    expect([data, errors?.[0]?.extensions['permission']]).toEqual([null, 'STAFF'])
    expect(errors?.[0]?.path?.slice(-3)).toEqual([expect.stringMatching(/^(customers|b)$/), 'filter', 'technicianId'])
    const open = query.replaceAll(/,? ?technicianId: ?("x"|null|\$t)/g, '').replaceAll(/\(\$t: ID( = "x")?\)/g, '')
    expect((await house.ask(contact.who, open, {})).errors).toBeUndefined()
  })

  test('names that objects have of themselves are names like others', async () => {
    const query =
      '{ __proto__: me { constructor: kind toString: locale } hasOwnProperty: customers { __proto__: totalCount valueOf: nodes { __proto__: id } } }'
    const { text, errors } = await house.ask(contact.who, query)
    expect(errors).toBeUndefined()
    expect(text).toMatch(/"__proto__":\{"constructor" ?: ?"CONTACT"/)
    const closed = '{ customers { nodes { __proto__: notes } } }'
    expect((await house.ask(contact.who, closed)).errors?.[0]?.extensions['permission']).toBe('STAFF')
  })

  test('what is left out is not asked for', async () => {
    const query = 'query ($yes: Boolean!) { customers { nodes { id notes @include(if: $yes) } } }'
    expect((await house.ask(contact.who, query, { yes: false })).errors).toBeUndefined()
    expect((await house.ask(contact.who, query, { yes: true })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect((await house.ask(contact.who, query, { yes: false })).errors).toBeUndefined()
  })

  test('a plan that staff have warmed opens nothing for a contact or a key', async () => {
    const query = 'query Shared { customers { nodes { id notes } } }'
    const key = await somebody('PARTNER', ['CUSTOMERS_READ'], true)
    for (const [asker, code] of [
      [admin, undefined],
      [contact, 'FORBIDDEN'],
      [key, 'FORBIDDEN'],
      [admin, undefined],
    ] as const)
      expect((await house.ask(asker.who, query)).errors?.[0]?.extensions['code']).toBe(code)
  })

  test('one closed field refuses the whole operation: none of its mutations is done', async () => {
    const writer = await somebody('STAFF', ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'], true)
    const before = await house.sql('select count(*) from customer')
    const { errors, data } = await house.ask(
      writer.who,
      `mutation { createCustomer(input: { name: "Önce" }) { customer { id } }
        createRole(input: { name: "Sonra", permissions: [], onlyAuthorizedCustomers: true }) { errors { code } } }`,
    )
    expect([data, errors?.[0]?.path]).toEqual([null, ['createRole']])
    expect(await house.sql('select count(*) from customer')).toEqual(before)
  })
})
