import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import type { ApprovalStatus, TicketStatus } from '~/lib/__generated__/schema'
import { Status } from '~/ui/Status'

type Look = Pick<Parameters<typeof Status>[0], 'color' | 'shape'> & { word: ReactNode }

const LOOKS: Record<TicketStatus, Look> = {
  OPEN: { color: 'blue', shape: 'ring', word: <Trans>Open</Trans> },
  IN_PROGRESS: { color: 'teal', shape: 'half', word: <Trans>In progress</Trans> },
  WAITING: { color: 'amber', shape: 'third', word: <Trans>On hold</Trans> },
  RESOLVED: { color: 'green', shape: 'full', word: <Trans>Resolved</Trans> },
  CLOSED: { color: 'grey', shape: 'full', word: <Trans>Closed</Trans> },
  CANCELLED: { color: 'grey', shape: 'slashed', word: <Trans>Cancelled</Trans> },
}
const PENDING: Look = { color: 'amber', shape: 'third', word: <Trans>Waiting for approval</Trans> }
const REJECTED: Look = { color: 'red', shape: 'slashed', word: <Trans>Not approved</Trans> }

/** Where a record stands: as long as nobody has begun, its approval says more than "open". */
export function TicketState({ status, approval }: { status: TicketStatus; approval: ApprovalStatus }) {
  const look =
    status === 'OPEN' && approval === 'PENDING'
      ? PENDING
      : status === 'OPEN' && approval === 'REJECTED'
        ? REJECTED
        : LOOKS[status]
  return (
    <Status color={look.color} shape={look.shape}>
      {look.word}
    </Status>
  )
}
