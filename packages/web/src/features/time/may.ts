import { useViewer } from '../session/SessionProvider'
import { timeRights, type TimeRights } from './rights'

/** What the signed-in person may do with time. */
export const useTimeRights = (): TimeRights => timeRights(useViewer())
