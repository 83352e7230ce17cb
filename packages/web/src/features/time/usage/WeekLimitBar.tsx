import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { cx } from '~/ui/class-names'
import { Ruler } from '~/ui/Ruler'
import { hourTicks } from './usage-parts'
import css from './UsageBar.module.css'

interface Props {
  /** Minutes of the week up to which work is normal, and those that are in it. */
  limit: number
  used: number
  /** What is about to be added. */
  adding?: number
}

/** How far the week’s limit reaches, with what is being typed. */
export function WeekLimitBar({ limit, used, adding = 0 }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const whole = Math.max(limit, used + adding)
  const beyond = Math.max(0, used + adding - limit)
  const left = Math.max(0, limit - used - adding)
  const [limitWords, usedWords, addingWords, leftWords, beyondWords] = [limit, used, adding, left, beyond].map(
    format.minutes,
  )
  const at = (minutes: number) => minutes / whole
  return (
    <div className={cx(css.usage, css.thin)}>
      <p className={css.head}>
        <span>
          <Trans>In the week {usedWords}</Trans> {adding > 0 ? <span className="muted">+ {addingWords}</span> : null}
        </span>
        <span className={left === 0 ? 'amber' : css.aside}>
          {beyond > 0 ? <Trans>{beyondWords} over the limit</Trans> : <Trans>{leftWords} left</Trans>}
        </span>
      </p>
      <Ruler
        sentence={
          beyond > 0
            ? t`Weekly limit ${limitWords}: ${usedWords} worked, ${beyondWords} over it`
            : t`Weekly limit ${limitWords}: ${usedWords} worked, ${leftWords} left`
        }
        parts={[
          { from: 0, to: at(Math.min(used, limit)) },
          { from: at(Math.min(used, limit)), to: at(Math.min(used + adding, limit)), kind: 'carried' as const },
          { from: at(limit), to: at(limit + beyond), kind: 'over' as const },
        ].filter(({ from, to }) => to > from)}
        ticks={hourTicks(whole)}
      />
    </div>
  )
}
