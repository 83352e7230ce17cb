import { Suspense } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import { useCan } from '../../session/SessionProvider'
import type { CustomerHeadQuery } from './__generated__/CustomerHead'
import { useCustomerActiveContractsQuery } from './__generated__/CustomerActiveContracts'
import { useCustomerOpenTicketsQuery } from './__generated__/CustomerOpenTickets'

interface Props {
  id: string
  /** Unknown while it is on its way: the tabs lack their counts, and what only some may open. */
  customer?: NonNullable<CustomerHeadQuery['customer']>
}

/** How many are open comes after the page and never holds it up. */
const OpenTickets = ({ id }: { id: string }) => (
  <QueryBoundary fallback={() => null}>
    <Suspense>
      <Count id={id} />
    </Suspense>
  </QueryBoundary>
)

function Count({ id }: { id: string }) {
  const format = useFormat()
  const { customer } = useCustomerOpenTicketsQuery({ variables: { id } }).data
  return customer ? format.number(customer.openTicketCount) : null
}

/** The same for contracts in force. */
const ActiveContracts = ({ id }: { id: string }) => (
  <QueryBoundary fallback={() => null}>
    <Suspense>
      <ContractCount id={id} />
    </Suspense>
  </QueryBoundary>
)

function ContractCount({ id }: { id: string }) {
  const format = useFormat()
  const { customer } = useCustomerActiveContractsQuery({ variables: { id } }).data
  return customer ? format.number(customer.activeContractCount) : null
}

const options = { includeSearch: false }

/** The parts of a customer's page; each has its address. */
export function CustomerTabs({ id, customer }: Props) {
  const { t } = useLingui()
  const params = { id }
  const seesTickets = useCan('TICKETS_READ')
  const seesContracts = useCan('CONTRACTS_READ')
  return (
    <Tabs label={t`Parts of the customer`}>
      <Tab to="/customers/$id" params={params} activeOptions={{ ...options, exact: true }}>
        <Trans>Overview</Trans>
      </Tab>
      <Tab
        to="/customers/$id/contacts"
        params={params}
        activeOptions={options}
        count={customer?.contacts.totalCount ?? ''}
      >
        <Trans>Contacts</Trans>
      </Tab>
      <Tab
        to="/customers/$id/technicians"
        params={params}
        activeOptions={options}
        count={customer?.technicians.totalCount ?? ''}
      >
        <Trans>Authorized technicians</Trans>
      </Tab>
      <Tab to="/customers/$id/groups" params={params} activeOptions={options} count={customer?.groups.totalCount ?? ''}>
        <Trans>Groups</Trans>
      </Tab>
      {seesContracts ? (
        <Tab to="/customers/$id/contracts" params={params} activeOptions={options} count={<ActiveContracts id={id} />}>
          <Trans>Contracts</Trans>
        </Tab>
      ) : null}
      {seesTickets ? (
        <Tab to="/customers/$id/tickets" params={params} activeOptions={options} count={<OpenTickets id={id} />}>
          <Trans>Tickets</Trans>
        </Tab>
      ) : null}
      {seesTickets ? (
        <Tab to="/customers/$id/time" params={params} activeOptions={options}>
          <Trans>Time spent</Trans>
        </Tab>
      ) : null}
      <Tab to="/customers/$id/assets" params={params} activeOptions={options} count={customer?.assets.totalCount ?? ''}>
        <Trans>Assets and services</Trans>
      </Tab>
      {customer?.viewerCanEdit ? (
        <Tab to="/customers/$id/settings" params={params} activeOptions={options}>
          <Trans>Settings</Trans>
        </Tab>
      ) : null}
    </Tabs>
  )
}
