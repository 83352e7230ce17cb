/** Relay connections of the model: filtered, ordered, cut at cursors, one page of it. */
import type { NodeRow } from '../world/rows.ts'
import { cursorTo, listOf } from './cursors.ts'
import type { Args, FieldOf } from './feature.ts'
import type { Order } from './orders.ts'
import type { Question } from './question.ts'
import type { Rule } from './rules.ts'

const usualPage = 25

interface ListOptions<Parent, Row> {
  /** Which rows belong to the parent; all without it. */
  of?: (parent: Parent, row: Row, question: Question, args: Args) => boolean
  rule?: Rule
  /** Input type of `filter`, enum of `orderBy`. */
  filter?: string
  orderBy?: string
  /** Where it is not the type's usual one. */
  order?: Order
}

/** A field that is a page of the rows of one node type. */
export function connection<Row extends NodeRow, Parent = unknown>(
  type: Row['type'],
  field: string,
  options: ListOptions<Parent, Row> = {},
): FieldOf<Parent> {
  const { of, rule, filter, orderBy } = options
  return {
    ...(rule && { rule }),
    value: (parent, question, args) => {
      const rows = question.rows<Row>(type).filter((row) => !of || of(parent, row, question, args))
      const orders = orderBy === undefined ? undefined : question.model.orders[orderBy]
      const order = orders?.[String(args['orderBy'])] ?? options.order ?? question.model.nodes[type]!.order
      return page(field, filtered(rows, filter, question, args), order, question, args)
    },
  }
}

/** Rows for which every given field of the filter holds. */
function filtered<Row>(
  rows: readonly Row[],
  filter: string | undefined,
  question: Question,
  args: Args,
): readonly Row[] {
  if (filter === undefined) return rows
  const given = Object.entries((args['filter'] ?? {}) as Args).filter(([, value]) => value != null)
  const cases = question.model.filters[filter]!
  return rows.filter((row) =>
    given.every(([name, value]) => cases[name]!.holds(row as never, value as never, question)),
  )
}

/** One page of rows. `args` has the sizes and cursors, which have been checked before. */
export function page(
  field: string,
  rows: readonly NodeRow[],
  order: { compare: (left: NodeRow, right: NodeRow) => number },
  { cursors }: Question,
  args: Args,
): Record<string, unknown> {
  const list = listOf(field, args)
  const { after, before, first, last } = args as { after?: string; before?: string; first?: number; last?: number }
  const sorted = [...rows].sort(order.compare)
  const window = cursors.cut(sorted, order as never, list, { after: after ?? undefined, before: before ?? undefined })
  const backward = last != null
  const size = last ?? first ?? usualPage
  const shown = backward ? window.slice(-size) : window.slice(0, size)
  const more = window.length > size
  const cursor = (row: NodeRow | undefined) => (row ? cursorTo(list, row) : null)
  return {
    nodes: shown,
    edges: shown.map((row) => ({ node: row, cursor: cursor(row) })),
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: backward ? before != null : more,
      hasPreviousPage: backward ? more : after != null,
      startCursor: cursor(shown[0]),
      endCursor: cursor(shown.at(-1)),
    },
  }
}
