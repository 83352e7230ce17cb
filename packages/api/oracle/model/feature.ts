/**
 * The words in which a feature is told to the oracle. One file a feature, written from the specification and not from
 * the program: whatever the schema shows must have a case in one of them, else the build fails (coverage.ts).
 */
import type { PrincipalKind } from '../../src/core/auth/principal.ts'
import type { Dice } from '../dice.ts'
import type { NodeRow, World } from '../world/rows.ts'
import type { Asker } from './asker.ts'
import type { Order } from './orders.ts'
import type { Question } from './question.ts'
import type { Rule } from './rules.ts'

export type Args = Readonly<Record<string, unknown>>

/** Where values are drawn from. */
export interface Drawing {
  dice: Dice
  world: World
}
/** Makes a value for an argument or a filter field. */
export type Values = (drawing: Drawing) => unknown

/** A field of a type: its value, its own door beside the type's, and values for arguments that are no page's. */
export interface FieldCase {
  value: (row: never, question: Question, args: Args) => unknown
  rule?: Rule
  args?: Readonly<Record<string, Values>>
  /** There is an object for these kinds of principals only: the others get null, and nothing below it is asked of them. */
  only?: readonly PrincipalKind[]
  /** Whether these arguments can be answered at all; else BAD_USER_INPUT. */
  accepts?: (args: Args, asker: Asker, world: World) => boolean
}

/** A type: its door, and every field. */
export interface TypeCase {
  rule: Rule
  fields: Readonly<Record<string, FieldCase>>
}

/** A type whose rows have ids: all there are, and which of them are there for whom. */
export interface NodeCase {
  rows: (world: World) => readonly NodeRow[]
  sees: (asker: Asker, row: never, world: World) => boolean
  /** How lists of it are ordered when nothing is said. */
  order: Order
  /** Beyond row and type's door: whether `node(id)` finds it. */
  found?: (asker: Asker, row: never) => boolean
}

export interface FilterCase {
  holds: (row: never, value: never, question: Question) => boolean
  values: Values
  rule?: Rule
}

/** A mutation, seen from outside: who may try, and which ids it takes. What it does is for the feature's own tests. */
export interface MutationCase {
  rule: Rule
  /** Input that changes nothing whoever sends it: a problem is the answer. */
  harmless: (world: World) => Args
  /** Input that names only what the one who asks may have; null when there is none. `ids` are put into it. */
  good?: (question: Question) => Args | null
  /** Every id of the input, with the type that it names. */
  ids?: Readonly<Record<string, string>>
  /** Fields of the input with a door of their own, and a value for them. */
  guarded?: Readonly<Record<string, { rule: Rule; value: unknown }>>
}

export interface Feature {
  nodes?: Readonly<Record<string, NodeCase>>
  types?: Readonly<Record<string, TypeCase>>
  /** Root fields of Query. */
  roots?: Readonly<Record<string, FieldCase>>
  /** Root fields of Subscription: doors and arguments; what is told of rows is listen.ts's. */
  subscriptions?: Readonly<Record<string, Omit<FieldCase, 'value'>>>
  filters?: Readonly<Record<string, Readonly<Record<string, FilterCase>>>>
  /** Values of every `…Order` enum. */
  orders?: Readonly<Record<string, Readonly<Record<string, Order>>>>
  /** Values of every other enum among the arguments, and who may choose them. */
  choices?: Readonly<Record<string, Readonly<Record<string, Rule>>>>
  mutations?: Readonly<Record<string, MutationCase>>
}

/** Case of a type that stands on rows (or values) of one kind. */
export const typeOf = <Row>(rule: Rule, fields: Readonly<Record<string, FieldOf<Row>>>): TypeCase => ({
  rule,
  fields,
})

/** Case of rows with ids. */
export const nodesOf = <Row extends NodeRow>(
  rows: (world: World) => readonly Row[],
  order: Order,
  sees: (asker: Asker, row: Row, world: World) => boolean,
  found?: (asker: Asker, row: Row) => boolean,
): NodeCase => ({ rows, order, sees, ...(found && { found }) })

/** Case of a filter field. */
export const where = (values: Values, holds: FilterCase['holds'], rule?: Rule): FilterCase => ({
  values,
  holds,
  ...(rule && { rule }),
})

export interface FieldOf<Row> extends Omit<FieldCase, 'value'> {
  value: (row: Row, question: Question, args: Args) => unknown
}

/** Fields whose value is the row's own of the same name: as it is, or an instant. */
export const columns = <Row>() => ({
  plain: (...names: (keyof Row & string)[]): Record<string, FieldOf<Row>> =>
    Object.fromEntries(names.map((name) => [name, { value: (row: Row) => row[name] }])),
  instants: (...names: (keyof Row & string)[]): Record<string, FieldOf<Row>> =>
    Object.fromEntries(names.map((name) => [name, { value: (row: Row) => printed(row[name] as string | null) }])),
})

/** An instant as the schema's DateTime: UTC, to the millisecond. */
export const printed = (instant: string | null): string | null => instant && `${instant.slice(0, 23)}Z`
