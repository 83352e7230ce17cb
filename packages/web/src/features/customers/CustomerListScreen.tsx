import { Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { FIRST_PAGE } from '~/lib/paging'
import { FilterBar } from '~/ui/FilterBar'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { useCustomerColumns } from './columns'
import { CustomerListHead } from './CustomerListHead'
import { CustomerTable } from './CustomerTable'
import { useCustomerFilters } from './filters'
import { useCan } from '../session/SessionProvider'
import type { CustomerSearch } from './list-variables'

/** Customers: views, filters, table. Everything that narrows the list stands in the address. */
export function CustomerListScreen({ search }: { search: CustomerSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayEdit = useCan('CUSTOMERS_WRITE')
  const fields = useCustomerFilters()
  const columns = useCustomerColumns()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())

  const change = (part: CustomerSearch) => {
    setSelected(new Set())
    void navigate({ to: '/customers', search: { ...search, ...FIRST_PAGE, ...part }, replace: true })
  }
  const clear = () => change({ q: undefined, active: undefined, kind: undefined, technician: undefined })
  return (
    <>
      <CustomerListHead search={search} />
      <FilterBar
        label={t`Filter customers`}
        placeholder={t`Search or filter, e.g. status:passive`}
        text={search.q ?? ''}
        values={{
          active: search.active === undefined ? undefined : String(search.active),
          kind: search.kind,
          technician: search.technician,
        }}
        fields={fields}
        onChange={({ text, values = {} }) =>
          change({
            ...(text === undefined ? {} : { q: text || undefined }),
            ...('active' in values
              ? { active: values.active === undefined ? undefined : values.active === 'true' }
              : {}),
            ...('technician' in values ? { technician: values.technician } : {}),
            ...('kind' in values ? { kind: values.kind as CustomerSearch['kind'] } : {}),
          })
        }
      />
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} selectable={mayEdit} />}>
          <CustomerTable
            search={search}
            columns={columns}
            fields={fields}
            selected={selected}
            onSelect={setSelected}
            mayEdit={mayEdit}
            onChange={change}
            onClear={clear}
          />
        </Suspense>
      </QueryBoundary>
    </>
  )
}
