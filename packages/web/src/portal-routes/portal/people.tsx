import { createFileRoute } from '@tanstack/react-router'
import { PortalPeopleDocument } from '~/features/portal-people/__generated__/PortalPeople'
import { PeopleScreen } from '~/features/portal-people/PeopleScreen'
import { peopleSearch, peopleVariables } from '~/features/portal-people/search'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/portal/people')({
  validateSearch: peopleSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client, viewer }, deps }) => {
    if (viewer.customer && viewer.ticketScopes.includes('COMPANY'))
      warm(client, PortalPeopleDocument, peopleVariables(deps, viewer.customer.id))
  },
  component: People,
})

function People() {
  return <PeopleScreen search={Route.useSearch()} />
}
