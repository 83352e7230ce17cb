import { useState } from 'react'
import { useLingui } from '@lingui/react'
import { Trans, useLingui as useMacro } from '@lingui/react/macro'
import { IconCheck, IconDots, IconEdit, IconRefresh } from '@tabler/icons-react'
import type { TicketStatus } from '~/lib/__generated__/schema'
import { useShortcuts } from '~/lib/shortcuts'
import { Button } from '~/ui/Button'
import { Menu, MenuItem } from '~/ui/Menu'
import { TitleBar } from '~/ui/Page'
import { When } from '~/ui/When'
import { Here } from '../../live/Here'
import { useLiveTicket } from '../../live/use-live-ticket'
import { ApprovalMark, TicketPriorityMark, TicketStatusMark } from '../Marks'
import { useTicketChange } from '../use-ticket-change'
import { kindWords, moveWords } from '../words'
import { ReopenDialog } from './ReopenDialog'
import css from './TicketScreen.module.css'
import type { Ticket } from './use-ticket'

interface Props {
  ticket: Ticket
  /** Absent for those who may not. */
  onEdit: (() => void) | undefined
}

/** The steps that are buttons; what ends a ticket without a solution stands in the menu. */
const FORWARD: readonly TicketStatus[] = ['IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED']

/** Subject, number and state, and the steps that the ticket may take now. */
export function TicketTitle({ ticket, onEdit }: Props) {
  const { i18n } = useLingui()
  const { t } = useMacro()
  const { change } = useTicketChange()
  useLiveTicket(ticket.id)
  const [reopening, setReopening] = useState(false)
  const { number, subject, kind, status, priority, approval, openedAt, viewerCanSet, viewerCanReopen } = ticket
  const steps = FORWARD.filter((step) => viewerCanSet.includes(step))
  const last = steps.at(-1)
  useShortcuts(onEdit ? [{ key: 'e', label: t`Edit the ticket`, run: onEdit }] : [])
  return (
    <div className={css.title}>
      <TitleBar
        title={subject}
        meta={
          <>
            <span className="muted">{number}</span>
            <span>{i18n._(kindWords[kind])}</span>
            <TicketStatusMark status={status} />
            {approval === 'NOT_NEEDED' ? null : <ApprovalMark approval={approval} />}
            {priority === 'NORMAL' ? null : <TicketPriorityMark priority={priority} />}
            <span className="muted">
              <Trans>
                opened <When at={openedAt} />
              </Trans>
            </span>
            <Here id={ticket.id} />
          </>
        }
        actions={
          <>
            {steps.map((step) => (
              <Button
                key={step}
                look={step === last ? 'primary' : 'plain'}
                onClick={() => void change(ticket, { status: step })}
              >
                {step === 'RESOLVED' || step === 'CLOSED' ? <IconCheck size={16} stroke={1.8} aria-hidden /> : null}
                {i18n._(moveWords[step])}
              </Button>
            ))}
            {viewerCanReopen ? (
              <Button onClick={() => setReopening(true)}>
                <IconRefresh size={16} stroke={1.8} aria-hidden />
                {i18n._(moveWords.OPEN)}
              </Button>
            ) : null}
            {onEdit ? (
              <Menu
                label={t`More actions`}
                button={(attributes) => (
                  <Button icon aria-label={t`More actions`} {...attributes}>
                    <IconDots size={16} stroke={1.8} aria-hidden />
                  </Button>
                )}
              >
                <MenuItem icon={<IconEdit size={16} stroke={1.8} aria-hidden />} onClick={onEdit}>
                  <Trans>Edit subject and description</Trans>
                </MenuItem>
                {viewerCanSet.includes('CANCELLED') ? (
                  <MenuItem danger onClick={() => void change(ticket, { status: 'CANCELLED' })}>
                    <Trans>Cancel the ticket</Trans>
                  </MenuItem>
                ) : null}
              </Menu>
            ) : null}
          </>
        }
      />
      {reopening ? <ReopenDialog ticket={ticket} onClose={() => setReopening(false)} /> : null}
    </div>
  )
}
