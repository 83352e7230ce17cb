import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconEye } from '@tabler/icons-react'
import { buttonClass } from '~/ui/Button'
import { Conversation } from '~/ui/Conversation'
import { Forbidden } from '~/ui/EmptyState'
import { ErrorState } from '~/ui/ErrorState'
import { useTitle } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { When } from '~/ui/When'
import { useLiveTicket } from '../live/use-live-ticket'
import { Decision } from '../portal-tickets/Decision'
import { Reason } from '../portal-tickets/Reason'
import { useViewer } from '../session/SessionProvider'
import type { PortalRecordQuery } from './__generated__/PortalRecord'
import css from './Record.module.css'
import { Reply } from './Reply'
import { Resolved } from './Resolved'
import { useEntries } from './use-entries'
import { useRecord } from './use-record'
import { Way } from './Way'

type Ticket = NonNullable<PortalRecordQuery['ticket']>

/** One record: how far it is, what was said, and what one may do about it. */
export function RecordScreen({ id }: { id: string }) {
  return (
    <QueryBoundary
      resetKey={id}
      fallback={(error, retry) => (
        <>
          <h1>
            <Trans>Record</Trans>
          </h1>
          <ErrorState error={error} onRetry={retry} />
        </>
      )}
    >
      <Suspense fallback={<SkeletonLines lines={8} />}>
        <Record key={id} id={id} />
      </Suspense>
    </QueryBoundary>
  )
}

function Record({ id }: { id: string }) {
  const { ticket, later, loadingLater } = useRecord(id)
  return ticket ? <Found ticket={ticket} onLater={later} loadingLater={loadingLater} /> : <Missing />
}

function Found({ ticket, onLater, loadingLater }: { ticket: Ticket; onLater?: () => void; loadingLater: boolean }) {
  const { t } = useLingui()
  const { subject, status, approval, assignee, visibleBecause, viewerCanApprove } = ticket
  useTitle(subject)
  useLiveTicket(ticket.id)
  const entries = useEntries(ticket)
  const name = assignee?.name ?? ''
  const works = status === 'IN_PROGRESS' || status === 'WAITING'
  return (
    <div className={css.page}>
      <div className={css.content}>
        <h1 className={css.subject}>{subject}</h1>
        <Opened ticket={ticket} />
        <Way status={status} approval={approval} />
        {assignee && works ? (
          <p className={css.works}>
            <Trans>{name} works on it.</Trans>
          </p>
        ) : null}
        {visibleBecause.includes('OWN') ? null : (
          <p className={css.because}>
            <IconEye size={18} stroke={1.8} aria-hidden />
            <span>
              <Reason because={visibleBecause} />
            </span>
          </p>
        )}
        {viewerCanApprove ? (
          <section className={css.box} aria-label={t`Approval`}>
            <h2>
              <Trans>Your approval is needed</Trans>
            </h2>
            <p className={css.boxWords}>
              <Trans>The work on this request starts when it is approved.</Trans>
            </p>
            <Decision ticketId={ticket.id} subject={subject} />
          </section>
        ) : null}
        <Conversation label={t`Conversation`} entries={entries} size="large" />
        {onLater ? (
          <p className={css.later}>
            <button
              type="button"
              className={buttonClass({ size: 'large' })}
              onClick={onLater}
              aria-busy={loadingLater || undefined}
            >
              <Trans>Show later messages</Trans>
            </button>
          </p>
        ) : null}
        <Resolved ticket={ticket} />
      </div>
      <Reply ticket={ticket} />
    </div>
  )
}

function Opened({ ticket: { kind, number, openedAt, requester } }: { ticket: Ticket }) {
  const me = useViewer().person?.id
  const who = requester.name
  return (
    <p className={css.meta}>
      {kind === 'INCIDENT' ? <Trans>Incident</Trans> : <Trans>Request</Trans>} ·{' '}
      <span className="nowrap">{number}</span> ·{' '}
      {requester.id === me ? (
        <Trans>
          opened by you, <When at={openedAt} />
        </Trans>
      ) : (
        <Trans>
          opened by {who}, <When at={openedAt} />
        </Trans>
      )}
    </p>
  )
}

/** Not there, or not for this reader: both are answered alike. */
function Missing() {
  const { t } = useLingui()
  useTitle(t`No such record`)
  return (
    <>
      <h1>
        <Trans>No such record</Trans>
      </h1>
      <Forbidden title={<Trans>It is not there, or not for you</Trans>}>
        <Trans>
          A colleague’s record can be read with the right to all records of the company or group. Your administrator can
          give it.
        </Trans>
      </Forbidden>
      <p>
        <Link to="/portal/records" className={buttonClass({ size: 'large' })}>
          <Trans>All records</Trans>
        </Link>
      </p>
    </>
  )
}
