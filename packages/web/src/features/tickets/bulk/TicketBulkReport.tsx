import { Link } from '@tanstack/react-router'
import { Plural, Trans } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { hasEnded } from './follow-job'
import { ticketOf, type BulkState } from './use-ticket-bulk'
import css from './bulk.module.css'

interface Props {
  state: BulkState
  onStop: () => void
  onClose: () => void
}

/** How far it is, and afterwards which tickets it did not work for and why. */
export function TicketBulkReport({ state: { job, numbers }, onStop, onClose }: Props) {
  const { done } = job
  const total = job.total ?? done
  if (!hasEnded(job))
    return (
      <div className={css.report}>
        <Note>
          <span className="wrap">
            <progress value={done} max={total} className={css.progress} aria-hidden />
            <Trans>
              {done} of {total}…
            </Trans>
            <Button size="small" onClick={onStop}>
              <Trans>Stop</Trans>
            </Button>
          </span>
        </Note>
      </div>
    )
  const failures = job.errors.filter((error) => ticketOf(error) !== null)
  const [broken] = job.errors.filter((error) => ticketOf(error) === null)
  const succeeded = done - failures.length
  return (
    <div className={css.report}>
      <Note tone={job.errors.length > 0 ? 'warning' : 'good'} role="status">
        <span className="wrap">
          <span className="grow">
            <Plural value={succeeded} one="Done for # ticket." other="Done for # tickets." />{' '}
            {failures.length > 0 ? (
              <Plural value={failures.length} one="# was not changed:" other="# were not changed:" />
            ) : null}{' '}
            {done < total ? (
              <Plural value={total - done} one="Stopped before # ticket." other="Stopped before # tickets." />
            ) : null}{' '}
            {broken?.message}
          </span>
          <Button size="small" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </span>
        {failures.length > 0 ? (
          <ul className={css.failures}>
            {failures.map((failure) => {
              const id = ticketOf(failure)!
              return (
                <li key={id}>
                  <Link to="/tickets/$id" params={{ id }}>
                    {numbers.get(id) ?? <Trans>Ticket</Trans>}
                  </Link>
                  : {failure.message}
                </li>
              )
            })}
          </ul>
        ) : null}
      </Note>
    </div>
  )
}
