import { Suspense, useDeferredValue, useMemo, type ReactNode } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE, neighbours, offsetOf } from '~/lib/paging'
import { DataTable } from '~/ui/DataTable'
import { NoMatch } from '~/ui/EmptyState'
import { ListFoot, PageLink } from '~/ui/ListFoot'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { useCustomerHeadQuery } from '../../customers/detail/__generated__/CustomerHead'
import { TabBody, TabFoot } from '../../customers/detail/TabBody'
import { useCan } from '../../session/SessionProvider'
import { axisOf } from '../term/axis'
import { today } from '~/lib/today'
import { useContractListQuery } from './__generated__/ContractList'
import { useContractColumns } from './columns'
import { ContractFilterBar } from './ContractFilterBar'
import { AddContract } from './ContractListHead'
import { NoContracts } from './NoContracts'
import { CLEARED, contractVariables, usualOrder, type ContractSearch } from './search'
import { useFilterNames } from './use-filter-names'

type TabSearch = Omit<ContractSearch, 'view' | 'customer' | 'plan'>
interface Props {
  id: string
  search: TabSearch
}

/** The contracts with one customer, their terms on a common axis. */
export function CustomerContracts({ id, search }: Props) {
  const navigate = useNavigate()
  const mayCreate = useCan('CONTRACTS_WRITE')
  const { customer } = useCustomerHeadQuery({ variables: { id } }).data
  const columns = useContractColumns({ customer: false })
  if (!customer) return null
  const change = (part: ContractSearch) => {
    const { view: _view, customer: _customer, plan: _plan, ...own } = part
    void navigate({
      to: '/customers/$id/contracts',
      params: { id },
      search: { ...search, ...FIRST_PAGE, ...own },
      replace: true,
    })
  }
  return (
    <>
      <ContractFilterBar
        search={search}
        onChange={change}
        end={mayCreate && customer.active ? <AddContract customer={id} /> : null}
      />
      <TabBody>
        <QueryBoundary resetKey={search}>
          <Suspense fallback={<TableSkeleton columns={columns} rows={4} inColumn />}>
            <Rows id={id} search={search} onChange={change} />
          </Suspense>
        </QueryBoundary>
      </TabBody>
    </>
  )
}

interface RowsProps extends Props {
  onChange: (part: ContractSearch) => void
}

function Rows({ id, search, onChange }: RowsProps) {
  const { t } = useLingui()
  const shown = useDeferredValue(search)
  const day = today()
  const asker = { today: day, plans: useCan('PLANS_READ') }
  const { nodes, totalCount, pageInfo } = useContractListQuery({
    variables: contractVariables({ ...shown, customer: id }, asker),
  }).data.contracts
  const axis = useMemo(() => axisOf(nodes, day), [nodes, day])
  const columns = useContractColumns({ customer: false, axis })
  const filters = useFilterNames(shown)
  if (nodes.length === 0)
    return filters.length > 0 ? (
      <NoMatch
        title={<Trans>No contract matches</Trans>}
        filters={filters}
        onClear={() => onChange({ ...CLEARED, ...FIRST_PAGE })}
      />
    ) : (
      <NoContracts expiring={false} customer={id} />
    )
  const { next, previous } = neighbours(pageInfo, shown)
  return (
    <>
      <DataTable
        caption={t`Contracts`}
        rows={nodes}
        columns={columns}
        rowId={(contract) => contract.id}
        rowName={({ name, reference }) => `${name} ${reference}`}
        total={totalCount}
        offset={offsetOf(shown)}
        order={shown.sort ?? usualOrder(shown)}
        onOrder={(sort) =>
          onChange({ sort: sort === usualOrder(shown) ? undefined : (sort as ContractSearch['sort']) })
        }
        dimmed={shown !== search}
        inColumn
      />
      {next || previous ? (
        <TabFoot>
          <Foot
            shown={shown}
            count={nodes.length}
            total={totalCount}
            pages={
              <>
                <PageLink
                  to="/customers/$id/contracts"
                  params={{ id }}
                  search={{ ...search, ...previous }}
                  disabled={!previous}
                >
                  <Trans>Previous</Trans>
                </PageLink>
                <PageLink
                  to="/customers/$id/contracts"
                  params={{ id }}
                  search={{ ...search, ...next }}
                  disabled={!next}
                >
                  <Trans>Next</Trans>
                </PageLink>
              </>
            }
          />
        </TabFoot>
      ) : null}
    </>
  )
}

interface FootProps {
  shown: TabSearch
  count: number
  total: number
  pages: ReactNode
}

function Foot({ shown, count, total: all, pages }: FootProps) {
  const format = useFormat()
  const from = offsetOf(shown)
  const [first, last, total] = [format.number(from + 1), format.number(from + count), format.number(all)]
  return (
    <ListFoot pages={pages}>
      <Trans>
        {first}–{last} of {total} contracts
      </Trans>
    </ListFoot>
  )
}
