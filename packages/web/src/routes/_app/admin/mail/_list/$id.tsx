import { createFileRoute } from '@tanstack/react-router'
import { MailCardDocument } from '~/features/mail/__generated__/MailCard'
import { MailDrawer } from '~/features/mail/MailDrawer'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/_app/admin/mail/_list/$id')({
  loader: ({ context: { client, viewer }, params: { id } }) => {
    if (may(viewer, 'ORGANIZATION_WRITE')) warm(client, MailCardDocument, { id })
  },
  component: MailDrawerRoute,
})

function MailDrawerRoute() {
  return <MailDrawer id={Route.useParams().id} search={Route.useSearch()} />
}
