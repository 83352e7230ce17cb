import { defineEntity, p, type InferEntity } from '@mikro-orm/core'
import { createdAt, id, updatedAt } from '../../core/db/columns.ts'
import { rolePolicies, technicianPolicies } from './organization.access.ts'

/** A set of permissions for technicians, with the switch that limits them to authorized customers. */
export const RoleEntity = defineEntity({
  name: 'RoleRow',
  tableName: 'role',
  properties: {
    id: id(),
    version: p.integer().version(),
    name: p.text(),
    permissions: p.array().columnType('text[]'),
    onlyAuthorizedCustomers: p.boolean().default(false),
    administrator: p.boolean().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    nameFold: p.text().nullable().generated('(tr_fold(name)) stored'),
  },
  policies: rolePolicies,
  uniques: [
    { name: 'role_name_taken', properties: ['nameFold'] },
    {
      name: 'role_one_administrator',
      expression: 'create unique index role_one_administrator on role (administrator) where administrator',
    },
  ],
})
export type RoleRow = InferEntity<typeof RoleEntity>

/** A person of ours who works on tickets. */
export const TechnicianEntity = defineEntity({
  name: 'TechnicianRow',
  tableName: 'technician',
  properties: {
    id: id(),
    version: p.integer().version(),
    accountId: p.uuid(),
    roleId: p.uuid(),
    name: p.text(),
    email: p.text(),
    active: p.boolean().default(true),
    costRate: p.decimal().columnType('numeric(14,4)').nullable(),
    costRateCurrency: p.text().nullable().check("cost_rate_currency ~ '^[A-Z]{3}$'"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    searchFold: p.text().nullable().generated("(tr_fold(name || ' ' || email)) stored"),
  },
  policies: technicianPolicies,
  indexes: [
    {
      name: 'technician_by_name',
      expression: 'create index technician_by_name on technician (name collate "tr-x-icu", id)',
    },
    { name: 'technician_of_role', properties: ['roleId'] },
  ],
  uniques: [{ name: 'technician_account_taken', properties: ['accountId'] }],
})
export type TechnicianRow = InferEntity<typeof TechnicianEntity>
