import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useRouterState } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconMenu2 } from '@tabler/icons-react'
import css from './AppFrame.module.css'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { Main } from './PageState'

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
    const arrived = before.current !== undefined && path !== before.current
    // A drawer that has closed gave the focus back to what had opened it: that place is the reader's.
    if (arrived && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return main
}

/** Open at one address: whoever goes elsewhere has used it. */
function useDrawer() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [openAt, setOpenAt] = useState<string | null>(null)
  return { open: openAt === path, show: () => setOpenAt(path), hide: () => setOpenAt(null) }
}

/** Side bar and content; below 900 px the side bar becomes a drawer behind a button. */
export function AppFrame({ brand, nav, foot, topActions, children }: Props) {
  const { t } = useLingui()
  const main = useFocusOnArrival()
  const drawer = useDrawer()
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
        <header className={css.top}>
          <Button look="quiet" icon aria-label={t`Menu`} aria-expanded={drawer.open} onClick={drawer.show}>
            <IconMenu2 size={20} stroke={1.8} aria-hidden />
          </Button>
          <span className="grow">{brand}</span>
          {topActions}
        </header>
        {drawer.open ? (
          <Dialog place="menu" aria-label={t`Menu`} className={css.drawer} onClose={drawer.hide}>
            {side}
            <div className={css.foot}>{foot}</div>
          </Dialog>
        ) : null}
        <Main className={css.main} ref={main}>
          {children}
        </Main>
      </div>
    </>
  )
}
