import { Suspense } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { buttonClass } from '~/ui/Button'
import { FilterBar } from '~/ui/FilterBar'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { Door } from '../../session/Door'
import { useCan } from '../../session/SessionProvider'
import { usePlanCountsQuery } from './__generated__/PlanCounts'
import { usePlanColumns } from './columns'
import type { PlanSearch } from './list-variables'
import { PlanTable } from './PlanTable'

const VIEWS = { active: { active: true }, all: { active: undefined } } as const
type View = keyof typeof VIEWS

function Count({ of }: { of: View }) {
  return useFormat().number(usePlanCountsQuery().data[of].totalCount)
}

/** A count comes after the page and never holds it up. */
const LateCount = ({ of }: { of: View }) => (
  <QueryBoundary fallback={() => null}>
    <Suspense>
      <Count of={of} />
    </Suspense>
  </QueryBoundary>
)

/** The service plans; what narrows the list stands in the address. */
export function PlanListScreen({ search }: { search: PlanSearch }) {
  const { t } = useLingui()
  return (
    <Door permission="PLANS_READ" title={t`Service plans`}>
      <List search={search} />
    </Door>
  )
}

function List({ search }: { search: PlanSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayCreate = useCan('PLANS_WRITE')
  const columns = usePlanColumns()
  useShortcuts(
    mayCreate ? [{ key: 'c', label: t`New service plan`, run: () => void navigate({ to: '/plans/new' }) }] : [],
  )
  const change = (part: PlanSearch) =>
    void navigate({ to: '/plans', search: { ...search, ...FIRST_PAGE, ...part }, replace: true })
  const views: { view: View; label: string }[] = [
    { view: 'active', label: t`Active` },
    { view: 'all', label: t`All` },
  ]
  return (
    <>
      <PageHead
        title={t`Service plans`}
        count={<LateCount of="all" />}
        actions={
          mayCreate ? (
            <Link to="/plans/new" className={buttonClass({ look: 'primary' })}>
              <IconPlus size={16} stroke={1.8} aria-hidden />
              <Trans>New service plan</Trans>
            </Link>
          ) : null
        }
      />
      <Tabs label={t`Views`}>
        {views.map(({ view, label }) => (
          <Tab
            key={view}
            to="/plans"
            search={{ ...VIEWS[view] }}
            current={search.active === VIEWS[view].active}
            count={<LateCount of={view} />}
          >
            {label}
          </Tab>
        ))}
      </Tabs>
      <FilterBar
        label={t`Filter service plans`}
        placeholder={t`Search by title or description`}
        text={search.q ?? ''}
        values={{}}
        fields={[]}
        onChange={({ text }) => change({ q: text || undefined })}
      />
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} />}>
          <PlanTable search={search} columns={columns} onClear={() => change({ q: undefined, active: undefined })} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}
