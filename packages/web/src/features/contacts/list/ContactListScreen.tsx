import { Suspense } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { buttonClass } from '~/ui/Button'
import { EmptyState, Forbidden } from '~/ui/EmptyState'
import { PageLink } from '~/ui/ListFoot'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { Tab, Tabs } from '~/ui/Tabs'
import { CustomerFilter } from '../../customers/form/CustomerFilter'
import { useCan, useViewer } from '../../session/SessionProvider'
import { useContactCountsQuery, type ContactCountsQuery } from './__generated__/ContactCounts'
import { useContactColumns } from './columns'
import { ContactFilterBar } from './ContactFilterBar'
import { ContactTable } from './ContactTable'
import { CLEARED, useNarrowing } from './narrowing'
import type { ContactSearch } from './search'

type View = keyof Pick<ContactCountsQuery, 'active' | 'authorized' | 'inactive' | 'all'>
const VIEWS: Record<View, ContactSearch> = {
  active: { active: true },
  authorized: { active: true, rights: 'company' },
  inactive: { active: false },
  all: {},
}

function Count({ of }: { of: View }) {
  const format = useFormat()
  return format.number(useContactCountsQuery().data[of].totalCount)
}

const LateCount = ({ of }: { of: View }) => (
  <QueryBoundary fallback={() => null}>
    <Suspense>
      <Count of={of} />
    </Suspense>
  </QueryBoundary>
)

/** All contacts in reach: views, filters, table. */
export function ContactListScreen({ search }: { search: ContactSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayEdit = useCan('CUSTOMERS_WRITE')
  const create = { key: 'c', label: t`Add contact`, run: () => void navigate({ to: '/contacts/new', search }) }
  useShortcuts(mayEdit ? [create] : [])
  const columns = useContactColumns({ customer: true, wide: true, mayEdit: false })
  const change = (part: ContactSearch) =>
    void navigate({ to: '/contacts', search: { ...search, ...FIRST_PAGE, ...part }, replace: true })
  const narrowing = useNarrowing(search)
  const narrowed = search.customer ? [...narrowing, t`Customer`] : narrowing
  return (
    <>
      <PageHead
        title={t`Contacts`}
        count={<LateCount of="all" />}
        actions={mayEdit ? <AddContact search={search} primary /> : null}
      />
      <ContactViews search={search} />
      <ContactFilterBar
        search={search}
        onChange={change}
        end={<CustomerFilter value={search.customer} onChange={(customer) => change({ customer, group: undefined })} />}
      />
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} selectable={mayEdit} />}>
          <ContactTable
            search={search}
            columns={columns}
            mayEdit={mayEdit}
            onChange={change}
            onClear={() => change({ ...CLEARED, customer: undefined })}
            narrowed={narrowed}
            empty={<NoContacts search={search} />}
            pageLink={(page, label) => (
              <PageLink to="/contacts" search={{ ...search, ...page }} disabled={!page}>
                {label}
              </PageLink>
            )}
          />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function ContactViews({ search }: { search: ContactSearch }) {
  const { t } = useLingui()
  const views: { view: View; label: string }[] = [
    { view: 'active', label: t`Active contacts` },
    { view: 'authorized', label: t`Authorized users` },
    { view: 'inactive', label: t`Passive` },
    { view: 'all', label: t`All` },
  ]
  return (
    <Tabs label={t`Views`}>
      {views.map(({ view, label }) => {
        const { active, rights } = VIEWS[view]
        const current = active === search.active && rights === search.rights
        return (
          <Tab
            key={view}
            to="/contacts"
            search={{ active, rights, customer: search.customer, group: search.group, sort: search.sort }}
            current={current}
            count={<LateCount of={view} />}
          >
            {label}
          </Tab>
        )
      })}
    </Tabs>
  )
}

function AddContact({ search, primary }: { search: ContactSearch; primary?: boolean }) {
  return (
    <Link to="/contacts/new" search={search} className={buttonClass({ look: primary ? 'primary' : 'plain' })}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>Add contact</Trans>
    </Link>
  )
}

function NoContacts({ search }: { search: ContactSearch }) {
  const { onlyAuthorizedCustomers, permissions } = useViewer()
  if (onlyAuthorizedCustomers)
    return (
      <Forbidden title={<Trans>No contacts in your reach</Trans>}>
        <Trans>
          Your role sees the contacts of customers that it is authorized for. An administrator can authorize you on the
          customer’s page.
        </Trans>
      </Forbidden>
    )
  return (
    <EmptyState
      title={<Trans>No contacts yet</Trans>}
      action={permissions.includes('CUSTOMERS_WRITE') ? <AddContact search={search} primary /> : null}
    >
      <Trans>
        Contacts are the people of your customers. With an e-mail address they can be invited to the portal.
      </Trans>
    </EmptyState>
  )
}
