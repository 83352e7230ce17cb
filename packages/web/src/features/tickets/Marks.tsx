import { useLingui } from '@lingui/react'
import type { ApprovalStatus, TicketPriority, TicketStatus } from '~/lib/__generated__/schema'
import { PriorityMark } from '~/ui/PriorityMark'
import { Status } from '~/ui/Status'
import { approvalWords, priorityWords, statusWords } from './words'

type Looks = Pick<Parameters<typeof Status>[0], 'color' | 'shape'>

const STATUS_LOOKS: Record<TicketStatus, Looks> = {
  OPEN: { color: 'blue', shape: 'ring' },
  IN_PROGRESS: { color: 'teal', shape: 'half' },
  WAITING: { color: 'amber', shape: 'third' },
  RESOLVED: { color: 'green', shape: 'full' },
  CLOSED: { color: 'grey', shape: 'full' },
  CANCELLED: { color: 'grey', shape: 'slashed' },
}

/** Where a ticket stands: a drawn dot and the word. */
export function TicketStatusMark({ status }: { status: TicketStatus }) {
  const { i18n } = useLingui()
  return <Status {...STATUS_LOOKS[status]}>{i18n._(statusWords[status])}</Status>
}

const APPROVAL_LOOKS: Record<ApprovalStatus, Looks> = {
  NOT_NEEDED: { color: 'grey', shape: 'dashed' },
  PENDING: { color: 'amber', shape: 'third' },
  APPROVED: { color: 'green', shape: 'full' },
  REJECTED: { color: 'red', shape: 'slashed' },
}

/** What became of the question for approval. */
export function ApprovalMark({ approval }: { approval: ApprovalStatus }) {
  const { i18n } = useLingui()
  return <Status {...APPROVAL_LOOKS[approval]}>{i18n._(approvalWords[approval])}</Status>
}

const LEVELS = { URGENT: 'top', HIGH: 'high', NORMAL: 'middle', LOW: 'low' } as const

/** How urgent a ticket is: bars and the word. */
export function TicketPriorityMark({ priority, bare }: { priority: TicketPriority; bare?: boolean }) {
  const { i18n } = useLingui()
  return (
    <PriorityMark level={LEVELS[priority]} bare={bare}>
      {i18n._(priorityWords[priority])}
    </PriorityMark>
  )
}
