import { defineEntity, p, type InferEntity } from '@mikro-orm/core'
import { createdAt, id, updatedAt } from '../../core/db/columns.ts'
import { authorizationPolicies, contactPolicies, customerPolicies, groupPolicies } from './customer.access.ts'

/** A company, or an own department, that is served. */
export const CustomerEntity = defineEntity({
  name: 'CustomerRow',
  tableName: 'customer',
  properties: {
    id: id(),
    version: p.integer().version(),
    name: p.text(),
    kind: p.text().default('EXTERNAL').check("kind in ('EXTERNAL', 'INTERNAL')"),
    code: p.text().nullable(),
    taxNumber: p.text().nullable(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    website: p.text().nullable(),
    address: p.text().nullable(),
    notes: p.text().nullable(),
    active: p.boolean().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    nameFold: p.text().nullable().generated('(tr_fold(name)) stored'),
    searchFold: p
      .text()
      .nullable()
      .generated("(tr_fold(name || ' ' || coalesce(code, '') || ' ' || coalesce(email, ''))) stored"),
  },
  policies: customerPolicies,
  indexes: [
    {
      name: 'customer_search',
      expression: 'create index customer_search on customer using gin (search_fold gin_trgm_ops)',
    },
    { name: 'customer_by_name', expression: 'create index customer_by_name on customer (name collate "tr-x-icu", id)' },
    { name: 'customer_by_creation', expression: 'create index customer_by_creation on customer (created_at, id)' },
    { name: 'customer_by_update', expression: 'create index customer_by_update on customer (updated_at, id)' },
  ],
  uniques: [
    {
      name: 'customer_name_taken',
      expression: 'create unique index customer_name_taken on customer (name_fold) where active',
    },
  ],
})
export type CustomerRow = InferEntity<typeof CustomerEntity>

/** Contacts of one customer that belong together. */
export const GroupEntity = defineEntity({
  name: 'GroupRow',
  tableName: 'customer_group',
  properties: {
    id: id(),
    version: p.integer().version(),
    customerId: p.uuid(),
    name: p.text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    nameFold: p.text().nullable().generated('(tr_fold(name)) stored'),
  },
  policies: groupPolicies,
  indexes: [
    {
      name: 'customer_group_by_name',
      expression: 'create index customer_group_by_name on customer_group (name collate "tr-x-icu", id)',
    },
  ],
  uniques: [
    { name: 'customer_group_name_taken', properties: ['customerId', 'nameFold'] },
    // Target of references that must stay inside one customer.
    { name: 'customer_group_of_customer', properties: ['customerId', 'id'] },
  ],
})
export type GroupRow = InferEntity<typeof GroupEntity>

/** A person of a customer; may sign in to the portal when it has a sign-in (`accountId`). */
export const ContactEntity = defineEntity({
  name: 'ContactRow',
  tableName: 'contact',
  properties: {
    id: id(),
    version: p.integer().version(),
    customerId: p.uuid(),
    groupId: p.uuid().nullable(),
    accountId: p.uuid().nullable(),
    name: p.text(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    title: p.text().nullable(),
    locale: p.text().default('tr').check("locale in ('tr', 'en')"),
    active: p.boolean().default(true),
    seesCompanyRecords: p.boolean().default(false),
    seesGroupRecords: p.boolean().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    searchFold: p.text().nullable().generated("(tr_fold(name || ' ' || coalesce(email, ''))) stored"),
  },
  policies: contactPolicies,
  indexes: [
    {
      name: 'contact_search',
      expression: 'create index contact_search on contact using gin (search_fold gin_trgm_ops)',
    },
    {
      // The customer too: who is restricted passes by the contacts of others without reading them.
      name: 'contact_by_name',
      expression: 'create index contact_by_name on contact (name collate "tr-x-icu", id) include (customer_id)',
    },
    {
      name: 'contact_of_customer',
      expression: 'create index contact_of_customer on contact (customer_id, name collate "tr-x-icu", id)',
    },
    { name: 'contact_of_group', properties: ['groupId'] },
    { name: 'contact_by_creation', expression: 'create index contact_by_creation on contact (created_at, id)' },
    { name: 'contact_by_update', expression: 'create index contact_by_update on contact (updated_at, id)' },
    { name: 'contact_of_account', properties: ['accountId'] },
  ],
  uniques: [
    // A sign-in has at most one active contact.
    {
      name: 'contact_account_taken',
      expression: 'create unique index contact_account_taken on contact (account_id) where active',
    },
    { name: 'contact_of_customer_key', properties: ['customerId', 'id'] },
  ],
})
export type ContactRow = InferEntity<typeof ContactEntity>

/** A technician may work for a customer. */
export const AuthorizationEntity = defineEntity({
  name: 'AuthorizationRow',
  tableName: 'technician_customer',
  properties: {
    technicianId: p.uuid().primary(),
    customerId: p.uuid().primary(),
    createdAt: createdAt(),
  },
  policies: authorizationPolicies,
  indexes: [{ name: 'technician_customer_of_customer', properties: ['customerId', 'technicianId'] }],
})
