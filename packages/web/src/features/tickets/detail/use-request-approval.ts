import { forgetAround } from '../forget-around'
import { useRequestApprovalMutation } from './__generated__/RequestApproval'
import type { Ticket } from './use-ticket'

/** Sets who is asked for approval: the whole set, an empty one takes the question back. */
export function useRequestApproval(ticket: Ticket) {
  const [mutate, { loading, error }] = useRequestApprovalMutation({ update: forgetAround(ticket) })
  const request = async (approverIds: string[]) => {
    const { data } = await mutate({ variables: { input: { ticketId: ticket.id, approverIds } } })
    return data?.requestApproval.errors
  }
  return { request, pending: loading, error }
}
