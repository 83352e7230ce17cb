import { createFileRoute } from '@tanstack/react-router'
import { MailCardDocument } from '~/features/mail/__generated__/MailCard'
import { MailDrawer } from '~/features/mail/MailDrawer'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/_app/admin/mail/_list/$id')({
  loader: ({ context, params: { id } }) => warm(context.client, MailCardDocument, { id }),
  component: MailDrawerRoute,
})

function MailDrawerRoute() {
  return <MailDrawer id={Route.useParams().id} search={Route.useSearch()} />
}
