/** Names of the permissions, in the order of the specification. */
export const allPermissions = [
  'CUSTOMERS_READ',
  'CUSTOMERS_WRITE',
  'CONTRACTS_READ',
  'CONTRACTS_WRITE',
  'PLANS_READ',
  'PLANS_WRITE',
  'TICKETS_READ',
  'TICKETS_WRITE',
  'TIME_WRITE',
  'BILLING_READ',
  'BILLING_WRITE',
  'ORGANIZATION_WRITE',
  'AUDIT_READ',
  'API_KEYS_WRITE',
] as const
export type Permission = (typeof allPermissions)[number]
