import { defineEntity, p } from '@mikro-orm/core'
import { allow } from './policies.ts'
import { CONTACT, PARTNER, RESTRICTED, STAFF, SYSTEM } from './roles.ts'

const own = 'principal_id = (select app_principal_id())'

/** Answers of creating mutations by the key their caller gave, kept for 24 hours. */
export const IdempotencyEntity = defineEntity({
  name: 'IdempotencyRow',
  tableName: 'idempotency_key',
  properties: {
    principalId: p.uuid().primary(),
    key: p.text().primary(),
    operation: p.text(),
    /** SHA-256 of the input without the key. */
    bodyHash: p.text(),
    answer: p.json<Record<string, string | null>>(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  policies: [...[STAFF, RESTRICTED, CONTACT, PARTNER].map((role) => allow(role, own)), allow(SYSTEM, 'true')],
  indexes: [{ name: 'idempotency_key_by_creation', properties: ['createdAt'] }],
})
