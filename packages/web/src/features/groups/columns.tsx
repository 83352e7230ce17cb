import { useMemo, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Avatars } from '~/ui/Avatar'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { CustomerLink } from '../customers/CustomerLink'
import type { GroupListQuery } from './__generated__/GroupList'

export type GroupRow = GroupListQuery['groups']['nodes'][number]

interface Options {
  /** On a customer's own page its name is not repeated. */
  customer: boolean
  /** The name as the link that opens the group. */
  link: (group: GroupRow) => ReactNode
}

/** The columns of a list of groups. */
export function useGroupColumns({ customer, link }: Options): Column<GroupRow>[] {
  const { t } = useLingui()
  const format = useFormat()
  return useMemo(() => {
    const columns: (Column<GroupRow> | false)[] = [
      { id: 'name', header: t`Group`, name: true, cell: link },
      customer && {
        id: 'customer',
        header: t`Customer`,
        phone: 'second',
        cell: (group) => <CustomerLink customer={group.customer} to="/customers/$id/groups" />,
      },
      {
        id: 'faces',
        header: t`Members`,
        width: '160px',
        phone: 'end',
        cell: ({ members }) =>
          members.nodes.length > 0 ? (
            <Avatars names={members.nodes.map(({ name }) => name)} total={members.totalCount} max={5} />
          ) : (
            <None />
          ),
      },
      {
        id: 'count',
        header: t`People`,
        width: '84px',
        numeric: true,
        cell: ({ members }) => format.number(members.totalCount),
      },
    ]
    return columns.filter((column): column is Column<GroupRow> => Boolean(column))
  }, [t, format, customer, link])
}
