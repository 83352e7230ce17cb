import { useDeferredValue, useEffect } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useFormat } from '~/lib/format'
import { neighbours, offsetOf } from '~/lib/paging'
import { announce } from '~/ui/announce'
import { DataTable, type Column } from '~/ui/DataTable'
import { NoMatch } from '~/ui/EmptyState'
import type { FilterField } from '~/ui/filter-text'
import { ListFoot, PageLink } from '~/ui/ListFoot'
import { useCan } from '../session/SessionProvider'
import { useUserListQuery } from './__generated__/UserList'
import type { UserRow } from './columns'
import { listVariables, type UserSearch } from './list-variables'

interface Props {
  search: UserSearch
  columns: Column<UserRow>[]
  fields: FilterField[]
  onClear: () => void
}

/** The rows of a page; while others are asked for, these stay and dim. */
export function UserTable({ search, columns, fields, onClear }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const customers = useCan('CUSTOMERS_READ')
  const shown = useDeferredValue(search)
  const { data } = useUserListQuery({ variables: listVariables(shown, customers) })
  const { nodes, totalCount, pageInfo } = data.users
  const total = format.number(totalCount)
  useEffect(() => announce(plural(totalCount, { one: '# person', other: '# people' })), [totalCount])

  // The one who looks is in the list, so it is empty by a filter only.
  if (nodes.length === 0) {
    const inForce = [
      search.q && `“${search.q}”`,
      search.kind && fields[0]?.label,
      search.active !== undefined && fields[1]?.label,
    ]
    return (
      <NoMatch
        title={<Trans>Nobody matches</Trans>}
        filters={inForce.filter((name): name is string => Boolean(name))}
        onClear={onClear}
      />
    )
  }
  const from = offsetOf(shown)
  const { next, previous } = neighbours(pageInfo, shown)
  const [first, last] = [format.number(from + 1), format.number(from + nodes.length)]
  return (
    <>
      <DataTable
        caption={t`Users and technicians`}
        rows={nodes}
        columns={columns}
        rowId={(user) => user.id}
        rowName={(user) => user.name}
        total={totalCount}
        offset={from}
        dimmed={shown !== search}
      />
      <ListFoot
        pages={
          <>
            <PageLink to="/admin/organization/users" search={{ ...search, ...previous }} disabled={!previous}>
              <Trans>Previous</Trans>
            </PageLink>
            <PageLink to="/admin/organization/users" search={{ ...search, ...next }} disabled={!next}>
              <Trans>Next</Trans>
            </PageLink>
          </>
        }
      >
        <Trans>
          {first}–{last} of {total}
        </Trans>
      </ListFoot>
    </>
  )
}
