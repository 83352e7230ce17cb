import { createFileRoute, redirect } from '@tanstack/react-router'
import { CustomerSettings } from '~/features/customers/detail/CustomerSettings'

/** What is done to the customer as a whole. */
export const Route = createFileRoute('/_app/customers/$id/settings')({
  beforeLoad: ({ context: { viewer }, params }) => {
    if (!viewer.permissions.includes('CUSTOMERS_WRITE')) throw redirect({ to: '/customers/$id', params })
  },
  component: SettingsRoute,
})

function SettingsRoute() {
  return <CustomerSettings id={Route.useParams().id} />
}
