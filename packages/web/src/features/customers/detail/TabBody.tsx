import type { ReactNode } from 'react'
import css from './TabBody.module.css'

/** A tab with a list: as wide as the page, in line with the title. */
export const TabBody = ({ children }: { children: ReactNode }) => <div className={css.body}>{children}</div>

/** What the list means, and what can be done, above it. */
export const TabHead = ({ children, actions }: { children: ReactNode; actions?: ReactNode }) => (
  <div className={css.head}>
    <p className={css.words}>{children}</p>
    {actions}
  </div>
)

/** Foot of the list: stays in sight, so that what can be done with the selection is never below the window. */
export const TabFoot = ({ children }: { children: ReactNode }) => <div className={css.foot}>{children}</div>
