/** A list's filter outside of a plan: for verbs that do something to every row that a filter finds. */
import type { Principal } from '../auth/principal.ts'
import type { Em } from '../db/orm.ts'
import { isUuid } from '../graphql/scalars.ts'
import type { Pen, SqlType, TypeModel } from './model.ts'

/**
 * Ids of the rows that the filter finds for the one who asks, in a fixed order, at most `limit`. The transaction's role
 * decides which rows there are; the caller has asked the doors of the filter's fields.
 */
export async function matchingIds(
  em: Em,
  principal: Principal,
  type: TypeModel,
  filter: Readonly<Record<string, unknown>>,
  limit: number,
): Promise<string[]> {
  // All values in one parameter, so that a condition may name one twice and in any order.
  const values: unknown[] = []
  const bind = (value: unknown, cast: SqlType) => {
    const at = values.push(value ?? null) - 1
    if (!cast.endsWith('[]')) return `((select g->>${at} from given)::${cast})`
    return `(select case when jsonb_typeof(g->${at}) = 'array' then array(select jsonb_array_elements_text(g->${at})) end from given)::${cast}`
  }
  const given = (path: string) => filter[path.replace(/^filter\./, '')]
  const closed = (): never => {
    throw new Error('a filter asks for doors outside of a plan')
  }
  const pen: Pen = {
    kind: principal.kind,
    arg(path, cast, map) {
      const value = given(path)
      if (cast === 'uuid') return bind(isUuid(value) ? value : null, cast)
      return bind(map && value !== null && value !== undefined ? map(value) : value, cast)
    },
    principal: (read, cast) => bind(read(principal), cast),
    has: (path) => given(path) !== null && given(path) !== undefined,
    open: closed,
    openTypes: closed,
    closedFields: closed,
    within: () => 'true',
  }
  const conditions = Object.entries(filter)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key]) => {
      const condition = type.filters?.[key]
      if (!condition) throw new Error(`${type.name} has no filter ${key}`)
      return `(${condition('t', pen, `filter.${key}`)})`
    })
  const rows = await em.execute<{ id: string }[]>(
    `with given (g) as (select ?::jsonb)
     select t.id from ${type.table} t where ${['true', ...conditions].join(' and ')} order by t.id limit ${limit}`,
    [JSON.stringify(values)],
  )
  return rows.map(({ id }) => id)
}
