import { Suspense } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { buttonClass } from '~/ui/Button'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import { useViewer } from '../session/SessionProvider'
import { useCustomerCountsQuery, type CustomerCountsQuery } from './__generated__/CustomerCounts'
import type { CustomerSearch } from './list-variables'

type View = keyof Pick<CustomerCountsQuery, 'active' | 'internal' | 'inactive' | 'all'>
const VIEWS: Record<View, CustomerSearch> = {
  active: { active: true },
  internal: { active: true, kind: 'INTERNAL' },
  inactive: { active: false },
  all: {},
}

function Count({ of }: { of: View }) {
  const format = useFormat()
  const { data } = useCustomerCountsQuery()
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

/** Title, "new customer" and the views of the list. */
export function CustomerListHead({ search }: { search: CustomerSearch }) {
  const { t } = useLingui()
  const { permissions, onlyAuthorizedCustomers } = useViewer()
  const mayCreate = permissions.includes('CUSTOMERS_WRITE') && !onlyAuthorizedCustomers
  const views: { view: View; label: string }[] = [
    { view: 'active', label: t`Active customers` },
    { view: 'internal', label: t`Own departments` },
    { view: 'inactive', label: t`Passive` },
    { view: 'all', label: t`All` },
  ]
  return (
    <>
      <PageHead
        title={t`Customers`}
        count={<LateCount of="all" />}
        actions={mayCreate ? <NewCustomer search={search} /> : null}
      />
      <Tabs label={t`Views`}>
        {views.map(({ view, label }) => {
          const current = VIEWS[view].active === search.active && VIEWS[view].kind === search.kind
          return (
            <Tab
              key={view}
              to="/customers"
              search={{ ...VIEWS[view], sort: search.sort, ...FIRST_PAGE }}
              current={current}
              count={<LateCount of={view} />}
            >
              {label}
            </Tab>
          )
        })}
      </Tabs>
    </>
  )
}

function NewCustomer({ search }: { search: CustomerSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  useShortcuts([
    { key: 'c', label: t`New customer account`, run: () => void navigate({ to: '/customers/new', search }) },
  ])
  return (
    <Link to="/customers/new" search={search} className={buttonClass({ look: 'primary' })}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>New customer account</Trans>
    </Link>
  )
}
