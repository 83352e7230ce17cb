import { defineEntity, p } from '@mikro-orm/core'
import { createdAt, id } from '../../core/db/columns.ts'
import { apiKeyCustomerPolicies, apiKeyPolicies } from './partner.access.ts'

/** A partner's key: of its secret only the hash is kept. */
export const ApiKeyEntity = defineEntity({
  name: 'ApiKeyRow',
  tableName: 'api_key',
  properties: {
    id: id(),
    name: p.text(),
    prefix: p.text(),
    secretHash: p.blob(),
    permissions: p.array().columnType('text[]'),
    allCustomers: p.boolean().default(false),
    createdBy: p.uuid(),
    createdAt: createdAt(),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
  policies: apiKeyPolicies,
  uniques: [{ name: 'api_key_prefix_taken', properties: ['prefix'] }],
})

/** A customer that a limited key reaches. */
export const ApiKeyCustomerEntity = defineEntity({
  name: 'ApiKeyCustomerRow',
  tableName: 'api_key_customer',
  properties: { apiKeyId: p.uuid().primary(), customerId: p.uuid().primary() },
  policies: apiKeyCustomerPolicies,
  indexes: [{ name: 'api_key_customer_of_customer', properties: ['customerId'] }],
})
