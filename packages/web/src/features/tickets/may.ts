import { useViewer } from '../session/SessionProvider'
import { seesTickets } from './sees-tickets'

/** Whether the signed-in person reads tickets. */
export const useSeesTickets = (): boolean => seesTickets(useViewer().permissions)
