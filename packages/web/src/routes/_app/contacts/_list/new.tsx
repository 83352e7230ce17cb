import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router'
import { NewContactDrawer } from '~/features/contacts/form/NewContactDrawer'

/** Enters a contact, over the list; the list's customer is suggested. */
export const Route = createFileRoute('/_app/contacts/_list/new')({
  beforeLoad: ({ context: { viewer } }) => {
    if (!viewer.permissions.includes('CUSTOMERS_WRITE')) throw redirect({ to: '/contacts' })
  },
  component: NewContactRoute,
})

function NewContactRoute() {
  const { customer } = Route.useSearch()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/contacts', search: true, ignoreBlocker: true })
  return <NewContactDrawer suggested={customer} onClose={close} onCreated={close} />
}
