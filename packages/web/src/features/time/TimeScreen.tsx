import { Suspense, useDeferredValue, useEffect, useMemo } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconChevronLeft, IconChevronRight, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { useShortcuts } from '~/lib/shortcuts'
import { today } from '~/lib/today'
import { announce } from '~/ui/announce'
import { buttonClass } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Columns, PageHead, Section } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { useWide } from '~/ui/use-wide'
import { useViewer } from '../session/SessionProvider'
import { TicketDoor } from '../tickets/TicketDoor'
import { RecordPicker } from '../tickets/form/RecordPicker'
import { CellPanel } from './grid/CellPanel'
import { DayList } from './grid/DayList'
import { WeekGrid } from './grid/WeekGrid'
import { WeekLimits } from './grid/WeekLimits'
import type { GridEntry } from './grid/week-rows'
import { useTimeRights } from './may'
import type { TimeSearch } from './search'
import css from './TimeScreen.module.css'
import { useWeek } from './use-week'
import { addWeeks, daysOf, weekNumber, weekOf, type Day, type Week } from './week'
import { dayWords } from './words'

/** Somebody’s week: what the time was spent on, day by day. */
export function TimeScreen({ search }: { search: TimeSearch }) {
  const { t } = useLingui()
  return (
    <TicketDoor title={t`Time spent`}>
      <Page search={search} />
    </TicketDoor>
  )
}

/** Whose week the address names, unless it is one’s own. */
const othersOf = (search: TimeSearch, me: string | undefined) =>
  search.technician === me ? undefined : search.technician

