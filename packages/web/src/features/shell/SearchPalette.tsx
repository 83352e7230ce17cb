import { Suspense, useEffect, useRef, useState } from 'react'
import { useRouter } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import {
  IconClockPlus,
  IconLogout,
  IconMoon,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlus,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { foldedRange } from '~/lib/fold'
import { chooseTheme, useTheme } from '~/lib/theme-choice'
import { Palette, type PaletteGroup, type PaletteOption } from '~/ui/Palette'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { useViewer } from '../session/SessionProvider'
import { signOut } from '../session/session'
import { seesTickets } from '../tickets/sees-tickets'
import { useTimeRights } from '../time/may'
import { openGroups } from './places'
import { useFoundRecords, usePausedText } from './use-found-records'

const ICON = { size: 16, stroke: 1.8, 'aria-hidden': true } as const

/** Places and deeds that need no server. */
function useOwnGroups(text: string, onStopTimer: (() => void) | undefined): PaletteGroup[] {
  const { t, i18n } = useLingui()
  const router = useRouter()
  const { permissions, onlyAuthorizedCustomers } = useViewer()
  const { shown } = useTheme()
  const { logs } = useTimeRights()
  const fits = (option: PaletteOption) => text.trim() === '' || foldedRange(option.label, text) !== null

  const places = openGroups(permissions).flatMap((group) =>
    group.places.map(({ to, label, icon: Icon }): PaletteOption => ({
      id: `go-${to}`,
      label: i18n._(label),
      icon: <Icon {...ICON} />,
      run: () => router.history.push(to),
    })),
  )
  const deeds: PaletteOption[] = [
    {
      id: 'do-profile',
      label: t`Profile and sessions`,
      icon: <IconUserCircle {...ICON} />,
      run: () => router.history.push('/me'),
    },
    shown === 'dark'
      ? { id: 'do-light', label: t`Light theme`, icon: <IconSun {...ICON} />, run: () => chooseTheme('light') }
      : { id: 'do-dark', label: t`Dark theme`, icon: <IconMoon {...ICON} />, run: () => chooseTheme('dark') },
    { id: 'do-sign-out', label: t`Sign out`, icon: <IconLogout {...ICON} />, run: () => void signOut() },
  ]
  if (logs)
    deeds.unshift(
      {
        id: 'do-time',
        label: t`Log time`,
        icon: <IconClockPlus {...ICON} />,
        run: () => router.history.push('/time/new'),
      },
      onStopTimer
        ? { id: 'do-stop', label: t`Stop the timer`, icon: <IconPlayerStop {...ICON} />, run: onStopTimer }
        : {
            id: 'do-timer',
            label: t`Start the timer`,
            icon: <IconPlayerPlay {...ICON} />,
            run: () => router.history.push('/time/start'),
          },
    )
  if (permissions.includes('CUSTOMERS_WRITE') && !onlyAuthorizedCustomers)
    deeds.unshift({
      id: 'do-customer',
      label: t`New customer account`,
      icon: <IconPlus {...ICON} />,
      run: () => router.history.push('/customers/new'),
    })
  if (permissions.includes('TICKETS_WRITE') && seesTickets(permissions))
    deeds.unshift({
      id: 'do-ticket',
      label: t`New ticket`,
      icon: <IconPlus {...ICON} />,
      run: () => router.history.push('/tickets/new'),
    })
  return [
    { key: 'go', heading: t`Go to`, options: places.filter(fits) },
    { key: 'do', heading: t`Do`, options: deeds.filter(fits) },
  ]
}

/** Asks the server and hands up what it finds; draws nothing, so that waiting or failing never touches the box. */
function Records({ text, onFound }: { text: string; onFound: (found: PaletteGroup[]) => void }) {
  const found = useFoundRecords(text)
  const key = JSON.stringify(found.map((group) => group.options.map((option) => option.id)))
  const latest = useRef(found)
  useEffect(() => {
    latest.current = found
  })
  useEffect(() => onFound(latest.current), [key, onFound])
  return null
}

interface Props {
  onClose: () => void
  /** Only while a timer runs. */
  onStopTimer?: () => void
}

/** ⌘K: find a record, go to a place, do something. Places answer at once; records follow; without the server it still goes places. */
export function SearchPalette({ onClose, onStopTimer }: Props) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [found, setFound] = useState<PaletteGroup[]>([])
  const own = useOwnGroups(text, onStopTimer)
  const paused = usePausedText(text)
  return (
    <>
      <Palette
        label={t`Search or go to`}
        text={text}
        onText={setText}
        groups={[...found, ...own]}
        searching={paused !== text.trim()}
        onClose={onClose}
      />
      <QueryBoundary resetKey={paused} fallback={() => null}>
        <Suspense>
          <Records text={paused} onFound={setFound} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}
