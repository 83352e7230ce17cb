import { lazy, Suspense, useState } from 'react'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { IconSearch } from '@tabler/icons-react'
import { keyLabel, useShortcuts } from '~/lib/shortcuts'
import { AppFrame } from '~/ui/AppFrame'
import { Button } from '~/ui/Button'
import { Brand, FindButton } from '~/ui/Nav'
import { Toaster } from '~/ui/Toaster'
import { Connection } from '~/ui/Connection'
import { useCan } from '../session/SessionProvider'
import { useSeesTickets } from '../tickets/may'
import { useTimeRights } from '../time/may'
import { useTimer } from '../time/timer/use-timer'
import { MainNav } from './MainNav'
import { ProfileMenu } from './ProfileMenu'

const SearchPalette = lazy(() => import('./SearchPalette').then((module) => ({ default: module.SearchPalette })))
const KeyboardHelp = lazy(() => import('~/ui/KeyboardHelp').then((module) => ({ default: module.KeyboardHelp })))
const RunningTimer = lazy(() =>
  import('../time/timer/RunningTimer').then((module) => ({ default: module.RunningTimer })),
)
const StopTimerDrawer = lazy(() =>
  import('../time/timer/StopTimerDrawer').then((module) => ({ default: module.StopTimerDrawer })),
)

/** Side bar, palette, help and toasts around every screen of staff. */
export function Shell() {
  const { t } = useLingui()
  const [overlay, setOverlay] = useState<'palette' | 'keys' | 'timer' | null>(null)
  const navigate = useNavigate()
  const [mayWrite, seesTickets] = [useCan('TICKETS_WRITE'), useSeesTickets()]
  const mayOpen = mayWrite && seesTickets
  const { logs } = useTimeRights()
  const timer = useTimer()
  const close = () => setOverlay(null)
  const stopTimer = () => setOverlay('timer')
  useShortcuts([
    { key: 'mod+k', label: t`Search or go to`, run: () => setOverlay('palette') },
    ...(mayOpen
      ? [{ key: 'c', label: t`New ticket`, everywhere: true, run: () => void navigate({ to: '/tickets/new' }) }]
      : []),
    ...(logs
      ? [{ key: 't', label: t`Log time`, everywhere: true, run: () => void navigate({ to: '/time/new' }) }]
      : []),
    { key: '?', label: t`Keyboard shortcuts`, run: () => setOverlay('keys') },
  ])
  const openPalette = () => setOverlay('palette')
  return (
    <>
      <AppFrame
        brand={<Brand to="/" />}
        nav={
          <>
            <FindButton onClick={openPalette} keys={keyLabel('mod+k')} />
            <MainNav />
          </>
        }
        topActions={
          <>
            {timer ? (
              <Suspense>
                <RunningTimer compact timer={timer} onStop={stopTimer} />
              </Suspense>
            ) : null}
            <Button look="quiet" icon aria-label={t`Search or go to`} onClick={openPalette}>
              <IconSearch size={18} stroke={1.8} aria-hidden />
            </Button>
          </>
        }
        foot={
          <>
            {timer ? (
              <Suspense>
                <RunningTimer timer={timer} onStop={stopTimer} />
              </Suspense>
            ) : null}
            <ProfileMenu onKeys={() => setOverlay('keys')} />
          </>
        }
      >
        <Connection />
        <Outlet />
      </AppFrame>
      <Suspense>
        {overlay === 'palette' ? <SearchPalette onClose={close} onStopTimer={timer ? stopTimer : undefined} /> : null}
        {overlay === 'keys' ? <KeyboardHelp onClose={close} /> : null}
      </Suspense>
      {/* Waits by itself: while it is fetched, the palette that asked for it must go. */}
      <Suspense>{overlay === 'timer' && timer ? <StopTimerDrawer timer={timer} onClose={close} /> : null}</Suspense>
      <Toaster />
    </>
  )
}
