import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import type { TicketScope } from '~/lib/__generated__/schema'
import { buttonClass } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import type { View } from '../portal-tickets/statuses'
import { useViewer } from '../session/SessionProvider'

/** Nothing there: says whose records were looked for, who can see such ones, and how to open one. */
export function NoRecords({ scope, view }: { scope: TicketScope; view: View }) {
  return (
    <EmptyState title={<Title scope={scope} view={view} />} action={view === 'open' ? <NewRecord /> : null}>
      <WhoSees scope={scope} view={view} />
    </EmptyState>
  )
}

function Title({ scope, view }: { scope: TicketScope; view: View }) {
  if (scope === 'OWN')
    return {
      open: <Trans>You have no open record</Trans>,
      closed: <Trans>You have no closed record</Trans>,
      approved: <Trans>You have no approved record</Trans>,
    }[view]
  if (scope === 'GROUP')
    return {
      open: <Trans>Nobody in your group has an open record</Trans>,
      closed: <Trans>Nobody in your group has a closed record</Trans>,
      approved: <Trans>Nobody in your group has an approved record</Trans>,
    }[view]
  return {
    open: <Trans>Nobody in your company has an open record</Trans>,
    closed: <Trans>Nobody in your company has a closed record</Trans>,
    approved: <Trans>Nobody in your company has an approved record</Trans>,
  }[view]
}

function WhoSees({ scope, view }: { scope: TicketScope; view: View }) {
  const company = useViewer().customer?.name ?? ''
  if (view === 'approved') return <Trans>Requests that somebody has approved stand here, open and closed ones.</Trans>
  if (scope === 'OWN')
    return (
      <Trans>
        What you open is seen by you, by our team, and by colleagues who may see all records of {company} or of your
        group.
      </Trans>
    )
  if (scope === 'GROUP')
    return <Trans>Records of the group are seen by those of you who have the right to, and by our team.</Trans>
  return (
    <Trans>
      All records of {company} are seen by those of you who have the right to, and by our team; everybody else sees the
      own ones.
    </Trans>
  )
}

const NewRecord = () => (
  <Link to="/portal/new" className={buttonClass({ look: 'primary', size: 'large' })}>
    <Trans>New request</Trans>
  </Link>
)
