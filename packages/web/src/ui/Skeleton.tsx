import { Trans } from '@lingui/react/macro'
import css from './Skeleton.module.css'
import { cx } from './class-names'

const WIDTHS = ['70%', '48%', '61%', '55%', '66%', '42%', '58%', '50%', '64%', '46%']

/** Stand-in for one text; widths vary by place, so that rows look like rows. */
export const SkeletonBar = ({ at = 0, width }: { at?: number; width?: string }) => (
  <span className={css.bar} style={{ width: width ?? WIDTHS[at % WIDTHS.length] }} />
)

/** Wraps a skeleton: it appears after 150 ms and is announced once. */
export function Late({ children }: { children: React.ReactNode }) {
  return (
    <div className={css.late} role="status">
      <span className="sr">
        <Trans>Loading</Trans>
      </span>
      <div aria-hidden>{children}</div>
    </div>
  )
}

/** Some lines of text that are on their way. */
export const SkeletonLines = ({ lines = 4 }: { lines?: number }) => (
  <Late>
    <div className={cx(css.lines)}>
      {Array.from({ length: lines }, (_, i) => (
        <SkeletonBar key={i} at={i} />
      ))}
    </div>
  </Late>
)
