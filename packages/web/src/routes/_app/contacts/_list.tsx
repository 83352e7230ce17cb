import { createFileRoute, Outlet } from '@tanstack/react-router'
import { ContactListDocument } from '~/features/contacts/list/__generated__/ContactList'
import { ContactListScreen } from '~/features/contacts/list/ContactListScreen'
import { contactVariables, readContactSearch } from '~/features/contacts/list/search'
import { warm } from '~/lib/graphql/warm'

/** All contacts in reach; a new one is entered in a drawer over the list. */
export const Route = createFileRoute('/_app/contacts/_list')({
  validateSearch: readContactSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => warm(context.client, ContactListDocument, contactVariables(deps)),
  component: ContactsRoute,
})

function ContactsRoute() {
  return (
    <>
      <ContactListScreen search={Route.useSearch()} />
      <Outlet />
    </>
  )
}
