/**
 * The first gate: doors. A door looks at who asks and at the arguments, never at the database, and answers at once.
 * The same door object serves graphql-shield (root fields) and `core/read` (every field below).
 */
import { getNamedType, isInputObjectType, type GraphQLField, type GraphQLInputType } from 'graphql'
import { rule } from 'graphql-shield'
import type { Principal, PrincipalKind } from '../auth/principal.ts'
import { forbidden, unauthenticated } from './errors.ts'

export interface Door {
  /** True when open, else what lacks: a permission's name, or who alone may pass. */
  test(principal: Principal, args: Readonly<Record<string, unknown>>): true | string
  /** Kinds of principals that it may open to at all; without it, to any. */
  kinds?: readonly PrincipalKind[]
}

const everyKind: readonly PrincipalKind[] = ['ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER']
const kindsOf = ({ kinds }: Door) => kinds ?? everyKind
const door = (test: Door['test'], kinds = everyKind): Door => ({ test, kinds })
/** Open to all of these kinds. */
const forKinds = (name: string, ...kinds: PrincipalKind[]): Door =>
  door(({ kind }) => (kinds.includes(kind) ? true : name), kinds)

/** Staff or a key whose permissions hold `permission`. Contacts have no permissions. */
export const can = (permission: string): Door =>
  door(
    (p) => (p.kind !== 'CONTACT' && p.permissions.has(permission) ? true : permission),
    ['ADMIN', 'TECHNICIAN', 'PARTNER'],
  )

/** Any administrator or technician. */
export const staff: Door = forKinds('STAFF', 'ADMIN', 'TECHNICIAN')

/** An administrator or technician with the permission; a partner's key is not staff. */
export const staffCan = (permission: string): Door => allOf(staff, can(permission))

/** A customer's person. */
export const contact: Door = forKinds('CONTACT', 'CONTACT')

/** Everybody who is somebody. */
export const signedIn: Door = door(() => true)

/** Somebody with a sign-in of their own: a key has none. */
export const person: Door = forKinds('PERSON', 'ADMIN', 'TECHNICIAN', 'CONTACT')

/** Open when one of them is; names what the last one lacks. */
export const anyOf = (...doors: Door[]): Door =>
  door(
    (p, args) => {
      let lacks: true | string = 'NOBODY'
      for (const each of doors) {
        lacks = each.test(p, args)
        if (lacks === true) return true
      }
      return lacks
    },
    everyKind.filter((kind) => doors.some((each) => kindsOf(each).includes(kind))),
  )

/** Open when all of them are. */
export const allOf = (...doors: Door[]): Door =>
  door(
    (p, args) => {
      for (const each of doors) {
        const lacks = each.test(p, args)
        if (lacks !== true) return lacks
      }
      return true
    },
    everyKind.filter((kind) => doors.every((each) => kindsOf(each).includes(kind))),
  )

/** Whoever reaches all customers: no switch, no limited key. */
export const unrestricted: Door = door((p) => (p.customerCount === null ? true : 'ALL_CUSTOMERS'))

/**
 * Doors of a feature. `types` guards every column of a type that has no door of its own;
 * `fields` are "Type.field" (root fields must stand here), `inputs` are "InputType.field".
 */
export interface Doors {
  types?: Record<string, Door>
  fields?: Record<string, Door>
  inputs?: Record<string, Door>
}

export class DoorBook {
  private readonly types = new Map<string, Door>()
  private readonly fields = new Map<string, Door>()
  private readonly inputs = new Map<string, Door>()
  /** Type and field door in one, made once: plans tell doors apart by identity. */
  private readonly joined = new Map<string, Door>()

  constructor(all: readonly Doors[]) {
    for (const part of all) {
      enter(this.types, part.types)
      enter(this.fields, part.fields)
      enter(this.inputs, part.inputs)
    }
  }

  ofType(type: string): Door | undefined {
    return this.types.get(type)
  }

