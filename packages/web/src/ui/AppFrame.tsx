import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useRouterState } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconMenu2 } from '@tabler/icons-react'
import css from './AppFrame.module.css'
import { Button } from './Button'

interface Props {
  brand: ReactNode
  /** Search button and navigation. */
  nav: ReactNode
  /** What stands at the bottom of the side bar: help and the signed-in person. */
  foot: ReactNode
  /** On narrow windows, beside the menu button. */
  topActions?: ReactNode
  children: ReactNode
}

/** After a change of page the reader's place is the new page, not the link that led there. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return main
}

function useDrawer() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => setOpen(false), [path])
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return { dialog, open, setOpen }
}

/** Side bar and content; below 900 px the side bar becomes a drawer behind a button. */
export function AppFrame({ brand, nav, foot, topActions, children }: Props) {
  const { t } = useLingui()
  const main = useFocusOnArrival()
  const { dialog, open, setOpen } = useDrawer()
  const side = (
    <>
      {brand}
      {nav}
    </>
  )
  return (
    <>
      <a className="skip" href="#content">
        <Trans>Skip to content</Trans>
      </a>
      <div className={css.app}>
        <header className={css.side}>
          {side}
          <div className={css.foot}>{foot}</div>
        </header>
        <div className={css.top}>
          <Button look="quiet" icon aria-label={t`Menu`} aria-expanded={open} onClick={() => setOpen(true)}>
            <IconMenu2 size={20} stroke={1.8} aria-hidden />
          </Button>
          <span className="grow">{brand}</span>
          {topActions}
        </div>
        <dialog
          ref={dialog}
          className={css.drawer}
          aria-label={t`Menu`}
          onClose={() => setOpen(false)}
          onClick={(event) => event.target === event.currentTarget && setOpen(false)}
        >
          {open ? (
            <>
              {side}
              <div className={css.foot}>{foot}</div>
            </>
          ) : null}
        </dialog>
        <main className={css.main} id="content" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}
