import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { buttonClass } from '~/ui/Button'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import { useCan, useViewer } from '../../session/SessionProvider'
import { useTicketCountsQuery, type TicketCountsQuery } from './__generated__/TicketCounts'
import { useSavedViews, isView } from './saved-views'
import type { TicketSearch } from './search'

type View = keyof Pick<TicketCountsQuery, 'mine' | 'unassigned' | 'open' | 'resolved' | 'all'>
const VIEWS: Record<View, TicketSearch> = {
  mine: { status: 'open', assignee: 'me' },
  unassigned: { status: 'open', assignee: 'none' },
  open: { status: 'open' },
  resolved: { status: 'RESOLVED' },
  all: {},
}

function Count({ of }: { of: View }) {
  const format = useFormat()
  const { person } = useViewer()
  const { data } = useTicketCountsQuery({ variables: { me: person?.id ?? '' } })
  return format.number(data[of].totalCount)
}

/** A count comes after the page and never holds it up; without it the view works as well. */
const LateCount = ({ of }: { of: View }) => (
  <QueryBoundary fallback={() => null}>
    <Suspense>
      <Count of={of} />
    </Suspense>
  </QueryBoundary>
)

/** Title, "new ticket" and the views of the list: those of the house, then those that somebody saved. */
export function TicketListHead({ search }: { search: TicketSearch }) {
  const { t } = useLingui()
  const mayOpen = useCan('TICKETS_WRITE')
  const saved = useSavedViews()
  const kept = { sort: search.sort, as: search.as }
  const views: { view: View; label: string }[] = [
    { view: 'mine', label: t`Assigned to me` },
    { view: 'unassigned', label: t`Unassigned` },
    { view: 'open', label: t`All open ones` },
    { view: 'resolved', label: t`Resolved` },
    { view: 'all', label: t`All` },
  ]
  return (
    <>
      <PageHead
        title={t`Tickets`}
        count={<LateCount of="all" />}
        actions={
          mayOpen ? (
            <Link to="/tickets/new" search={search} className={buttonClass({ look: 'primary' })} aria-keyshortcuts="C">
              <IconPlus size={16} stroke={1.8} aria-hidden />
              <Trans>New ticket</Trans>
            </Link>
          ) : null
        }
      />
      <Tabs label={t`Views`}>
        {views.map(({ view, label }) => (
          <Tab
            key={view}
            to="/tickets"
            search={{ ...kept, ...VIEWS[view] }}
            current={isView(search, VIEWS[view])}
            count={<LateCount of={view} />}
          >
            {label}
          </Tab>
        ))}
        {saved.map((view) => (
          <Tab key={view.id} to="/tickets" search={view.search} current={isView(search, view.search)}>
            {view.name}
          </Tab>
        ))}
      </Tabs>
    </>
  )
}

/** Whether an address shows one of the views of the house. */
export const isHouseView = (search: TicketSearch): boolean => Object.values(VIEWS).some((view) => isView(search, view))
