import { Suspense } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { FIRST_PAGE } from '~/lib/paging'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { ContractDoor } from '../ContractDoor'
import { useContractColumns } from './columns'
import { ContractFilterBar } from './ContractFilterBar'
import { ContractListHead } from './ContractListHead'
import { ContractTable } from './ContractTable'
import { CLEARED, type ContractSearch } from './search'

/** The contracts: views, filters, table. Everything that narrows the list stands in the address. */
export function ContractListScreen({ search }: { search: ContractSearch }) {
  const { t } = useLingui()
  return (
    <ContractDoor title={t`Contracts`}>
      <List search={search} />
    </ContractDoor>
  )
}

function List({ search }: { search: ContractSearch }) {
  const navigate = useNavigate()
  const columns = useContractColumns({ ahead: search.view === 'expiring' || search.ends !== undefined })
  const change = (part: ContractSearch) =>
    void navigate({ to: '/contracts', search: { ...search, ...FIRST_PAGE, ...part }, replace: true })
  return (
    <>
      <ContractListHead search={search} />
      <ContractFilterBar search={search} onChange={change} withCustomer />
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} />}>
          <ContractTable search={search} columns={columns} onChange={change} onClear={() => change(CLEARED)} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}
