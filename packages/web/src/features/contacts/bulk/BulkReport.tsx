import { Plural, Trans } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import type { BulkState } from './use-bulk'

/** How far it is, and afterwards for whom it did not work and why. */
export function BulkReport({ state, onStop, onClose }: { state: BulkState; onStop: () => void; onClose: () => void }) {
  const { done, total, running, failures } = state
  if (running)
    return (
      <Note role="status">
        <span className="wrap">
          <Trans>
            {done} of {total}…
          </Trans>
          <Button size="small" onClick={onStop}>
            <Trans>Stop</Trans>
          </Button>
        </span>
      </Note>
    )
  const succeeded = done - failures.length
  return (
    <Note tone={failures.length > 0 ? 'warning' : 'good'} role="status">
      <span className="wrap">
        <span className="grow">
          <Plural value={succeeded} one="Done for # contact." other="Done for # contacts." />{' '}
          {failures.length > 0 ? (
            <Plural value={failures.length} one="It did not work for #:" other="It did not work for #:" />
          ) : null}{' '}
          {done < total ? (
            <Plural value={total - done} one="Stopped before # contact." other="Stopped before # contacts." />
          ) : null}
        </span>
        <Button size="small" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </span>
      {failures.length > 0 ? (
        <ul>
          {failures.map(({ id, name, message }) => (
            <li key={id}>
              <b>{name}</b>: {message}
            </li>
          ))}
        </ul>
      ) : null}
    </Note>
  )
}
