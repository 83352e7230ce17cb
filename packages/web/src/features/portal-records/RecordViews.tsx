import { Suspense } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { TicketScope } from '~/lib/__generated__/schema'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE } from '~/lib/paging'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import type { View } from '../portal-tickets/statuses'
import { useViewer } from '../session/SessionProvider'
import css from './Records.module.css'
import type { RecordSearch } from './search'
import { useCount } from './use-count'

interface Props {
  search: RecordSearch
  scope: TicketScope
}

/** Open, closed, approved, each with how many there are. */
export function RecordViews({ search, scope }: Props) {
  const { t } = useLingui()
  const { ticketScopes } = useViewer()
  const views: { view: View; label: string }[] = [
    { view: 'open', label: t`Open` },
    { view: 'closed', label: t`Closed` },
    { view: 'approved', label: t`Approved` },
  ]
  return (
    <div className={css.views}>
      <Tabs label={t`State of the records`}>
        {views.map(({ view, label }) => (
          <Tab
            key={view}
            to="/portal/records"
            search={{ ...search, ...FIRST_PAGE, status: view === 'open' ? undefined : view }}
            replace
            current={view === (search.status ?? 'open')}
            count={
              <QueryBoundary fallback={() => null} resetKey={[scope, ticketScopes, search.q, search.by]}>
                <Suspense fallback={<>&nbsp;</>}>
                  <Count search={search} scope={scope} view={view} />
                </Suspense>
              </QueryBoundary>
            }
          >
            {label}
          </Tab>
        ))}
      </Tabs>
    </div>
  )
}

function Count({ search, scope, view }: Props & { view: View }) {
  const format = useFormat()
  return format.number(useCount(search, scope, view))
}
