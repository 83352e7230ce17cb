import type { Viewer } from '../session/session'
import type { HomeQueryVariables } from './__generated__/Home'

/** Asks only for what the viewer's permissions open: one closed door would refuse the whole query. */
export const homeVariables = ({ permissions }: Viewer): HomeQueryVariables => ({
  customers: permissions.includes('CUSTOMERS_READ'),
  organization: permissions.includes('ORGANIZATION_WRITE'),
})
