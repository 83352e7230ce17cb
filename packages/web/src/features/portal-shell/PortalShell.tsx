import { useEffect, useRef } from 'react'
import { useQuery } from '@apollo/client/react'
import { Link, Outlet, useMatch, useRouterState } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconArrowLeft, IconChecks, IconHome, IconPlus, IconTicket, IconUserCircle } from '@tabler/icons-react'
import { Avatar } from '~/ui/Avatar'
import { cx } from '~/ui/class-names'
import { Logo } from '~/ui/Nav'
import { Main } from '~/ui/PageState'
import { Toaster } from '~/ui/Toaster'
import { Connection } from '~/ui/Connection'
import { lastRecordSearch } from '../portal-records/last-search'
import { useViewer } from '../session/SessionProvider'
import { PortalWaitingDocument } from './__generated__/PortalWaiting'
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
  // A record is read and answered: its reply takes the place of the bar, and the way back that of the name.
  const onRecord = useMatch({ from: '/portal/records/$id', shouldThrow: false }) !== undefined
  return (
    <div className={cx(css.portal, onRecord && css.onRecord)}>
      <a className="skip" href="#content">
        <Trans>Skip to content</Trans>
      </a>
      <header className={css.top}>
        {onRecord ? (
          <Link to="/portal/records" search={lastRecordSearch()} className={css.back}>
            <IconArrowLeft {...ICON} />
            <Trans>Records</Trans>
          </Link>
        ) : null}
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
        <Link to="/portal/records" activeOptions={{ includeSearch: false }}>
          <IconTicket {...ICON} />
          <Trans>Records</Trans>
        </Link>
        <Link to="/portal/new" activeOptions={{ includeSearch: false }} className={css.new}>
          <span className={css.plus}>
            <IconPlus {...ICON} />
          </span>
          <Trans>New request</Trans>
        </Link>
        <Link to="/portal/approvals">
          <IconChecks {...ICON} />
          <Trans>Approvals</Trans>
          <WaitingBadge />
        </Link>
        <Link to="/portal/me" className={css.profile}>
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

/** How many requests wait for this person's approval: the screens' own questions bring it, so it costs none of its own. */
function WaitingBadge() {
  const { data } = useQuery(PortalWaitingDocument, { fetchPolicy: 'cache-only' })
  const totalCount = data?.badge.totalCount ?? 0
  if (totalCount === 0) return null
  return (
    <span className={css.badge}>
      <span className="sr">
        <Trans>waiting:</Trans>{' '}
      </span>
      {totalCount > 99 ? '99+' : totalCount}
    </span>
  )
}
