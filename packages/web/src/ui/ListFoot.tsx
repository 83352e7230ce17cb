import type { ComponentPropsWithRef, ReactNode } from 'react'
import { createLink } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { Button, buttonClass } from './Button'
import { cx } from './class-names'
import css from './ListFoot.module.css'

interface Props {
  /** "1–50 of 293 customers" */
  children: ReactNode
  /** Two PageLinks. */
  pages?: ReactNode
  /** The bar over the foot while rows are selected; hides no row. */
  selection?: ReactNode
  selectable?: boolean
}

/** Foot of a list: what part of the whole is shown, the keys, the pages. */
export function ListFoot({ children, pages, selection, selectable }: Props) {
  return (
    <div className={cx(css.foot, Boolean(selection) && css.selecting)}>
      <span>{children}</span>
      <span className={css.keys} aria-hidden>
        {selection ? null : (
          <>
            <span>
              <kbd>J</kbd> <kbd>K</kbd> <Trans>row</Trans>
            </span>
            {selectable ? (
              <span>
                <kbd>X</kbd> <Trans>select</Trans>
              </span>
            ) : null}
            <span>
              <kbd>?</kbd> <Trans>keys</Trans>
            </span>
          </>
        )}
      </span>
      {pages ? <span className={css.pages}>{pages}</span> : null}
      {selection}
    </div>
  )
}

function Anchor({ className: _className, ...rest }: ComponentPropsWithRef<'a'>) {
  return <a {...rest} className={buttonClass({ size: 'small' })} />
}

/** "Next" and "Previous" of a list; `disabled` where there is none. */
export const PageLink = createLink(Anchor)

interface BarProps {
  count: ReactNode
  /** Buttons of what can be done to all selected rows. */
  children: ReactNode
  onClear: () => void
}

/** What can be done with the selected rows. */
export function SelectionBar({ count, children, onClear }: BarProps) {
  const { t } = useLingui()
  return (
    <section className={css.bar} aria-label={t`Actions for the selection`}>
      <b role="status">{count}</b>
      <span className={css.divider} />
      {children}
      <span className={css.divider} />
      <Button icon aria-label={t`Clear selection`} onClick={onClear}>
        <IconX size={16} stroke={1.8} aria-hidden />
      </Button>
    </section>
  )
}
