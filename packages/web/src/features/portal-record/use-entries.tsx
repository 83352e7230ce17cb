import { Trans, useLingui } from '@lingui/react/macro'
import { IconChecks, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { ConversationEntry } from '~/ui/Conversation'
import { attachmentOf } from '../files/attachment'
import { useViewer } from '../session/SessionProvider'
import type { PortalRecordQuery } from './__generated__/PortalRecord'

type Ticket = NonNullable<PortalRecordQuery['ticket']>

const ICON = { size: 15, stroke: 1.8 } as const

/** What was said, and what was asked and decided in between, oldest first. */
export function useEntries(ticket: Ticket): ConversationEntry[] {
  const { t } = useLingui()
  const me = useViewer().person?.id
  const ours = (id: string) => ticket.assignee?.id === id
  const written: ConversationEntry[] = ticket.comments.nodes.map(({ id, body, createdAt, author, attachments }) => ({
    kind: 'message',
    id,
    at: createdAt,
    author: author.name,
    about: ours(author.id) ? t`Works on it` : undefined,
    us: ours(author.id),
    variant: author.id === me ? 'own' : 'public',
    body,
    attachments: attachments.map(attachmentOf),
  }))
  const opening: ConversationEntry = {
    kind: 'message',
    id: ticket.id,
    at: ticket.openedAt,
    author: ticket.requester.name,
    variant: ticket.requester.id === me ? 'own' : 'public',
    body: ticket.description,
    attachments: ticket.attachments.map(attachmentOf),
  }
  const decisions = ticket.approvals.flatMap(({ id, status, approver, comment, askedAt, decidedAt }) => {
    const { name } = approver
    const mine = approver.id === me
    const asked: ConversationEntry = {
      kind: 'event',
      id: `${id} asked`,
      at: askedAt,
      icon: <IconChecks {...ICON} />,
      sentence: mine ? <Trans>You were asked for approval</Trans> : <Trans>{name} was asked for approval</Trans>,
    }
    if (!decidedAt) return [asked]
    const words = comment ? `: ${comment}` : ''
    const yes = status === 'APPROVED'
    const decided: ConversationEntry = {
      kind: 'event',
      id: `${id} decided`,
      at: decidedAt,
      icon: yes ? <IconCircleCheck {...ICON} /> : <IconCircleX {...ICON} />,
      sentence: (
        <>
          {mine ? (
            yes ? (
              <Trans>You approved</Trans>
            ) : (
              <Trans>You rejected</Trans>
            )
          ) : yes ? (
            <Trans>{name} approved</Trans>
          ) : (
            <Trans>{name} rejected</Trans>
          )}
          {words}
        </>
      ),
    }
    return [asked, decided]
  })
  const rest = [...written, ...decisions].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return [opening, ...rest]
}