function Page({ search }: { search: TimeSearch }) {
  const { t } = useLingui()
  const { person } = useViewer()
  const { logs, logsForOthers } = useTimeRights()
  const others = othersOf(search, person?.id)
  const mayAdd = others ? logsForOthers : logs || logsForOthers
  const kept: TimeSearch = { week: search.week, technician: search.technician }
  return (
    <>
      <PageHead
        title={t`Time spent`}
        actions={
          <>
            {logs && !others ? (
              <Link to="/time/start" search={kept} className={buttonClass()}>
                <IconPlayerPlay size={16} stroke={1.8} aria-hidden />
                <Trans>Start the timer</Trans>
              </Link>
            ) : null}
            {mayAdd ? (
              <Link to="/time/new" search={kept} className={buttonClass({ look: 'primary' })}>
                <IconPlus size={16} stroke={1.8} aria-hidden />
                <Trans>Log time</Trans>
              </Link>
            ) : null}
          </>
        }
      />
      <WeekBar search={kept} />
      <QueryBoundary resetKey={search}>
        <Suspense
          fallback={
            <div className={css.skeleton}>
              <SkeletonLines lines={8} />
            </div>
          }
        >
          <Shown search={search} mayAdd={mayAdd} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

/** Which week. */
function WeekBar({ search }: { search: TimeSearch }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const words = useMemo(() => dayWords(i18n.locale), [i18n.locale])
  const current = weekOf(today())
  const week = search.week ?? current
  const at = (other: Week): TimeSearch => ({ ...search, week: other === current ? undefined : other })
  const go = (other: Week) => void navigate({ to: '/time', search: at(other) })
  useShortcuts([
    { key: 'p', label: t`Previous week`, run: () => go(addWeeks(week, -1)) },
    { key: 'n', label: t`Next week`, run: () => go(addWeeks(week, 1)) },
  ])
  const days = daysOf(week)
  const arrow = buttonClass({ look: 'quiet', icon: true })
  const number = weekNumber(week)
  return (
    <div className={css.bar}>
      <nav className={css.week} aria-label={t`Week`}>
        <Link to="/time" search={at(addWeeks(week, -1))} className={arrow} aria-label={t`Previous week`}>
          <IconChevronLeft size={16} stroke={1.8} aria-hidden />
        </Link>
        <h2>
          {words.range(days[0] ?? '', days[6] ?? '')}{' '}
          <span className="muted">
            <Trans>week {number}</Trans>
          </span>
        </h2>
        <Link to="/time" search={at(addWeeks(week, 1))} className={arrow} aria-label={t`Next week`}>
          <IconChevronRight size={16} stroke={1.8} aria-hidden />
        </Link>
      </nav>
      {week === current ? null : (
        <Link to="/time" search={at(current)} className={buttonClass()}>
          <Trans>This week</Trans>
        </Link>
      )}
    </div>
  )
}

function Shown({ search, mayAdd }: { search: TimeSearch; mayAdd: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const wide = useWide()
  const { person } = useViewer()
  const shown = useDeferredValue(search)
  const now = today()
  const others = othersOf(shown, person?.id)
  const { days, entries, grid } = useWeek(shown.week ?? weekOf(now), others ?? person?.id ?? '')
  const kept: TimeSearch = { week: search.week, technician: search.technician }
  const [all, free] = [format.minutes(grid.minutes), format.minutes(grid.freeMinutes)]
  useEffect(() => announce(t`Sum of the week: ${all}`), [t, all])
  const addTo = (day: Day) => mayAdd && day <= now
  const stale = shown.week !== search.week || shown.technician !== search.technician
  const none = entries.length === 0
  return (
    <div className={css.body} tabIndex={0} role="region" aria-label={t`Time of the week`}>
      {wide && !none ? (
        <WeekGrid
          caption={t`Time of the week`}
          {...{ grid, days, mayAdd }}
          today={now}
          dimmed={stale}
          onCell={({ key, ticket, contract }, { day, entries: ofCell }) => {
            const [first] = ofCell
            if (!first)
              void navigate({
                to: '/time/new',
                search: { ...kept, day, ticket: ticket?.id, contract: ticket ? undefined : contract?.id },
              })
            else if (ofCell.length === 1) void navigate({ to: '/time/$id', params: { id: first.id }, search: kept })
            else void navigate({ to: '/time', search: { ...kept, of: key, day } })
          }}
        />
      ) : null}
      <Columns rail={<Rail search={kept} entries={entries} />} railLabel={t`Limits of the week`}>
        {none ? (
          <div className={css.none}>
            <NoTime mayAdd={mayAdd} mine={!others} search={kept} />
          </div>
        ) : (
          <p className={css.total}>
            {grid.freeMinutes > 0 ? (
              <Trans>
                <b>{all}</b> in this week, {free} of it not billed.
              </Trans>
            ) : (
              <Trans>
                <b>{all}</b> in this week.
              </Trans>
            )}
          </p>
        )}
        <DayList entries={entries} days={days} search={kept} addTo={wide ? undefined : addTo} />
      </Columns>
      {search.of && search.day ? (
        <CellPanel
          entries={entries}
          of={search.of}
          day={search.day}
          search={kept}
          mayAdd={addTo(search.day)}
          onClose={() => void navigate({ to: '/time', search: kept })}
        />
      ) : null}
    </div>
  )
}

/** Whose week it is, and how far the limits of its contracts reach. */
function Rail({ search, entries }: { search: TimeSearch; entries: readonly GridEntry[] }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { person } = useViewer()
  return (
    <>
      <Section title={<Trans>Whose time</Trans>}>
        <RecordPicker
          key={search.technician ?? 'mine'}
          of="technicians"
          label={t`Technician`}
          placeholder={person?.name}
          clearable
          value={search.technician ?? null}
          onChange={(chosen) =>
            void navigate({ to: '/time', search: { ...search, technician: chosen?.id }, replace: true })
          }
        />
      </Section>
      <WeekLimits entries={entries} />
    </>
  )
}

/** Nobody has logged anything in this week. */
function NoTime({ mayAdd, mine, search }: { mayAdd: boolean; mine: boolean; search: TimeSearch }) {
  return (
    <EmptyState
      title={<Trans>No time in this week</Trans>}
      action={
        mayAdd ? (
          <>
            <Link to="/time/new" search={search} className={buttonClass({ look: 'primary' })}>
              <Trans>Log time</Trans>
            </Link>
            {mine ? (
              <Link to="/time/start" search={search} className={buttonClass()}>
                <Trans>Start the timer</Trans>
              </Link>
            ) : null}
          </>
        ) : null
      }
    >
      {mine ? (
        <Trans>Log what you have worked, or start the timer on a ticket and let it measure.</Trans>
      ) : (
        <Trans>What is logged on tickets and contracts stands here, day by day.</Trans>
      )}
    </EmptyState>
  )
}
