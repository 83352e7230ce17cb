import type { Permission } from '~/lib/__generated__/schema'

/** A contract names its customer: who reads contracts must be allowed to read that too. */
export const seesContracts = (permissions: readonly Permission[]): boolean =>
  permissions.includes('CONTRACTS_READ') && permissions.includes('CUSTOMERS_READ')
