/**
 * The words in which a feature tells `core/read` how its API types stand on tables.
 * Nothing here knows a domain word; nothing here runs SQL.
 */
import type { Principal, PrincipalKind } from '../auth/principal.ts'
import { lookedThrough, oftenIn } from './often.ts'

/** PostgreSQL types a bound parameter is cast to. */
export type SqlType =
  'uuid' | 'text' | 'text[]' | 'uuid[]' | 'int' | 'boolean' | 'timestamptz' | 'date' | 'numeric' | 'json'

/** What a callback that writes SQL may ask for. Values are always bound, never written into the text. */
export interface Pen {
  /** The kind of principal this plan is made for: a plan is never shared between kinds. */
  readonly kind: PrincipalKind
  /** Binds an argument of the field being compiled; `path` walks into input objects ("filter.text"). */
  arg(path: string, cast: SqlType, map?: (value: unknown) => unknown): string
  /** Binds something of the one who asks. */
  principal(read: (principal: Principal) => unknown, cast: SqlType): string
  /** True when the argument is given and not null in this request (part of the plan's key). */
  has(path: string): boolean
  /** Whether the doors that guard this type are open: bound at run time, so plans stay shared between roles. */
  open(typeName: string): string
  /** Every type whose door is open to the one who asks, as text[]. */
  openTypes(): string
  /** "Type.field" of every field whose own door is closed to the one who asks, as text[]. */
  closedFields(): string
  /** Whether the customer that `column` names is within reach; 'true' for who reaches all. For speed, never for safety. */
  within(column: string): string
}

/** SQL of a value of the row `t` (an alias). */
export type Expr = (t: string, pen: Pen) => string
/** SQL condition that ties the row `t` to its parent row `p`. */
export type Tie = (t: string, p: string, pen: Pen) => string

/** One order of a list. All keys run in one direction and the last is unique, so a row comparison is the cursor. */
export interface Order {
  desc: boolean
  keys: { sql: Expr; cast: SqlType; collate?: string }[]
}

export type FieldModel =
  | { is: 'column'; sql: Expr }
  | { is: 'embedded'; to: string; present: Expr }
  /** `only`: for principals of other kinds it is null, and nothing below is asked or read. */
  | { is: 'one'; to: string; from?: Tie; on: Tie; only?: readonly PrincipalKind[] }
  | { is: 'list'; to: string; from?: Tie; on: Tie; order: Expr }
  | { is: 'connection'; to: string; on?: Tie; orderBy?: string }
  /** Rows of several types. `rows` yields (type, id) and, for lists, the key columns k1 … of `order`. */
  | { is: 'any'; rows: Tie }
  | { is: 'anyList'; rows: Tie; order: string; limit?: (pen: Pen) => string }
  | { is: 'anyConnection'; rows: Tie; order: { desc: boolean; keys: { cast: SqlType; collate?: string }[] } }
  /**
   * Answered by code in the ordinary lane; `needs` are columns put beside it under their own names. What it answers with
   * may hold objects, and rows that it names by `RowRef`.
   */
  | { is: 'code'; needs: string[] }
  /** Below what code answers with: a row that it names, read like any other, all of one field at once. */
  | { is: 'named'; to: string }

/**
 * SQL condition for the row `t` of a filter that is given at `path`. A filter that few rows pass says `rowsFirst`: then
 * they are found before anything is ordered, for PostgreSQL likes to walk an order until enough rows have passed.
 */
export type Filter = ((t: string, pen: Pen, path: string) => string) & {
  rowsFirst?: true
  /**
   * Of a filter that nearly every row may pass: SQL that tells whether many do, where that is worth asking, and the
   * condition for then, when rows are looked through in their order until a page is full.
   */
  often?: { is: (pen: Pen, path: string) => string | undefined; among: Filter }
}

/**
 * How a page is found: among the rows of the customers within reach, by a filter, or, by somebody restricted who reaches
 * too many customers for the first, by walking an order past the rows of others.
 */
