import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { When } from '~/ui/When'
import { useViewer } from '../session/SessionProvider'
import type { PortalRowFragment } from './__generated__/PortalRow'
import css from './RecordItem.module.css'
import { Reason } from './Reason'
import { TicketState } from './TicketState'

/** A record in a list: the whole of it is one link. */
export function RecordItem({ record, level = 'h2' }: { record: PortalRowFragment; level?: 'h2' | 'h3' }) {
  const { person } = useViewer()
  const { id, number, subject, status, approval, updatedAt, requester, visibleBecause } = record
  const Heading = level
  const own = requester.id === person?.id
  return (
    <li>
      <Link to="/portal/records/$id" params={{ id }} className={css.record}>
        <span className={css.line}>
          <TicketState status={status} approval={approval} />
          <span className={css.end}>
            <When at={updatedAt} />
          </span>
        </span>
        <Heading className={css.subject}>{subject}</Heading>
        <span className={css.line}>
          {own ? (
            <b>
              <Trans>You</Trans>
            </b>
          ) : (
            <span className={css.who}>{requester.name}</span>
          )}
          <span aria-hidden>·</span>
          <span className="nowrap">{number}</span>
          {visibleBecause.includes('OWN') ? null : (
            <>
              <span aria-hidden>·</span>
              <span>
                <Reason because={visibleBecause} short />
              </span>
            </>
          )}
        </span>
      </Link>
    </li>
  )
}
