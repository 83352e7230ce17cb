import { useId, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import type { OtherTimer } from '~/lib/__generated__/schema'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import { Dialog } from '~/ui/Dialog'
import { Note } from '~/ui/Note'
import type { ServerError } from '~/ui/form-errors'
import css from './timer.module.css'
import { timerName } from './timer-name'
import { useElapsed } from './use-elapsed'
import type { Timer } from './use-timer'

interface Props {
  /** The one that runs. */
  timer: Timer
  start: (running: OtherTimer) => Promise<readonly ServerError[] | undefined>
  pending: boolean
  error: unknown
  onClose: () => void
}

/** One timer runs at a time: what becomes of the one that runs. */
export function OtherTimerDialog({ timer, start, pending, error, onClose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const id = useId()
  const [refusal, setRefusal] = useState('')
  const minutes = useElapsed(timer.startedAt)
  const [name, since, elapsed] = [timerName(timer), format.time(timer.startedAt), format.minutes(minutes)]
  const choose = async (running: OtherTimer) => {
    setRefusal('')
    const errors = await start(running).catch(() => null)
    if (errors?.[0]) setRefusal(errors[0].message)
  }
  return (
    <Dialog place="modal" role="alertdialog" aria-labelledby={id} onClose={onClose}>
      <div className={css.dialog}>
        <h2 id={id}>
          <Trans>A timer runs already</Trans>
        </h2>
        <p>
          <Trans>
            On <b>{name}</b>, since {since}: {elapsed}.
          </Trans>
        </p>
        {refusal || error ? (
          <Note tone="error" role="alert">
            {refusal || t`Not done. Try again.`}
          </Note>
        ) : null}
        <div className="wrap">
          {minutes > 0 ? (
            <Button look="primary" pending={pending} onClick={() => void choose('LOG')} data-first>
              <Trans>Log {elapsed} and start</Trans>
            </Button>
          ) : null}
          <Button look="danger" pending={pending} onClick={() => void choose('DISCARD')}>
            <Trans>Throw it away and start</Trans>
          </Button>
          <Button look="quiet" onClick={onClose}>
            <Trans>Let it run</Trans>
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
