import type { Permission } from '~/lib/__generated__/schema'
import { seesTickets } from '../tickets/sees-tickets'

export interface TimeRights {
  /** Reads entries; each names its customer and its ticket. */
  sees: boolean
  /** Writes own entries and runs a timer. */
  logs: boolean
  /** Writes entries of others. */
  logsForOthers: boolean
  /** Reads contracts: without it an entry’s contract stays unnamed. */
  contracts: boolean
}

/** What somebody may do with time: to hide what would be refused; the server decides. */
export const timeRights = ({ permissions }: { permissions: readonly Permission[] }): TimeRights => {
  const sees = seesTickets(permissions)
  return {
    sees,
    logs: sees && permissions.includes('TIME_WRITE'),
    logsForOthers: sees && permissions.includes('BILLING_WRITE'),
    contracts: permissions.includes('CONTRACTS_READ'),
  }
}
