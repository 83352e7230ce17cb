import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { TicketPageDocument } from '~/features/tickets/detail/__generated__/TicketPage'
import { TicketTalkDocument } from '~/features/tickets/detail/__generated__/TicketTalk'
import { TicketScreen } from '~/features/tickets/detail/TicketScreen'
import { seesTickets } from '~/features/tickets/sees-tickets'
import { warm } from '~/lib/graphql/warm'
import { flag, params } from '~/lib/search-params'

/** A ticket; the drawer for editing can stand over it. */
export const Route = createFileRoute('/_app/tickets/$id')({
  validateSearch: params({ edit: flag }),
  loader: ({ context: { client, viewer }, params: { id } }) => {
    if (!seesTickets(viewer.permissions)) return
    warm(client, TicketPageDocument, { id })
    warm(client, TicketTalkDocument, { id })
  },
  component: TicketRoute,
})

function TicketRoute() {
  const { id } = Route.useParams()
  const { edit } = Route.useSearch()
  const navigate = useNavigate()
  const onEdit = (open: boolean) =>
    void navigate({
      to: '/tickets/$id',
      params: { id },
      search: { edit: open || undefined },
      replace: !open,
      // The drawer has asked already whether its words may go.
      ignoreBlocker: !open,
    })
  return <TicketScreen id={id} editing={edit === true} onEdit={onEdit} />
}
