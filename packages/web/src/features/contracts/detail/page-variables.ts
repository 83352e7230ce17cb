import { may } from '../../session/may'
import type { Viewer } from '../../session/session'
import type { ContractPageQueryVariables } from './__generated__/ContractPage'

/** Asks only for what the viewer's permissions open: one closed door would refuse the whole page. */
export const contractPageVariables = (id: string, viewer: Viewer): ContractPageQueryVariables => ({
  id,
  plans: may(viewer, 'PLANS_READ'),
})
