import type { Permission } from '~/lib/__generated__/schema'

/** A ticket names its customer and its people: who reads tickets must be allowed to read those too. */
export const seesTickets = (permissions: readonly Permission[]): boolean =>
  permissions.includes('TICKETS_READ') && permissions.includes('CUSTOMERS_READ')
