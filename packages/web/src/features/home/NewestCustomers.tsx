import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Avatars } from '~/ui/Avatar'
import { DataTable, type Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { Section } from '~/ui/Page'
import { When } from '~/ui/When'
import { NoCustomers } from '../customers/NoCustomers'
import { useViewer } from '../session/SessionProvider'
import { useHomeQuery, type HomeQuery } from './__generated__/Home'
import { homeVariables } from './home-variables'

type Row = NonNullable<HomeQuery['newest']>['nodes'][number]

/** The customers entered last; the first steps when there is none. Suspends. */
export function NewestCustomers() {
  const { t } = useLingui()
  const format = useFormat()
  const { data } = useHomeQuery({ variables: homeVariables(useViewer()) })
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'name',
        header: t`Customer`,
        name: true,
        cell: ({ id, name }) => (
          <Link to="/customers/$id" params={{ id }}>
            {name}
          </Link>
        ),
      },
      {
        id: 'contacts',
        header: t`Contacts`,
        width: '84px',
        numeric: true,
        cell: ({ contacts }) => format.number(contacts.totalCount),
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
      {
        id: 'since',
        header: t`Entered`,
        width: '132px',
        phone: 'second',
        cell: ({ createdAt }) => <When at={createdAt} />,
      },
    ],
    [t, format],
  )
  const rows = data.newest?.nodes ?? []
  if (rows.length === 0) return <NoCustomers />
  return (
    <Section
      title={t`Newest customers`}
      aside={
        <Link to="/customers" search={{ sort: 'CREATED_AT_DESC' }}>
          <Trans>Show all</Trans>
        </Link>
      }
    >
      <DataTable
        caption={t`Newest customers`}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        inColumn
      />
    </Section>
  )
}
