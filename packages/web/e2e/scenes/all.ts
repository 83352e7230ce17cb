import { administrationScenes } from './administration.ts'
import { customerScenes } from './customers.ts'
import { ticketScenes } from './tickets.ts'
import { contractScenes } from './contracts.ts'
import { doorScenes } from './doors.ts'
import { planScenes } from './plans.ts'
import { portalScenes } from './portal.ts'
import type { Scene } from './scene.ts'
import { shellScenes } from './shell.ts'
import { portalContractScenes, timeScenes } from './time.ts'

/** Every screen in every state that looks different. */
export const scenes: Scene[] = [
  ...doorScenes,
  ...shellScenes,
  ...customerScenes,
  ...ticketScenes,
  ...planScenes,
  ...contractScenes,
  ...administrationScenes,
  ...timeScenes,
  ...portalScenes,
  ...portalContractScenes,
]
