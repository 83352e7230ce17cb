import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useShortcuts } from '~/lib/shortcuts'
import type { TicketRowFragment } from '../__generated__/TicketRow'

interface Deeds {
  rows: readonly TicketRowFragment[]
  selected: ReadonlySet<string>
  mayEdit: boolean
  onAssign: (tickets: TicketRowFragment[]) => void
  onPeek: (id: string) => void
}

/** The ticket whose row or card has the focus. */
const focusedId = () =>
  document.activeElement?.closest('tr, [data-card]')?.querySelector<HTMLElement>('[data-ticket]')?.dataset.ticket

/** Keys of a list of tickets beside those of every table: space looks, `e` edits, `a` assigns the row or the selection. */
export function useListKeys({ rows, selected, mayEdit, onAssign, onPeek }: Deeds): void {
  const { t } = useLingui()
  const navigate = useNavigate()
  const focused = () => rows.find(({ id }) => id === focusedId())
  const edit = () => {
    const ticket = focused()
    if (ticket) void navigate({ to: '/tickets/$id', params: { id: ticket.id }, search: { edit: true } })
  }
  const assign = () => {
    const one = focused()
    const chosen = selected.size > 0 ? rows.filter(({ id }) => selected.has(id)) : one ? [one] : []
    if (chosen.length > 0) onAssign(chosen)
  }
  const look = () => {
    const ticket = focused()
    if (ticket) onPeek(ticket.id)
  }
  useShortcuts([
    { key: 'o', label: t`Look at the ticket beside the list`, run: look },
    ...(mayEdit
      ? [
          { key: 'e', label: t`Edit the ticket`, run: edit },
          { key: 'a', label: t`Assign`, run: assign },
        ]
      : []),
  ])
}
