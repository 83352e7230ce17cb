import { createFileRoute } from '@tanstack/react-router'
import { ContactListDocument } from '~/features/contacts/list/__generated__/ContactList'
import { CustomerContacts } from '~/features/contacts/list/CustomerContacts'
import { contactVariables, readContactTab } from '~/features/contacts/list/search'
import { warm } from '~/lib/graphql/warm'

/** The people of the customer; one is added in a drawer. */
export const Route = createFileRoute('/_app/customers/$id/contacts')({
  validateSearch: readContactTab,
  loaderDeps: ({ search: { add: _add, ...search } }) => search,
  loader: ({ context, deps, params: { id } }) =>
    warm(context.client, ContactListDocument, contactVariables({ ...deps, customer: id })),
  component: ContactsRoute,
})

function ContactsRoute() {
  const { id } = Route.useParams()
  const { add, edit: _edit, ...search } = Route.useSearch()
  return <CustomerContacts id={id} search={search} adding={add === true} />
}