  /** The doors one passes to select `field` of `type`: the type's and the field's own. */
  ofField(type: string, field: string): Door | undefined {
    const key = `${type}.${field}`
    const own = this.fields.get(key)
    const ofType = this.types.get(type)
    if (!own || !ofType) return own ?? ofType
    const known = this.joined.get(key)
    if (known) return known
    const both = allOf(ofType, own)
    this.joined.set(key, both)
    return both
  }

  ofInput(type: string, field: string): Door | undefined {
    return this.inputs.get(`${type}.${field}`)
  }

  /** Doors of the input fields that are given in a field's arguments, each with its path. */
  *ofArguments(
    field: GraphQLField<unknown, unknown>,
    args: Readonly<Record<string, unknown>>,
  ): Generator<{ door: Door; path: string[] }> {
    for (const arg of field.args) yield* this.ofValue(arg.type, args[arg.name], [arg.name])
  }

  private *ofValue(type: GraphQLInputType, value: unknown, path: string[]): Generator<{ door: Door; path: string[] }> {
    const named = getNamedType(type)
    if (!isInputObjectType(named) || value === null || typeof value !== 'object') return
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) yield* this.ofValue(named, each, [...path, String(index)])
      return
    }
    for (const [key, child] of Object.entries(value)) {
      const door = this.ofInput(named.name, key)
      if (door) yield { door, path: [...path, key] }
      const field = named.getFields()[key]
      if (field) yield* this.ofValue(field.type, child, [...path, key])
    }
  }

  /** Every type whose door is open to the principal. */
  openTypes(principal: Principal): string[] {
    return [...this.types].filter(([, door]) => door.test(principal, {}) === true).map(([name]) => name)
  }

  /** "Type.field" of every field whose own door is closed to the principal. */
  closedFields(principal: Principal): string[] {
    return [...this.fields].filter(([, own]) => own.test(principal, {}) !== true).map(([key]) => key)
  }

  /** Everything the book speaks of, for the test that walks the schema. */
  names(): string[] {
    return [...this.types.keys(), ...this.fields.keys(), ...this.inputs.keys()]
  }

  /** The rule tree for graphql-shield: root types only, since no other type keeps a resolver. */
  shieldTree(): Record<string, Record<string, ReturnType<typeof shieldRule>>> {
    const tree: Record<string, Record<string, ReturnType<typeof shieldRule>>> = {}
    for (const [key, each] of this.fields) {
      const [type, field] = key.split('.') as [string, string]
      if (type === 'Query' || type === 'Mutation' || type === 'Subscription')
        (tree[type] ??= {})[field] = shieldRule(field, each)
    }
    return tree
  }
}

function enter(book: Map<string, Door>, part: Record<string, Door> | undefined) {
  for (const [key, each] of Object.entries(part ?? {})) {
    if (book.has(key)) throw new Error(`Two doors for ${key}`)
    book.set(key, each)
  }
}

/** What shield needs of the request's context. */
export interface DoorContext {
  principal: Principal | null
}

let ruleNumber = 0
function shieldRule(field: string, each: Door) {
  ruleNumber += 1
  return rule(`${field}_${ruleNumber}`, { cache: 'no_cache' })(
    (_parent, args: Record<string, unknown>, context: DoorContext) => {
      const refusal = refuse(each, context.principal, args, [field])
      return refusal ?? true
    },
  )
}

/** The error for a closed door, or undefined when it is open. Anonymous callers hear that they must sign in. */
export function refuse(
  each: Door | undefined,
  principal: Principal | null,
  args: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
) {
  if (!principal) return each === publicDoor ? undefined : unauthenticated()
  if (!each) return forbidden(path, 'NOBODY')
  const lacks = each.test(principal, args)
  return lacks === true ? undefined : forbidden(path, lacks)
}

/** The one door that also opens for nobody: `me` answers null. */
export const publicDoor: Door = door(() => true)
