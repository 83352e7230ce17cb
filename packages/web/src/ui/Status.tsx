import type { ReactNode } from 'react'
import css from './Status.module.css'
import { cx } from './class-names'

interface Props {
  color: 'grey' | 'blue' | 'teal' | 'amber' | 'green' | 'red'
  /** States of one kind differ in shape too: colour never speaks alone. */
  shape: 'ring' | 'full' | 'half' | 'third' | 'slashed' | 'dashed'
  children: ReactNode
}

/** A drawn dot and a word. */
export const Status = ({ color, shape, children }: Props) => (
  <span className={cx(css.status, color !== 'grey' && css[color], shape !== 'ring' && css[shape])}>{children}</span>
)

/** A small outlined word beside a name: "internal", "admin". */
export const Tag = ({ children }: { children: ReactNode }) => <span className={css.tag}>{children}</span>
