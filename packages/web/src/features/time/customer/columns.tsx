import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import type { TimeEntryLineFragment } from '../__generated__/TimeWeek'
import { minutesOf } from '../grid/week-rows'
import type { CustomerTimeSearch } from './search'

/** The columns of the time that was spent for a customer. */
export function useCustomerTimeColumns(id: string, search: CustomerTimeSearch): Column<TimeEntryLineFragment>[] {
  const { t } = useLingui()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'day',
        header: t`Day`,
        name: true,
        width: '104px',
        cell: (entry) => (
          <Link to="/customers/$id/time" params={{ id }} search={{ ...search, entry: entry.id }}>
            {format.shortDate(entry.workedOn)}
          </Link>
        ),
      },
      {
        id: 'on',
        header: t`Spent on`,
        cell: ({ ticket, contract }) => {
          if (ticket)
            return (
              <Link to="/tickets/$id" params={{ id: ticket.id }} title={ticket.subject}>
                {ticket.number} <span className="dim">{ticket.subject}</span>
              </Link>
            )
          if (contract)
            return (
              <Link to="/contracts/$id" params={{ id: contract.id }} title={contract.name}>
                {contract.reference} <span className="dim">{contract.name}</span>
              </Link>
            )
          return <Trans>Under a contract</Trans>
        },
      },
      { id: 'note', header: t`Note`, cell: ({ note }) => note ?? <None /> },
      {
        id: 'technician',
        header: t`Technician`,
        width: '160px',
        phone: 'second',
        cell: (entry) => entry.technician.name,
      },
      {
        id: 'billable',
        header: t`Billable`,
        width: '116px',
        cell: ({ billable }) => (billable ? t`yes` : t`no`),
      },
      {
        id: 'minutes',
        header: t`Time spent`,
        width: '124px',
        numeric: true,
        phone: 'end',
        cell: (entry) => format.minutes(minutesOf(entry)),
      },
    ],
    [t, format, id, search],
  )
}
