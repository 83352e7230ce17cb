import { Suspense, useMemo, type ReactNode } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { useShortcuts } from '~/lib/shortcuts'
import { buttonClass } from '~/ui/Button'
import { DataTable, type Column } from '~/ui/DataTable'
import { EmptyState } from '~/ui/EmptyState'
import { None } from '~/ui/Facts'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tag } from '~/ui/Status'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { Door } from '../session/Door'
import { useCan } from '../session/SessionProvider'
import { useCalendarListQuery, type CalendarListQuery } from './__generated__/CalendarList'
import { useHoursInWords } from './hours-in-words'

type CalendarRow = CalendarListQuery['workingCalendars'][number]

/** The working calendars; `children` is the drawer over them. */
export function CalendarListScreen({ children }: { children: ReactNode }) {
  const { t } = useLingui()
  return (
    <Door permission="PLANS_READ" title={t`Working calendars`}>
      <List />
      {children}
    </Door>
  )
}

function List() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayEdit = useCan('PLANS_WRITE')
  const columns = useCalendarColumns()
  const create = () => void navigate({ to: '/admin/service/calendars/new' })
  useShortcuts(mayEdit ? [{ key: 'c', label: t`New working calendar`, run: create }] : [])
  const action = mayEdit ? (
    <Link to="/admin/service/calendars/new" className={buttonClass({ look: 'primary' })}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>New working calendar</Trans>
    </Link>
  ) : null
  return (
    <>
      <PageHead title={t`Working calendars`} actions={action} />
      <QueryBoundary>
        <Suspense fallback={<TableSkeleton columns={columns} rows={3} />}>
          <Calendars columns={columns} action={action} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function Calendars({ columns, action }: { columns: Column<CalendarRow>[]; action: ReactNode }) {
  const { t } = useLingui()
  const { workingCalendars } = useCalendarListQuery().data
  if (workingCalendars.length === 0)
    return (
      <EmptyState title={<Trans>No working calendars yet</Trans>} action={action}>
        <Trans>
          A calendar tells working hours from others, and which days are holidays. Without one, Monday to Friday
          09:00–18:00 count as working hours.
        </Trans>
      </EmptyState>
    )
  return (
    <DataTable
      caption={t`Working calendars`}
      rows={workingCalendars}
      columns={columns}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
    />
  )
}

function useCalendarColumns(): Column<CalendarRow>[] {
  const { t } = useLingui()
  const format = useFormat()
  const hours = useHoursInWords()
  return useMemo(
    (): Column<CalendarRow>[] => [
      {
        id: 'name',
        header: t`Working calendar`,
        name: true,
        cell: ({ id, name, standard }) => (
          <>
            <Link to="/admin/service/calendars/$id" params={{ id }}>
              {name}
            </Link>{' '}
            {standard ? (
              <Tag>
                <Trans>the organization’s</Trans>
              </Tag>
            ) : null}
          </>
        ),
      },
      {
        id: 'hours',
        header: t`Working hours`,
        width: '340px',
        phone: 'second',
        cell: ({ workingHours }) => (workingHours.length > 0 ? hours(workingHours).join(' · ') : <None />),
      },
      { id: 'zone', header: t`Time zone`, width: '160px', cell: ({ timeZone }) => timeZone },
      {
        id: 'holidays',
        header: t`Holidays`,
        width: '92px',
        numeric: true,
        cell: ({ holidays }) => format.number(holidays.length),
      },
    ],
    [t, format, hours],
  )
}
