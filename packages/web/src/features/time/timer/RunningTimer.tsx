import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlayerStop } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import { cx } from '~/ui/class-names'
import { writeDuration } from '../duration'
import css from './timer.module.css'
import { timerName } from './timer-name'
import { useElapsed } from './use-elapsed'
import type { Timer } from './use-timer'

interface Props {
  timer: Timer
  onStop: () => void
  /** In the bar of a narrow window: the time and the button. */
  compact?: boolean
}

/** The timer that runs, wherever one is: on what, how long, and the button that stops it. */
export function RunningTimer({ timer, onStop, compact }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const minutes = useElapsed(timer.startedAt)
  const { ticket, contract } = timer
  const [name, elapsed, since] = [timerName(timer), format.minutes(minutes), format.time(timer.startedAt)]
  const shown = (
    <>
      <b>
        <span aria-hidden>{writeDuration(minutes)}</span>
        <span className="sr">
          <Trans>Timer: {elapsed}</Trans>
        </span>
      </b>
      {compact ? <span className="sr">{name}</span> : <span className="trunc">{name}</span>}
    </>
  )
  return (
    <div className={cx(css.timer, compact && css.compact)} title={t`Runs since ${since} on ${name}`}>
      <span className={css.dot} aria-hidden />
      {ticket ? (
        <Link to="/tickets/$id" params={{ id: ticket.id }}>
          {shown}
        </Link>
      ) : contract ? (
        <Link to="/contracts/$id" params={{ id: contract.id }}>
          {shown}
        </Link>
      ) : (
        <Link to="/time">{shown}</Link>
      )}
      <Button look="quiet" size="small" icon aria-label={t`Stop the timer`} onClick={onStop}>
        <IconPlayerStop size={16} stroke={1.8} aria-hidden />
      </Button>
    </div>
  )
}
