import { useDeferredValue, useEffect, type ReactNode } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { neighbours, offsetOf, type PageParams } from '~/lib/paging'
import { announce } from '~/ui/announce'
import { DataTable, type Column } from '~/ui/DataTable'
import { ListFoot } from '~/ui/ListFoot'
import { useGroupListQuery } from './__generated__/GroupList'
import type { GroupRow } from './columns'
import { groupVariables, type GroupSearch } from './search'

interface Props {
  search: GroupSearch
  columns: Column<GroupRow>[]
  /** In place of the table, when there is nothing. */
  empty: ReactNode
  pageLink: (page: PageParams | undefined, label: ReactNode) => ReactNode
  inColumn?: boolean
}

/** A page of groups. */
export function GroupTable({ search, columns, empty, pageLink, inColumn }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const shown = useDeferredValue(search)
  const { nodes, totalCount, pageInfo } = useGroupListQuery({ variables: groupVariables(shown) }).data.groups
  useEffect(() => announce(plural(totalCount, { one: '# group', other: '# groups' })), [totalCount])
  if (nodes.length === 0) return empty
  const from = offsetOf(shown)
  const { next, previous } = neighbours(pageInfo, shown)
  const [first, last, total] = [format.number(from + 1), format.number(from + nodes.length), format.number(totalCount)]
  return (
    <>
      <DataTable
        caption={t`Groups`}
        rows={nodes}
        columns={columns}
        rowId={(group) => group.id}
        rowName={(group) => group.name}
        total={totalCount}
        offset={from}
        dimmed={shown !== search}
        inColumn={inColumn}
      />
      {inColumn && !previous && !next ? null : (
        <ListFoot
          pages={
            previous || next ? (
              <>
                {pageLink(previous, <Trans>Previous</Trans>)}
                {pageLink(next, <Trans>Next</Trans>)}
              </>
            ) : null
          }
        >
          <Trans>
            {first}–{last} of {total} groups
          </Trans>
        </ListFoot>
      )}
    </>
  )
}
