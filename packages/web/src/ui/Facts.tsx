import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import css from './Facts.module.css'

/** Names and values of one thing, in two columns: `<Facts><Fact name="Phone">…</Fact></Facts>`. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className={css.facts}>{children}</dl>

/** One fact; an empty one shows a dash and says "none" to a screen reader. `lines` keeps the line breaks of the text. */
export function Fact({ name, lines, children }: { name: ReactNode; lines?: boolean; children?: ReactNode }) {
  const empty = children === null || children === undefined || children === '' || children === false
  return (
    <>
      <dt>{name}</dt>
      <dd className={lines ? css.pre : undefined}>{empty ? <None /> : children}</dd>
    </>
  )
}

/** The dash for nothing. */
export const None = () => (
  <span className="muted">
    <span aria-hidden>–</span>
    <span className="sr">
      <Trans>none</Trans>
    </span>
  </span>
)
