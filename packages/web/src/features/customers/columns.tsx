import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Avatars } from '~/ui/Avatar'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { Tag } from '~/ui/Status'
import { useCan } from '../session/SessionProvider'
import { ActiveStatus } from './ActiveStatus'
import type { CustomerListQuery } from './__generated__/CustomerList'

export type CustomerRow = CustomerListQuery['customers']['nodes'][number]

/** The columns of the list of customers. */
export function useCustomerColumns(): Column<CustomerRow>[] {
  const { t } = useLingui()
  const format = useFormat()
  const seesTickets = useCan('TICKETS_READ')
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Customer`,
        name: true,
        sort: { ascending: 'NAME_ASC', descending: 'NAME_DESC' },
        cell: (customer) => (
          <>
            <Link to="/customers/$id" params={{ id: customer.id }}>
              {customer.name}
            </Link>{' '}
            {customer.kind === 'INTERNAL' ? (
              <Tag>
                <Trans>own</Trans>
              </Tag>
            ) : null}
          </>
        ),
      },
      {
        id: 'status',
        header: t`Status`,
        width: '112px',
        phone: 'end',
        cell: ({ active }) => <ActiveStatus active={active} />,
      },
      { id: 'code', header: t`Code`, width: '120px', cell: ({ code }) => code ?? <None /> },
      { id: 'phone', header: t`Phone`, width: '160px', phone: 'second', cell: ({ phone }) => phone ?? <None /> },
      {
        id: 'contacts',
        header: t`Contacts`,
        width: '84px',
        numeric: true,
        cell: ({ contacts }) => format.number(contacts.totalCount),
      },
      ...(seesTickets
        ? [
            {
              id: 'tickets',
              header: t`Open tickets`,
              width: '104px',
              numeric: true,
              cell: ({ id, openTicketCount = 0 }: CustomerRow) =>
                openTicketCount > 0 ? (
                  <Link to="/tickets" search={{ customer: id, status: 'open' }}>
                    {format.number(openTicketCount)}
                  </Link>
                ) : (
                  format.number(0)
                ),
            },
          ]
        : []),
      {
        id: 'groups',
        header: t`Groups`,
        width: '84px',
        numeric: true,
        cell: ({ groups }) => format.number(groups.totalCount),
      },
      {
        id: 'technicians',
        header: t`Technicians`,
        width: '128px',
        cell: ({ technicians }) =>
          technicians.nodes.length > 0 ? (
            <Avatars names={technicians.nodes.map(({ name }) => name)} total={technicians.totalCount} max={4} />
          ) : (
            <None />
          ),
      },
    ],
    [t, format, seesTickets],
  )
}
