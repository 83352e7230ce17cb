/** Assets and services, as the specification has them: staff's and keys', not the customers' people's. */
import type { AssetRow, CustomerRow } from '../world/rows.ts'
import { reaches } from './asker.ts'
import { columns, nodesOf, typeOf, where, type Feature } from './feature.ts'
import { fold } from './fold.ts'
import { connection } from './lists.ts'
import { byName } from './orders.ts'
import { may } from './rules.ts'
import { ticketsOf } from './ticket-lists.ts'
import { anId, anInstant, instantOf, oneOf, textAbout } from './values.ts'

const readers = may('CUSTOMERS_READ')
const writers = may('CUSTOMERS_WRITE')
const contracts = may('CONTRACTS_READ')
const asset = columns<AssetRow>()

export const assets: Feature = {
  nodes: {
    Asset: nodesOf<AssetRow>(
      (world) => world.assets,
      byName(),
      (asker, { customerId }) => !asker.contact && reaches(asker, customerId),
    ),
  },
  types: {
    Asset: typeOf<AssetRow>(readers, {
      ...asset.plain('id', 'version', 'kind', 'name', 'serialNumber', 'status'),
      ...asset.instants('createdAt', 'updatedAt'),
      customer: { value: ({ customerId }, question) => question.row('Customer', customerId) },
      contract: { rule: contracts, value: ({ contractId }, question) => question.row('Contract', contractId) },
      tickets: ticketsOf<AssetRow>('assetId'),
    }),
  },
  roots: {
    assets: { ...connection('Asset', 'assets', { filter: 'AssetFilter' }), rule: readers },
    asset: {
      rule: readers,
      args: { id: anId('Asset') },
      value: (_row: unknown, question, { id }) => question.row('Asset', String(id)),
    },
  },
  filters: {
    AssetFilter: {
      updatedAfter: where(anInstant, (row: AssetRow, after: string) => row.updatedAt > instantOf(after)),
      text: where(textAbout('Asset'), ({ name, serialNumber }: AssetRow, text: string) =>
        fold(`${name} ${serialNumber ?? ''}`).includes(fold(text)),
      ),
      customerId: where(anId('Customer'), (row: AssetRow, id: string) => row.customerId === id),
      kind: where(oneOf('ASSET', 'SERVICE'), (row: AssetRow, kind: string) => row.kind === kind),
    },
  },
  mutations: {
    createAsset: {
      rule: writers,
      harmless: ({ missing }) => ({ customerId: missing[0], kind: 'ASSET', name: 'Yok' }),
      good: (question) => {
        const row = question.rows<CustomerRow>('Customer').find(({ active }) => active)
        return row ? { customerId: row.id, kind: 'ASSET', name: 'Yeni varlık' } : null
      },
      ids: { customerId: 'Customer', contractId: 'Contract' },
      guarded: { contractId: { rule: contracts, value: null } },
    },
    updateAsset: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => {
        const [row] = question.rows<AssetRow>('Asset')
        return row ? { id: row.id, version: row.version } : null
      },
      ids: { id: 'Asset', contractId: 'Contract' },
      guarded: { contractId: { rule: contracts, value: null } },
    },
    deleteAsset: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'Asset' },
    },
  },
}
