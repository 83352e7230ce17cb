import { Trans, useLingui } from '@lingui/react/macro'
import { Tab, Tabs } from '~/ui/Tabs'
import type { CustomerHeadQuery } from './__generated__/CustomerHead'

interface Props {
  id: string
  /** Unknown while it is on its way: the tabs lack their counts, and what only some may open. */
  customer?: NonNullable<CustomerHeadQuery['customer']>
}

const options = { includeSearch: false }

/** The parts of a customer's page; each has its address. */
export function CustomerTabs({ id, customer }: Props) {
  const { t } = useLingui()
  const params = { id }
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
      {customer?.viewerCanEdit ? (
        <Tab to="/customers/$id/settings" params={params} activeOptions={options}>
          <Trans>Settings</Trans>
        </Tab>
      ) : null}
    </Tabs>
  )
}
