import { useLingui } from '@lingui/react/macro'
import type { TicketPriority, TicketStatus, UpdateTicketInput } from '~/lib/__generated__/schema'
import { problemOf } from '~/lib/problem'
import { toast, toastError } from '~/ui/toast'
import type { TicketRowFragment } from './__generated__/TicketRow'
import { useUpdateTicketMutation } from './__generated__/UpdateTicket'
import { forgetAround } from './forget-around'
import { priorityWords, statusWords } from './words'

/** One field of a ticket that is changed at once, with its undo. */
export type TicketChange =
  { status: TicketStatus } | { priority: TicketPriority } | { assignee: { id: string; name: string } | null }

/** The change as the API takes it. */
export const inputOf = (part: TicketChange): Omit<UpdateTicketInput, 'id' | 'version'> =>
  'assignee' in part ? { assigneeId: part.assignee?.id ?? null } : part

/** How the row looks before the server has answered. */
function expected(ticket: TicketRowFragment, part: TicketChange): TicketRowFragment {
  if (!('assignee' in part) || part.assignee === null) return { ...ticket, ...part }
  // The cache finds a person by type and id.
  const assignee = { __typename: 'Technician', ...part.assignee }
  return { ...ticket, assignee }
}

/** The change that takes this one back; null when the ticket may not go back where it was. */
function reverse(before: TicketRowFragment, now: TicketRowFragment, part: TicketChange): TicketChange | null {
  if ('assignee' in part) return { assignee: before.assignee }
  if ('priority' in part) return { priority: before.priority }
  return now.viewerCanSet.includes(before.status) ? { status: before.status } : null
}

/** Which version of a ticket the last change of this page led to: who clicks twice quickly meets nobody but himself. */
const own = new Map<string, Promise<number>>()

/**
 * Changes one field of a ticket: it is seen at once, can be undone for some seconds, and is put back when the server
 * refuses. When somebody else was faster, it says what stands there now and offers to go on.
 */
export function useTicketChange() {
  const { t, i18n } = useLingui()
  const [update] = useUpdateTicketMutation()

  const said = (number: string, part: TicketChange): string => {
    if ('status' in part) {
      const status = i18n._(statusWords[part.status])
      return t`${number}: ${status}`
    }
    if ('priority' in part) {
      const priority = i18n._(priorityWords[part.priority])
      return t`${number}: priority ${priority}`
    }
    const name = part.assignee?.name
    return name ? t`${number} is assigned to ${name}` : t`${number} is assigned to nobody`
  }
  const meanwhile = (before: TicketRowFragment, now: TicketRowFragment): string => {
    const { number } = now
    const [status, assignee] = [i18n._(statusWords[now.status]), now.assignee?.name ?? t`nobody`]
    if (now.status !== before.status) return t`Not saved: somebody else set ${number} to “${status}” meanwhile.`
    if (now.assignee?.id !== before.assignee?.id)
      return t`Not saved: somebody else assigned ${number} to ${assignee} meanwhile.`
    return t`Not saved: somebody else changed ${number} meanwhile. It is up to date now.`
  }

  const change = async (ticket: TicketRowFragment, part: TicketChange, quiet = false): Promise<boolean> => {
    const { id, number } = ticket
    const version = Math.max(ticket.version, (await own.get(id)) ?? 0)
    let reached: (reached: number) => void = () => undefined
    own.set(id, new Promise((resolve) => (reached = resolve)))
    try {
      const { data } = await update({
        variables: { input: { id, version, ...inputOf(part) } },
        optimisticResponse: {
          updateTicket: { __typename: 'TicketPayload', ticket: expected({ ...ticket, version }, part), errors: [] },
        } as never,
        // What is only expected has the old version still; then nothing is to be asked again yet.
        update: (cache, { data: answer }) => {
          if (answer?.updateTicket.ticket?.version !== version) forgetAround(ticket)(cache)
        },
      })
      const { ticket: now, errors = [] } = data?.updateTicket ?? {}
      const [refusal] = errors
      reached(refusal || !now ? version : now.version)
      if (refusal?.code === 'CONFLICT' && now) {
        const again = () => void change(now, part)
        toastError(meanwhile(ticket, now), null, { label: t`Do it anyway`, run: again })
        return false
      }
      if (refusal) {
        toastError(`${number}: ${refusal.message}`)
        return false
      }
      const back = now && reverse(ticket, now, part)
      if (!quiet)
        toast(said(number, part), back ? { label: t`Undo`, run: () => void change(now, back, true) } : undefined)
      return true
    } catch (error) {
      reached(version)
      const { kind, id: request } = problemOf(error)
      toastError(
        kind === 'offline'
          ? t`${number} was not saved: the server cannot be reached.`
          : kind === 'forbidden'
            ? t`${number} was not saved: your role does not allow this.`
            : t`${number} was not saved. Try again.`,
        request,
      )
      return false
    }
  }
  return { change }
}
