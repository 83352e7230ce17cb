import { Suspense } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { addDays } from '~/lib/days'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { buttonClass } from '~/ui/Button'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import { useCan } from '../../session/SessionProvider'
import { DAYS_AHEAD } from '../term/ahead'
import { today } from '~/lib/today'
import { useContractCountsQuery, type ContractCountsQuery } from './__generated__/ContractCounts'
import type { ContractSearch } from './search'

type View = keyof Pick<ContractCountsQuery, 'active' | 'expiring' | 'upcoming' | 'drafts' | 'ended' | 'all'>
const VIEWS: Record<View, ContractSearch> = {
  active: { status: 'ACTIVE' },
  expiring: { view: 'expiring' },
  upcoming: { status: 'UPCOMING' },
  drafts: { status: 'DRAFT' },
  ended: { status: 'ended' },
  all: {},
}

const isView = (search: ContractSearch, { view, status }: ContractSearch) =>
  search.view === view && (view !== undefined || search.status === status)

function Count({ of }: { of: View }) {
  const soon = addDays(today(), DAYS_AHEAD)
  return useFormat().number(useContractCountsQuery({ variables: { soon } }).data[of].totalCount)
}

/** A count comes after the page and never holds it up; without it the view works as well. */
const LateCount = ({ of }: { of: View }) => (
  <QueryBoundary fallback={() => null}>
    <Suspense>
      <Count of={of} />
    </Suspense>
  </QueryBoundary>
)

/** Title, "add contract" and the views of the list. */
export function ContractListHead({ search }: { search: ContractSearch }) {
  const { t } = useLingui()
  const mayCreate = useCan('CONTRACTS_WRITE')
  const views: { view: View; label: string }[] = [
    { view: 'active', label: t`In force` },
    { view: 'expiring', label: t`Ending in 90 days` },
    { view: 'upcoming', label: t`Upcoming` },
    { view: 'drafts', label: t`Drafts` },
    { view: 'ended', label: t`Past` },
    { view: 'all', label: t`All` },
  ]
  return (
    <>
      <PageHead
        title={t`Contracts`}
        count={<LateCount of="all" />}
        actions={mayCreate ? <AddContract customer={search.customer} /> : null}
      />
      <Tabs label={t`Views`}>
        {views.map(({ view, label }) => (
          <Tab
            key={view}
            to="/contracts"
            search={{ ...VIEWS[view], customer: search.customer, plan: search.plan, ...FIRST_PAGE }}
            current={isView(search, VIEWS[view])}
            count={<LateCount of={view} />}
          >
            {label}
          </Tab>
        ))}
      </Tabs>
    </>
  )
}

/** The way to a new contract, by click and by key. */
export function AddContract({ customer }: { customer?: string }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  useShortcuts([
    { key: 'c', label: t`Add contract`, run: () => void navigate({ to: '/contracts/new', search: { customer } }) },
  ])
  return (
    <Link to="/contracts/new" search={{ customer }} className={buttonClass({ look: 'primary' })}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>Add contract</Trans>
    </Link>
  )
}
