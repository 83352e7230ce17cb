/** How assets and services stand on their table, for `core/read`. */
import { after, byName, connection, equals, folded, one, type TypeModel } from '../../core/read/model.ts'

export const assetModels: TypeModel[] = [
  {
    name: 'Asset',
    table: 'asset',
    scope: 'customer_id',
    orders: { NAME_ASC: byName() },
    defaultOrder: 'NAME_ASC',
    filters: {
      updatedAfter: after('updated_at'),
      text: folded('search_fold'),
      customerId: equals('customer_id', 'uuid'),
      kind: equals('kind', 'text'),
    },
    fields: {
      customer: one('Customer', (c, p) => `${c}.id = ${p}.customer_id`),
      contract: one('Contract', (c, p) => `${c}.id = ${p}.contract_id`),
    },
  },
]

/** Root fields of Query that this feature answers. */
export const assetRoots: TypeModel['fields'] = {
  assets: connection('Asset'),
  asset: one('Asset', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
}

/** Fields that assets add to types of the features they build on. */
export const assetAdditions: Record<string, TypeModel['fields']> = {
  Customer: { assets: connection('Asset', (a, p) => `${a}.customer_id = ${p}.id`) },
}
