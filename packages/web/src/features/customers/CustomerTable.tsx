import { useDeferredValue, useEffect } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useFormat } from '~/lib/format'
import { neighbours, offsetOf } from '~/lib/paging'
import { announce } from '~/ui/announce'
import { DataTable, type Column } from '~/ui/DataTable'
import { NoMatch } from '~/ui/EmptyState'
import type { FilterField } from '~/ui/filter-text'
import { ListFoot, PageLink, SelectionBar } from '~/ui/ListFoot'
import { useCustomerListQuery } from './__generated__/CustomerList'
import type { CustomerRow } from './columns'
import { CustomerBulk } from './bulk/CustomerBulk'
import { keepCustomerTrail } from './customer-trail'
import { useCan } from '../session/SessionProvider'
import { NoCustomers } from './NoCustomers'
import { listVariables, type CustomerSearch } from './list-variables'

interface Props {
  search: CustomerSearch
  columns: Column<CustomerRow>[]
  fields: FilterField[]
  selected: ReadonlySet<string>
  onSelect: (ids: ReadonlySet<string>) => void
  /** Whether rows can be selected, for those who may change customers. */
  mayEdit: boolean
  onChange: (part: CustomerSearch) => void
  onClear: () => void
}

/** The rows of a page; while others are asked for, these stay and dim. */
export function CustomerTable({ search, columns, fields, selected, onSelect, mayEdit, onChange, onClear }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const shown = useDeferredValue(search)
  const seesTickets = useCan('TICKETS_READ')
  const { data } = useCustomerListQuery({ variables: listVariables(shown, seesTickets) })
  const { nodes, totalCount, pageInfo } = data.customers
  const total = format.number(totalCount)
  useEffect(() => announce(plural(totalCount, { one: '# customer', other: '# customers' })), [totalCount])
  useEffect(() => void keepCustomerTrail(shown, data), [shown, data])

  if (nodes.length === 0) {
    const filters = [
      search.q && `“${search.q}”`,
      search.active !== undefined && fields[0]?.label,
      search.kind && fields[1]?.label,
      search.technician && t`Authorized`,
    ]
    const named = filters.filter((name): name is string => Boolean(name))
    return named.length > 0 ? (
      <NoMatch title={<Trans>No customer matches</Trans>} filters={named} onClear={onClear} />
    ) : (
      <NoCustomers />
    )
  }
  const from = offsetOf(shown)
  const { next, previous } = neighbours(pageInfo, shown)
  const [first, last] = [format.number(from + 1), format.number(from + nodes.length)]
  return (
    <>
      <DataTable
        caption={t`Customers`}
        rows={nodes}
        columns={columns}
        rowId={(customer) => customer.id}
        rowName={(customer) => customer.name}
        total={totalCount}
        offset={from}
        order={shown.sort ?? 'NAME_ASC'}
        onOrder={(sort) => onChange({ sort: sort === 'NAME_ASC' ? undefined : (sort as CustomerSearch['sort']) })}
        selection={mayEdit ? { ids: selected, onChange: onSelect } : undefined}
        dimmed={shown !== search}
      />
      <ListFoot
        selectable={mayEdit}
        pages={
          <>
            <PageLink to="/customers" search={{ ...search, ...previous }} disabled={!previous}>
              <Trans>Previous</Trans>
            </PageLink>
            <PageLink to="/customers" search={{ ...search, ...next }} disabled={!next}>
              <Trans>Next</Trans>
            </PageLink>
          </>
        }
        selection={
          selected.size > 0 ? (
            <SelectionBar
              count={<Plural value={selected.size} one="# customer selected" other="# customers selected" />}
              onClear={() => onSelect(new Set())}
            >
              <CustomerBulk customers={nodes.filter(({ id }) => selected.has(id))} onDone={() => onSelect(new Set())} />
            </SelectionBar>
          ) : null
        }
      >
        <Trans>
          {first}–{last} of {total} customers
        </Trans>
      </ListFoot>
    </>
  )
}
