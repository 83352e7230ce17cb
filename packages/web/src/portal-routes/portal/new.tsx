import { createFileRoute } from '@tanstack/react-router'
import { NewScreen } from '~/features/portal-new/NewScreen'
import { newSearch } from '~/features/portal-new/search'

export const Route = createFileRoute('/portal/new')({
  validateSearch: newSearch,
  component: New,
})

function New() {
  return <NewScreen search={Route.useSearch()} />
}
