import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router'
import { NewCustomerDrawer } from '~/features/customers/form/NewCustomerDrawer'

/** Enters a customer, over the list. Who sees authorized customers only cannot enter one. */
export const Route = createFileRoute('/_app/customers/_list/new')({
  beforeLoad: ({ context: { viewer } }) => {
    if (!viewer.permissions.includes('CUSTOMERS_WRITE') || viewer.onlyAuthorizedCustomers)
      throw redirect({ to: '/customers' })
  },
  component: NewCustomerRoute,
})

function NewCustomerRoute() {
  const navigate = useNavigate()
  return (
    <NewCustomerDrawer
      onClose={() => void navigate({ to: '/customers', search: (before) => before, ignoreBlocker: true })}
      onCreated={(id, addContact) =>
        void navigate(
          addContact
            ? { to: '/customers/$id/contacts', params: { id }, search: { add: true } }
            : { to: '/customers/$id', params: { id } },
        )
      }
    />
  )
}
