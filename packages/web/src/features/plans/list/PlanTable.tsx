import { useDeferredValue, useEffect } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { neighbours, offsetOf } from '~/lib/paging'
import { announce } from '~/ui/announce'
import { DataTable, type Column } from '~/ui/DataTable'
import { NoMatch } from '~/ui/EmptyState'
import { ListFoot, PageLink } from '~/ui/ListFoot'
import { usePlanListQuery } from './__generated__/PlanList'
import type { PlanRow } from './columns'
import { planVariables, type PlanSearch } from './list-variables'
import { NoPlans } from './NoPlans'

interface Props {
  search: PlanSearch
  columns: Column<PlanRow>[]
  onClear: () => void
}

/** A page of plans; while others are asked for, these stay and dim. */
export function PlanTable({ search, columns, onClear }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const shown = useDeferredValue(search)
  const { nodes, totalCount, pageInfo } = usePlanListQuery({ variables: planVariables(shown) }).data.servicePlans
  useEffect(() => announce(plural(totalCount, { one: '# service plan', other: '# service plans' })), [totalCount])
  if (nodes.length === 0) {
    const filters = [search.q && `“${search.q}”`, search.active !== undefined && t`Status`].filter(
      (name): name is string => Boolean(name),
    )
    return filters.length > 0 ? (
      <NoMatch title={<Trans>No service plan matches</Trans>} filters={filters} onClear={onClear} />
    ) : (
      <NoPlans />
    )
  }
  const from = offsetOf(shown)
  const { next, previous } = neighbours(pageInfo, shown)
  const [first, last, total] = [format.number(from + 1), format.number(from + nodes.length), format.number(totalCount)]
  return (
    <>
      <DataTable
        caption={t`Service plans`}
        rows={nodes}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ title }) => title}
        total={totalCount}
        offset={from}
        dimmed={shown !== search}
      />
      <ListFoot
        pages={
          previous || next ? (
            <>
              <PageLink to="/plans" search={{ ...search, ...previous }} disabled={!previous}>
                <Trans>Previous</Trans>
              </PageLink>
              <PageLink to="/plans" search={{ ...search, ...next }} disabled={!next}>
                <Trans>Next</Trans>
              </PageLink>
            </>
          ) : null
        }
      >
        <Trans>
          {first}–{last} of {total} service plans
        </Trans>
      </ListFoot>
    </>
  )
}
