import { lazy, Suspense, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useApolloClient } from '@apollo/client/react'
import { Crumbs, ScrollArea, TitleBar } from '~/ui/Page'
import { PageError } from '~/ui/ErrorState'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { loadCustomerTrail } from '../customer-trail'
import { readTrail } from '../trail/trail'
import { TrailNav } from '../trail/TrailNav'
import { useCan } from '../../session/SessionProvider'
import { useCustomerHeadQuery } from './__generated__/CustomerHead'
import { CustomerMissing } from './CustomerMissing'
import css from './CustomerScreen.module.css'
import { CustomerTabs } from './CustomerTabs'
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
        <QueryBoundary
          resetKey={id}
          fallback={(error, retry) => <PageError title={t`Customer`} error={error} onRetry={retry} />}
        >
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

/** What is known already stands there at once: the name from a list, and the way to each tab. */
function HeadOnItsWay({ id }: { id: string }) {
  const name = useKnownName(id)
  return (
    <>
      {name ? <TitleBar title={name} /> : <div className={css.title} />}
      <CustomerTabs id={id} />
      <div className={css.waiting}>
        <SkeletonLines lines={8} />
      </div>
    </>
  )
}

function CustomerCrumbs({ id }: { id: string }) {
  const { t } = useLingui()
  const client = useApolloClient()
  const trail = readTrail('customers')
  const seesTickets = useCan('TICKETS_READ')
  return (
    <Crumbs
      label={t`Place`}
      links={[
        <Link key="list" to="/customers" search={trail?.search}>
          <Trans>Customers</Trans>
        </Link>,
      ]}
      here={<Here id={id} />}
      aside={<TrailNav list="customers" id={id} load={(search) => loadCustomerTrail(client, search, seesTickets)} />}
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
  const { data } = useCustomerHeadQuery({ variables: { id } })
  const { customer } = data
  if (!customer) return <CustomerMissing />
  const { viewerCanEdit } = customer
  return (
    <>
      <CustomerTitle customer={customer} onEdit={viewerCanEdit ? () => onEdit(true) : undefined} />
      <CustomerTabs id={id} customer={customer} />
      {children}
      {editing && viewerCanEdit ? (
        <Suspense>
          <EditCustomerDrawer customer={customer} onClose={() => onEdit(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
