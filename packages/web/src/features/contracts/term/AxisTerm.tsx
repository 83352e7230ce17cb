import type { ContractStatus } from '~/lib/__generated__/schema'
import { placeOn, yearsOf } from './axis'
import css from './AxisTerm.module.css'
import { TermRuler } from './TermRuler'
import { shareOf, type Term } from './terms'

interface Props {
  axis: Term
  today: string
  term: Term
  status: ContractStatus
  terminatedOn: string | null
}

const percent = (share: number) => `${share * 100}%`

/** A contract's term on an axis that several share: rows below each other show what runs beside what. */
export function AxisTerm({ axis, today, ...rest }: Props) {
  const { from, to } = placeOn(axis, rest.term)
  return (
    <div className={css.axis}>
      {yearsOf(axis).map(({ at, year }) => (
        <span key={year} className={css.year} style={{ left: percent(at) }} aria-hidden />
      ))}
      <div className={css.term} style={{ left: percent(from), width: percent(to - from) }}>
        <TermRuler mini today={today} {...rest} />
      </div>
      <u className={css.now} style={{ left: percent(shareOf(today, axis)) }} aria-hidden />
    </div>
  )
}

/** The years of the axis, and today, above the rows. */
export function AxisScale({ axis, today, label }: { axis: Term; today: string; label: string }) {
  const now = shareOf(today, axis)
  return (
    <span className={css.scale} aria-hidden>
      {yearsOf(axis)
        .filter(({ at }) => Math.abs(at - now) > 0.16 && at < 0.9)
        .map(({ at, year }) => (
          <span key={year} style={{ left: percent(at) }}>
            {year}
          </span>
        ))}
      <span className={css.today} style={{ left: percent(now) }} data-end={now > 0.85 || undefined}>
        {label}
      </span>
    </span>
  )
}
