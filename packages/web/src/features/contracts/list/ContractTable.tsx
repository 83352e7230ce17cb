import { useDeferredValue, useEffect } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { neighbours, offsetOf } from '~/lib/paging'
import { announce } from '~/ui/announce'
import { DataTable, type Column } from '~/ui/DataTable'
import { NoMatch } from '~/ui/EmptyState'
import { ListFoot, PageLink } from '~/ui/ListFoot'
import { useCan } from '../../session/SessionProvider'
import { keepContractTrail } from '../contract-trail'
import { today } from '~/lib/today'
import { useContractListQuery } from './__generated__/ContractList'
import type { ContractRowFragment } from './__generated__/ContractRow'
import { NoContracts } from './NoContracts'
import { contractVariables, usualOrder, type ContractSearch } from './search'
import { useFilterNames } from './use-filter-names'

interface Props {
  search: ContractSearch
  columns: Column<ContractRowFragment>[]
  onChange: (part: ContractSearch) => void
  onClear: () => void
}

/** The rows of a page; while others are asked for, these stay and dim. */
export function ContractTable({ search, columns, onChange, onClear }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const shown = useDeferredValue(search)
  const asker = { today: today(), plans: useCan('PLANS_READ') }
  const { data } = useContractListQuery({ variables: contractVariables(shown, asker) })
  const { nodes, totalCount, pageInfo } = data.contracts
  const filters = useFilterNames(shown)
  useEffect(() => announce(plural(totalCount, { one: '# contract', other: '# contracts' })), [totalCount])
  useEffect(() => void keepContractTrail(shown, data), [shown, data])

  if (nodes.length === 0)
    return filters.length > 0 ? (
      <NoMatch title={<Trans>No contract matches</Trans>} filters={filters} onClear={onClear} />
    ) : (
      <NoContracts expiring={shown.view === 'expiring'} />
    )
  const from = offsetOf(shown)
  const { next, previous } = neighbours(pageInfo, shown)
  const [first, last, total] = [format.number(from + 1), format.number(from + nodes.length), format.number(totalCount)]
  return (
    <>
      <DataTable
        caption={t`Contracts`}
        rows={nodes}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ name, reference }) => `${name} ${reference}`}
        total={totalCount}
        offset={from}
        order={shown.sort ?? usualOrder(shown)}
        onOrder={(sort) =>
          onChange({ sort: sort === usualOrder(shown) ? undefined : (sort as ContractSearch['sort']) })
        }
        dimmed={shown !== search}
      />
      <ListFoot
        pages={
          previous || next ? (
            <>
              <PageLink to="/contracts" search={{ ...search, ...previous }} disabled={!previous}>
                <Trans>Previous</Trans>
              </PageLink>
              <PageLink to="/contracts" search={{ ...search, ...next }} disabled={!next}>
                <Trans>Next</Trans>
              </PageLink>
            </>
          ) : null
        }
      >
        <Trans>
          {first}–{last} of {total} contracts
        </Trans>
      </ListFoot>
    </>
  )
}
