import { Suspense } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE } from '~/lib/paging'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import { useMailCountsQuery, type MailCountsQuery } from './__generated__/MailCounts'
import type { MailSearch } from './list-variables'

type View = Exclude<keyof MailCountsQuery, '__typename'>
const VIEWS: Record<View, MailSearch> = {
  all: {},
  waiting: { status: 'QUEUED' },
  sent: { status: 'SENT' },
  failed: { status: 'FAILED' },
}

function Count({ of }: { of: View }) {
  const format = useFormat()
  const { data } = useMailCountsQuery({ fetchPolicy: 'cache-and-network' })
  return format.number(data[of].totalCount)
}

const LateCount = ({ of }: { of: View }) => (
  <QueryBoundary fallback={() => null}>
    <Suspense>
      <Count of={of} />
    </Suspense>
  </QueryBoundary>
)

/** Title and the views of the outbox. */
export function MailListHead({ search }: { search: MailSearch }) {
  const { t } = useLingui()
  const views: { view: View; label: string }[] = [
    { view: 'all', label: t`All` },
    { view: 'waiting', label: t`Waiting` },
    { view: 'sent', label: t`Sent` },
    { view: 'failed', label: t`Failed` },
  ]
  return (
    <>
      <PageHead title={t`Mail`} count={<LateCount of="all" />} />
      <Tabs label={t`Views`}>
        {views.map(({ view, label }) => (
          <Tab
            key={view}
            to="/admin/mail"
            search={{ ...VIEWS[view], ...FIRST_PAGE }}
            current={VIEWS[view].status === search.status}
            count={<LateCount of={view} />}
          >
            {label}
          </Tab>
        ))}
      </Tabs>
    </>
  )
}
