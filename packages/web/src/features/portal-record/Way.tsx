import { useLingui } from '@lingui/react/macro'
import type { ApprovalStatus, TicketStatus } from '~/lib/__generated__/schema'
import { StatusSteps } from '~/ui/StatusSteps'

/** How far a record has come. */
export function Way({ status, approval }: { status: TicketStatus; approval: ApprovalStatus }) {
  const { t } = useLingui()
  const waits = status === 'OPEN' && approval === 'PENDING'
  const refused = status === 'OPEN' && approval === 'REJECTED'
  const current = { OPEN: 0, IN_PROGRESS: 1, WAITING: 1, RESOLVED: 2, CLOSED: 3, CANCELLED: 1 }[status]
  const special = waits
    ? t`Waiting for approval`
    : refused
      ? t`Not approved`
      : status === 'WAITING'
        ? t`On hold`
        : status === 'CANCELLED'
          ? t`Cancelled`
          : undefined
  return (
    <StatusSteps
      label={t`State`}
      steps={[t`Opened`, t`In progress`, t`Resolved`, t`Closed`]}
      current={refused ? 1 : current}
      state={refused || status === 'CANCELLED' ? 'cancelled' : waits || status === 'WAITING' ? 'waiting' : undefined}
      currentLabel={special}
    />
  )
}
