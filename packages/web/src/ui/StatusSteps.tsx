import { Trans } from '@lingui/react/macro'
import { cx } from './class-names'
import css from './StatusSteps.module.css'

interface Props {
  /** Names the list: "Status". */
  label: string
  /** The way from the first to the last step, in words. */
  steps: string[]
  /** The step it is at, from 0; on the last one everything is done. */
  current: number
  /** `waiting` marks the current step amber; `cancelled` ends the way there. */
  state?: 'waiting' | 'cancelled'
  /** Words in place of the current step's own: "Your turn", "Cancelled". */
  currentLabel?: string
}

/** How far something has come, as a line with a mark for each step. The shapes differ, so colour never speaks alone. */
export function StatusSteps({ label, steps, current, state, currentLabel }: Props) {
  const shown = state === 'cancelled' ? steps.slice(0, current + 1) : steps
  const finished = current === steps.length - 1 && !state
  return (
    <ol className={cx(css.steps, state && css[state])} aria-label={label}>
      {shown.map((step, at) => {
        const done = at < current || (finished && at === current)
        return (
          <li
            key={step}
            className={cx(done && css.done, at === current && !finished && css.now)}
            aria-current={at === current ? 'step' : undefined}
          >
            {at === current && currentLabel ? currentLabel : step}
            {done ? (
              <span className="sr">
                {' '}
                <Trans>(done)</Trans>
              </span>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
