import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { ContactProfileDocument } from '~/features/contacts/profile/__generated__/ContactProfile'
import { ContactTimelineDocument } from '~/features/contacts/profile/__generated__/ContactTimeline'
import { ContactScreen, type ContactPanel } from '~/features/contacts/profile/ContactScreen'
import { timelineNames } from '~/features/customers/timeline/open-names'
import { warm } from '~/lib/graphql/warm'
import { oneOf, params } from '~/lib/search-params'

/** A contact's profile; `panel` is the drawer that stands over it. */
export const Route = createFileRoute('/_app/contacts/$id')({
  validateSearch: params({ panel: oneOf('edit', 'move', 'convert') }),
  loader: ({ context: { client, viewer }, params: { id } }) => {
    warm(client, ContactProfileDocument, { id })
    warm(client, ContactTimelineDocument, { id, ...timelineNames(viewer.permissions) })
  },
  component: ContactRoute,
})

function ContactRoute() {
  const { id } = Route.useParams()
  const { panel } = Route.useSearch()
  const navigate = useNavigate()
  const onPanel = (open: ContactPanel | undefined) =>
    void navigate({
      to: '/contacts/$id',
      params: { id },
      search: { panel: open },
      replace: open === undefined,
      // The drawer has asked already whether its words may go.
      ignoreBlocker: open === undefined,
    })
  return <ContactScreen id={id} panel={panel} onPanel={onPanel} />
}
