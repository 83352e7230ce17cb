import { enumType } from '../../core/graphql/fields.ts'

export const Permission = enumType('Permission', 'What a role or a key may do.', {
  CUSTOMERS_READ: 'See customers, contacts, groups, assets and authorized technicians, and search.',
  CUSTOMERS_WRITE: 'Enter and change them.',
  CONTRACTS_READ: 'See contracts, terms, notices, and usage without amounts.',
  CONTRACTS_WRITE: 'Enter, renew and end contracts.',
  PLANS_READ: 'See service plans and working calendars.',
  PLANS_WRITE: 'Enter and change them.',
  TICKETS_READ: 'See tickets, their comments and times.',
  TICKETS_WRITE: 'Open and work on tickets.',
  TIME_WRITE: 'Enter one’s own times.',
  BILLING_READ: 'See invoices, amounts, cost rates and everybody’s times.',
  BILLING_WRITE: 'Make and send invoices, and enter others’ times.',
  ORGANIZATION_WRITE: 'Manage technicians, roles, users, settings, mail and jobs.',
  AUDIT_READ: 'See who did what.',
  API_KEYS_WRITE: 'Make and revoke keys for partners.',
})
export type Permission = keyof typeof Permission

/** Names of every permission: what an administrator has. */
export const allPermissions = Object.keys(Permission) as Permission[]
