import { defineEntity, p, type InferEntity } from '@mikro-orm/core'
import { createdAt, id, updatedAt } from '../../core/db/columns.ts'
import { assetPolicies } from './asset.access.ts'

/** A thing or a service that a customer has. */
export const AssetEntity = defineEntity({
  name: 'AssetRow',
  tableName: 'asset',
  properties: {
    id: id(),
    version: p.integer().version(),
    customerId: p.uuid(),
    contractId: p.uuid().nullable(),
    kind: p.text().check("kind in ('ASSET', 'SERVICE')"),
    name: p.text(),
    serialNumber: p.text().nullable(),
    status: p.text().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    searchFold: p.text().nullable().generated("(tr_fold(name || ' ' || coalesce(serial_number, ''))) stored"),
  },
  policies: assetPolicies,
  indexes: [
    { name: 'asset_search', expression: 'create index asset_search on asset using gin (search_fold gin_trgm_ops)' },
    { name: 'asset_by_name', expression: 'create index asset_by_name on asset (name collate "tr-x-icu", id)' },
    {
      name: 'asset_of_customer',
      expression: 'create index asset_of_customer on asset (customer_id, name collate "tr-x-icu", id)',
    },
    { name: 'asset_of_contract', properties: ['contractId'] },
  ],
  // Target of references that must stay inside one customer.
  uniques: [{ name: 'asset_of_customer_key', properties: ['customerId', 'id'] }],
})
export type AssetRow = InferEntity<typeof AssetEntity>
