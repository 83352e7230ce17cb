import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from './Button'
import css from './States.module.css'

interface Props {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}

/** Nothing here yet: why, and the one thing to do about it. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={css.state}>
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action ? <div className="wrap">{action}</div> : null}
    </div>
  )
}

/** The filter leaves nothing over: says which filters stand and clears them. */
export function NoMatch({ title, filters, onClear }: { title?: ReactNode; filters: string[]; onClear: () => void }) {
  const { i18n } = useLingui()
  const names = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(filters)
  return (
    <EmptyState
      title={title ?? <Trans>No match</Trans>}
      action={
        <Button onClick={onClear}>
          <Trans>Clear filters</Trans>
        </Button>
      }
    >
      {filters.length > 0 ? <Trans>Filters in force: {names}.</Trans> : null}
    </EmptyState>
  )
}

/** May not be seen: what it is and whom to ask. Never says whether something is there. */
export const Forbidden = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <EmptyState title={title}>{children}</EmptyState>
)
