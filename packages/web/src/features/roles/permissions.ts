import type { Permission } from '~/lib/__generated__/schema'

/** What permissions are about, in the order of daily work. Changing something includes seeing it. */
export const SUBJECTS = [
  { key: 'customers', read: 'CUSTOMERS_READ', write: 'CUSTOMERS_WRITE' },
  { key: 'tickets', read: 'TICKETS_READ', write: 'TICKETS_WRITE' },
  { key: 'time', read: undefined, write: 'TIME_WRITE' },
  { key: 'contracts', read: 'CONTRACTS_READ', write: 'CONTRACTS_WRITE' },
  { key: 'plans', read: 'PLANS_READ', write: 'PLANS_WRITE' },
  { key: 'billing', read: 'BILLING_READ', write: 'BILLING_WRITE' },
  { key: 'organization', read: undefined, write: 'ORGANIZATION_WRITE' },
  { key: 'keys', read: undefined, write: 'API_KEYS_WRITE' },
  { key: 'audit', read: 'AUDIT_READ', write: undefined },
] as const satisfies { key: string; read: Permission | undefined; write: Permission | undefined }[]

export type SubjectKey = (typeof SUBJECTS)[number]['key']

/** Every permission there is, in that order. */
export const ALL_PERMISSIONS: Permission[] = SUBJECTS.flatMap(({ read, write }) =>
  [read, write].filter((permission) => permission !== undefined),
)

/** The set after a tick: changing brings seeing along, and without seeing nothing can be changed. */
export function togglePermission(given: readonly Permission[], permission: Permission, on: boolean): Permission[] {
  const subject = SUBJECTS.find(({ read, write }) => read === permission || write === permission)
  const along = on ? subject?.read : permission === subject?.read ? subject.write : undefined
  const next = new Set(given)
  for (const each of [permission, along]) {
    if (each && on) next.add(each)
    else if (each) next.delete(each)
  }
  return ALL_PERMISSIONS.filter((each) => next.has(each))
}
