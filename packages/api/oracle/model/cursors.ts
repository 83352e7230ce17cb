/** Cursors are opaque: the model knows only those that the program has given out, and for which row of which list. */
import type { Args } from './feature.ts'
import type { Keyed, Order } from './orders.ts'

const paging = new Set(['first', 'after', 'last', 'before'])

/** A cursor belongs to a field with its filter and order. */
export function listOf(field: string, args: Args): string {
  return JSON.stringify([field, ...Object.entries(args).filter(([name, value]) => !paging.has(name) && value != null)])
}

const mark = '@cursor'

/** What stands in an expected answer where the program puts a cursor. */
export const cursorTo = (list: string, row: Keyed): string => JSON.stringify([mark, list, row.id])

const readMark = (text: string): { list: string; id: string } | null => {
  if (!text.startsWith(`["${mark}"`)) return null
  const [, list, id] = JSON.parse(text) as [string, string, string]
  return { list, id }
}

export class Cursors {
  private readonly known = new Map<string, { list: string; id: string }>()
  private readonly rows = new Map<string, Keyed>()

  /** Rows that cursors may point to. */
  learnRows(rows: readonly Keyed[]): void {
    for (const row of rows) this.rows.set(row.id, row)
  }

  /** Whether `actual` may stand where `expected` is a cursor; remembers which row it is for. Null: no cursor is expected. */
  meets(expected: unknown, actual: unknown): boolean | null {
    const wanted = typeof expected === 'string' ? readMark(expected) : null
    if (!wanted) return null
    if (typeof actual !== 'string' || actual === '') return false
    const before = this.known.get(actual)
    if (before) return before.list === wanted.list && before.id === wanted.id
    this.known.set(actual, wanted)
    return true
  }

  /** The row that a cursor of this list points to; undefined when it is no cursor of this list. */
  position(cursor: string, list: string): Keyed | undefined {
    const found = this.known.get(cursor)
    return found?.list === list ? this.rows.get(found.id) : undefined
  }

  /** Rows after, or before, the one that the cursor points to; it need not be there any more, or for this one who asks. */
  cut<Row extends Keyed>(
    rows: readonly Row[],
    order: Order,
    list: string,
    { after, before }: { after?: string; before?: string },
  ): Row[] {
    const from = after === undefined ? undefined : this.position(after, list)
    const to = before === undefined ? undefined : this.position(before, list)
    return rows.filter((row) => (!from || order.compare(row, from) > 0) && (!to || order.compare(row, to) < 0))
  }
}
