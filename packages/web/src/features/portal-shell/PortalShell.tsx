import { useEffect, useRef } from 'react'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconHome, IconUserCircle } from '@tabler/icons-react'
import { Avatar } from '~/ui/Avatar'
import { Logo } from '~/ui/Nav'
import { Main } from '~/ui/PageState'
import { Toaster } from '~/ui/Toaster'
import { Connection } from '~/ui/Connection'
import { useViewer } from '../session/SessionProvider'
import css from './PortalShell.module.css'

const ICON = { size: 22, stroke: 1.6, 'aria-hidden': true } as const

/** Frame of the portal: phone first, one column, places at the bottom; beside the name where there is room. */
export function PortalShell() {
  const { t } = useLingui()
  const { person } = useViewer()
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    const arrived = before.current !== undefined && path !== before.current
    // A drawer that has closed gave the focus back to what had opened it: that place is the reader's.
    if (arrived && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  const name = person?.name ?? ''
  return (
    <div className={css.portal}>
      <a className="skip" href="#content">
        <Trans>Skip to content</Trans>
      </a>
      <header className={css.top}>
        <Link to="/portal" className={css.brand}>
          <Logo size={20} />
          <span className="trunc">
            Accord{' '}
            <span className="muted">
              <Trans>support</Trans>
            </span>
          </span>
        </Link>
        <Link to="/portal/me" className={css.me}>
          <Avatar name={name} large />
          <span className="sr">
            <Trans>{name}: my profile</Trans>
          </span>
        </Link>
      </header>
      <nav className={css.bar} aria-label={t`Main menu`}>
        <Link to="/portal" activeOptions={{ exact: true }}>
          <IconHome {...ICON} />
          <Trans>Home</Trans>
        </Link>
        <Link to="/portal/me">
          <IconUserCircle {...ICON} />
          <Trans>Profile</Trans>
        </Link>
      </nav>
      <Connection />
      <Main className={css.main} ref={main}>
        <Outlet />
      </Main>
      <Toaster aboveBar />
    </div>
  )
}