export type KeysFirst = 'narrowed' | 'filtered' | 'walked'

export interface TypeModel {
  /** Name of the GraphQL object type. */
  name: string
  /** Table the type stands on; absent for values that live in another row. */
  table?: string
  /** Column that holds the customer a row belongs to: lists of a restricted principal may be narrowed by it. */
  scope?: string
  /**
   * Ways of finding a root list's page in which keys are looked for first, and only the rows of the page are read: for
   * tables with many rows per customer, whose indices hold all that is ordered, filtered and scoped by.
   */
  keysFirst?: readonly KeysFirst[]
  fields: Record<string, FieldModel>
  filters?: Record<string, Filter>
  orders?: Record<string, Order>
  defaultOrder?: string
}

export type Model = ReadonlyMap<string, TypeModel>

/** Column name of a field, as MikroORM's underscore naming writes it. */
export const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

export const column = (sql: Expr): FieldModel => ({ is: 'column', sql })
export const one = (to: string, on: Tie): FieldModel => ({ is: 'one', to, on })
export const connection = (to: string, on?: Tie, orderBy?: string): FieldModel => ({
  is: 'connection',
  to,
  on,
  orderBy,
})
export const list = (to: string, on: Tie, order: Expr): FieldModel => ({ is: 'list', to, on, order })

/** Filter that compares a column with a scalar of the input. */
export const equals =
  (name: string, cast: SqlType): Filter =>
  (t, pen, path) =>
    `${t}.${name} = ${pen.arg(path, cast)}`

/** Filters that compare an instant of the row with the given one. */
export const after =
  (name: string): Filter =>
  (t, pen, path) =>
    `${t}.${name} > ${pen.arg(path, 'timestamptz')}`
export const before =
  (name: string): Filter =>
  (t, pen, path) =>
    `${t}.${name} < ${pen.arg(path, 'timestamptz')}`

/** Filter that finds a folded text anywhere in a folded column. */
export const folded = (name: string): Filter =>
  Object.assign((t: string, pen: Pen, path: string) => `${t}.${name} like ${patternOf(pen, path)}`, {
    rowsFirst: true as const,
  })

/**
 * The same for a large table, in which a text may be in every other row.
 * @param beside filters that leave few rows: these are looked through, whatever the text is
 */
export function foldedInMany(table: string, beside: readonly string[], name: string): Filter {
  const leavesFew = (pen: Pen) => beside.some((other) => pen.has(`filter.${other}`))
  const among: Filter = (t, pen, path) => lookedThrough(folded(name)(t, pen, path))
  const filter: Filter = (t, pen, path) => (leavesFew(pen) ? among(t, pen, path) : folded(name)(t, pen, path))
  const is = (pen: Pen, path: string) => (leavesFew(pen) ? undefined : oftenIn(table, (row) => among(row, pen, path)))
  return Object.assign(filter, { rowsFirst: true as const, often: { is, among } })
}

const patternOf = (pen: Pen, path: string) =>
  foldedOnce(pen.arg(path, 'text', (value) => `%${escapeLike(String(value))}%`))

/** Without the `select`, a plan that PostgreSQL keeps would fold the text again for every row. */
export const foldedOnce = (text: string) => `(select tr_fold(${text}))`

/** Takes the meaning of LIKE's own signs away. */
export const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Lists people read are ordered as Turkish is spelled. */
export const byName = (desc = false): Order => ({
  desc,
  keys: [
    { sql: (t) => `${t}.name`, cast: 'text', collate: '"tr-x-icu"' },
    { sql: (t) => `${t}.id`, cast: 'uuid' },
  ],
})

/** Order by an instant, with the id as tie-break. */
export const byInstant = (name: string, desc: boolean): Order => ({
  desc,
  keys: [
    { sql: (t) => `${t}.${name}`, cast: 'timestamptz' },
    { sql: (t) => `${t}.id`, cast: 'uuid' },
  ],
})
