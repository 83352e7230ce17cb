import { useMemo } from 'react'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { When } from '~/ui/When'
import type { TicketRowFragment } from '../__generated__/TicketRow'
import { ApprovalMark, TicketPriorityMark, TicketStatusMark } from '../Marks'
import css from './list.module.css'

interface Options {
  /** Within one customer its name says nothing. */
  customer?: boolean
}

/** The columns of lists of tickets. */
export function useTicketColumns({ customer = true }: Options = {}): Column<TicketRowFragment>[] {
  const { t } = useLingui()
  // Where there is little room the subject needs it more.
  const wide = useMediaQuery('(min-width: 84em)', true, { getInitialValueInEffect: false })
  return useMemo(() => {
    const columns: (Column<TicketRowFragment> | false)[] = [
      {
        id: 'subject',
        header: t`Ticket`,
        name: true,
        sort: { ascending: 'OPENED_AT_ASC', descending: 'OPENED_AT_DESC' },
        cell: ({ id, number, subject }) => (
          <Link to="/tickets/$id" params={{ id }} data-ticket={id} title={subject} className={css.subject}>
            <span className={css.number}>{number}</span> {subject}
          </Link>
        ),
      },
      customer && {
        id: 'customer',
        header: t`Customer`,
        width: '160px',
        phone: 'second',
        cell: ({ customer: of }) => <span title={of.name}>{of.name}</span>,
      },
      wide && { id: 'requester', header: t`Requester`, width: '132px', cell: ({ requester }) => requester.name },
      {
        id: 'status',
        header: t`Status`,
        width: '124px',
        phone: 'end',
        cell: ({ status, approval }) =>
          approval === 'PENDING' && status === 'OPEN' ? (
            <ApprovalMark approval={approval} />
          ) : (
            <TicketStatusMark status={status} />
          ),
      },
      {
        id: 'priority',
        header: t`Priority`,
        width: '88px',
        phone: customer ? undefined : 'second',
        sort: { descending: 'PRIORITY_DESC' },
        cell: ({ priority }) => <TicketPriorityMark priority={priority} />,
      },
      {
        id: 'assignee',
        header: t`Assignee`,
        width: '124px',
        cell: ({ assignee }) => assignee?.name ?? <None />,
      },
      {
        id: 'updated',
        header: t`Changed`,
        width: '108px',
        sort: { descending: 'UPDATED_AT_DESC' },
        cell: ({ updatedAt }) => <When at={updatedAt} />,
      },
    ]
    return columns.filter((column) => column !== false)
  }, [t, customer, wide])
}
