import { useViewer } from '../session/SessionProvider'
import type { Viewer } from '../session/session'
import { seesTickets } from '../tickets/sees-tickets'

interface TimeRights {
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
export const timeRights = ({ permissions }: Pick<Viewer, 'permissions'>): TimeRights => {
  const sees = seesTickets(permissions)
  return {
    sees,
    logs: sees && permissions.includes('TIME_WRITE'),
    logsForOthers: sees && permissions.includes('BILLING_WRITE'),
    contracts: permissions.includes('CONTRACTS_READ'),
  }
}

/** The same of the signed-in person. */
export const useTimeRights = (): TimeRights => timeRights(useViewer())
