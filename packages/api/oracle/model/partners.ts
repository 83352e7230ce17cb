/** Partners' keys, as the specification has them. */
import type { ApiKeyRow, CustomerRow } from '../world/rows.ts'
import { isStaff } from './asker.ts'
import { columns, nodesOf, typeOf, type Feature } from './feature.ts'
import { byCode, byTurkish } from './fold.ts'
import { byInstant } from './orders.ts'
import { staffMay } from './rules.ts'

const keepers = staffMay('API_KEYS_WRITE')
const key = columns<ApiKeyRow>()
const newestFirst = byInstant('createdAt', true)

export const partners: Feature = {
  nodes: {
    // Who is limited to some customers sees the own keys.
    ApiKey: nodesOf<ApiKeyRow>(
      ({ keys }) => keys,
      newestFirst,
      (asker, { createdBy }) => isStaff(asker) && (asker.reach === null || createdBy === asker.id),
    ),
  },
  types: {
    ApiKey: typeOf<ApiKeyRow>(keepers, {
      ...key.plain('id', 'name', 'prefix', 'permissions', 'allCustomers'),
      ...key.instants('createdAt', 'expiresAt', 'lastUsedAt', 'revokedAt'),
      customers: {
        value: ({ id }, question) =>
          question
            .rows<CustomerRow>('Customer')
            .filter((row) =>
              question.world.keyCustomers.some((each) => each.apiKeyId === id && each.customerId === row.id),
            )
            .sort((left, right) => byTurkish(left.name, right.name) || byCode(left.id, right.id)),
      },
      createdBy: { value: ({ createdBy }, question) => question.row('Technician', createdBy) },
    }),
  },
  roots: {
    apiKeys: {
      rule: keepers,
      value: (_row: unknown, question) => [...question.rows<ApiKeyRow>('ApiKey')].sort(newestFirst.compare),
    },
  },
  mutations: {
    createApiKey: {
      rule: keepers,
      harmless: () => ({ name: ' ', permissions: [], allCustomers: true }),
      good: () => ({ name: 'Yeni anahtar', permissions: [], allCustomers: false }),
      ids: { customerIds: 'Customer' },
    },
    revokeApiKey: {
      rule: keepers,
      harmless: ({ missing }) => ({ id: missing[0] }),
      good: () => ({}),
      ids: { id: 'ApiKey' },
    },
  },
}
