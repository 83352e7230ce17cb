import type { Permission } from '~/lib/__generated__/schema'
import { seesContracts } from '../../contracts/sees-contracts'
import { seesTickets } from '../../tickets/sees-tickets'

/** What of an event's names the viewer may read: the server refuses a whole query for one closed field. */
export const timelineNames = (permissions: readonly Permission[]): { tickets: boolean; contracts: boolean } => ({
  tickets: seesTickets(permissions),
  contracts: seesContracts(permissions),
})
