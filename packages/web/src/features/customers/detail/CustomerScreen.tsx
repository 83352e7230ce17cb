import { lazy, Suspense, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useApolloClient } from '@apollo/client/react'
import { Crumbs, ScrollArea, TitleBar } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import { SkeletonLines } from '~/ui/Skeleton'
import { loadCustomerTrail } from '../customer-trail'
import { readTrail } from '../trail/trail'
import { TrailNav } from '../trail/TrailNav'
import { useCustomerHeadQuery } from './__generated__/CustomerHead'
import { CustomerMissing } from './CustomerMissing'
import { CustomerTitle } from './CustomerTitle'
import { useKnownName } from './use-known-name'

const EditCustomerDrawer = lazy(() =>
  import('../form/EditCustomerDrawer').then((module) => ({ default: module.EditCustomerDrawer })),
)

interface Props {
  id: string
  editing: boolean
  onEdit: (open: boolean) => void
  /** The tab. */
  children: ReactNode
}

/** A customer: where one is, who it is, the tabs. */
export function CustomerScreen({ id, editing, onEdit, children }: Props) {
  const { t } = useLingui()
  return (
    <>
      <CustomerCrumbs id={id} />
      <ScrollArea key={id} label={t`Customer`}>
        <QueryBoundary resetKey={id}>
          <Suspense fallback={<HeadOnItsWay id={id} />}>
            <Loaded id={id} editing={editing} onEdit={onEdit}>
              {children}
            </Loaded>
          </Suspense>
        </QueryBoundary>
      </ScrollArea>
    </>
  )
}

/** What the list already knew is shown at once. */
function HeadOnItsWay({ id }: { id: string }) {
  const name = useKnownName(id)
  return (
    <>
      {name ? <TitleBar title={name} /> : null}
      <SkeletonLines />
    </>
  )
}

function CustomerCrumbs({ id }: { id: string }) {
  const { t } = useLingui()
  const client = useApolloClient()
  const trail = readTrail('customers')
  return (
    <Crumbs
      label={t`Place`}
      links={[
        <Link key="list" to="/customers" search={trail?.search}>
          <Trans>Customers</Trans>
        </Link>,
      ]}
      here={<Here id={id} />}
      aside={<TrailNav list="customers" id={id} load={(search) => loadCustomerTrail(client, search)} />}
    />
  )
}

function HereLoaded({ id }: { id: string }) {
  const { data } = useCustomerHeadQuery({ variables: { id } })
  return data.customer?.name ?? '–'
}

function Here({ id }: { id: string }) {
  const name = useKnownName(id)
  return (
    <QueryBoundary resetKey={id} fallback={() => name ?? '–'}>
      <Suspense fallback={name}>
        <HereLoaded id={id} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ id, editing, onEdit, children }: Props) {
  const { t } = useLingui()
  const { data } = useCustomerHeadQuery({ variables: { id } })
  const { customer } = data
  if (!customer) return <CustomerMissing />
  const { contacts, technicians, groups, viewerCanEdit } = customer
  const params = { id }
  return (
    <>
      <CustomerTitle customer={customer} onEdit={viewerCanEdit ? () => onEdit(true) : undefined} />
      <Tabs label={t`Parts of the customer`}>
        <Tab to="/customers/$id" params={params} activeOptions={{ exact: true, includeSearch: false }}>
          <Trans>Overview</Trans>
        </Tab>
        <Tab
          to="/customers/$id/contacts"
          params={params}
          activeOptions={{ includeSearch: false }}
          count={contacts.totalCount}
        >
          <Trans>Contacts</Trans>
        </Tab>
        <Tab
          to="/customers/$id/technicians"
          params={params}
          activeOptions={{ includeSearch: false }}
          count={technicians.totalCount}
        >
          <Trans>Authorized technicians</Trans>
        </Tab>
        <Tab
          to="/customers/$id/groups"
          params={params}
          activeOptions={{ includeSearch: false }}
          count={groups.totalCount}
        >
          <Trans>Groups</Trans>
        </Tab>
        {viewerCanEdit ? (
          <Tab to="/customers/$id/settings" params={params} activeOptions={{ includeSearch: false }}>
            <Trans>Settings</Trans>
          </Tab>
        ) : null}
      </Tabs>
      {children}
      {editing && viewerCanEdit ? (
        <Suspense>
          <EditCustomerDrawer customer={customer} onClose={() => onEdit(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
