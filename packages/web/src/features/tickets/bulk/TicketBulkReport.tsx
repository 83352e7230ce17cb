import { Plural, Trans } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import type { BulkState } from './use-ticket-bulk'
import css from './bulk.module.css'

interface Props {
  state: BulkState
  onStop: () => void
  onClose: () => void
}

/** How far it is, and afterwards which tickets it did not work for and why. */
export function TicketBulkReport({ state: { done, total, running, failures }, onStop, onClose }: Props) {
  if (running)
    return (
      <div className={css.report}>
        <Note role="status">
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
  const succeeded = done - failures.length
  return (
    <div className={css.report}>
      <Note tone={failures.length > 0 ? 'warning' : 'good'} role="status">
        <span className="wrap">
          <span className="grow">
            <Plural value={succeeded} one="Done for # ticket." other="Done for # tickets." />{' '}
            {failures.length > 0 ? (
              <Plural value={failures.length} one="# was not changed:" other="# were not changed:" />
            ) : null}{' '}
            {done < total ? (
              <Plural value={total - done} one="Stopped before # ticket." other="Stopped before # tickets." />
            ) : null}
          </span>
          <Button size="small" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </span>
        {failures.length > 0 ? (
          <ul className={css.failures}>
            {failures.map(({ id, name, message }) => (
              <li key={id}>
                <b>{name}</b>: {message}
              </li>
            ))}
          </ul>
        ) : null}
      </Note>
    </div>
  )
}
