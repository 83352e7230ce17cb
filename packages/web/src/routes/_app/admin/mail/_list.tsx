import { createFileRoute } from '@tanstack/react-router'
import { MailListDocument } from '~/features/mail/__generated__/MailList'
import { listVariables } from '~/features/mail/list-variables'
import { MailListScreen } from '~/features/mail/MailListScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'
import { count, oneOf, params, text } from '~/lib/search-params'

/** The outbox; a mail opens in a drawer over it. */
export const Route = createFileRoute('/_app/admin/mail/_list')({
  validateSearch: params({
    q: text,
    status: oneOf('QUEUED', 'SENT', 'FAILED'),
    after: text,
    before: text,
    page: count,
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client, viewer }, deps }) => {
    if (may(viewer, 'ORGANIZATION_WRITE')) warm(client, MailListDocument, listVariables(deps))
  },
  component: MailListScreenRoute,
})

function MailListScreenRoute() {
  return <MailListScreen search={Route.useSearch()} />
}
