import { LockMode, type EntityName, type FilterQuery } from '@mikro-orm/core'
import { Problem } from '../graphql/problem.ts'
import { isUuid } from '../graphql/scalars.ts'
import type { Em } from './orm.ts'

/**
 * The row that an input names, found as the one who asks and locked until the commit; NOT_FOUND at `path` when it is
 * not there or not for the one who asks: the two look alike.
 */
export async function found<T extends { id: string }>(
  em: Em,
  entity: EntityName<T>,
  id: string,
  path: readonly string[] = ['id'],
): Promise<T> {
  const row = isUuid(id)
    ? await em.findOne(entity, { id } as FilterQuery<T>, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null
  if (!row) throw new Problem('NOT_FOUND', path)
  return row
}

/** The rows that a list of ids names, in the order of their ids; NOT_FOUND at `path` when one is not there. */
export async function foundAll<T extends { id: string }>(
  em: Em,
  entity: EntityName<T>,
  ids: readonly string[],
  path: readonly string[],
): Promise<T[]> {
  const wanted = [...new Set(ids)]
  if (!wanted.every(isUuid)) throw new Problem('NOT_FOUND', path)
  const rows = (await em.find(entity, { id: { $in: wanted } } as unknown as FilterQuery<T>, {
    orderBy: { id: 'asc' } as never,
  })) as T[]
  if (rows.length !== wanted.length) throw new Problem('NOT_FOUND', path)
  return rows
}
