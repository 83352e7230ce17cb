import { Suspense, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { FilterBar } from '~/ui/FilterBar'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { CustomerFilter } from '../../customers/form/CustomerFilter'
import { useContractTypeChoicesQuery } from '../__generated__/ContractTypeChoices'
import { useContractFilters } from './filters'
import type { ContractSearch } from './search'
import { usePlanTitle } from './use-plan-title'

interface Props {
  search: ContractSearch
  onChange: (part: ContractSearch) => void
  /** Within one customer there is no other to choose. */
  withCustomer?: boolean
  end?: ReactNode
}

const NO_TYPES: { id: string; name: string }[] = []

/** Free text and chips over a list of contracts; the types come when they are there. */
export function ContractFilterBar(props: Props) {
  return (
    <QueryBoundary fallback={() => <Bar {...props} types={NO_TYPES} />}>
      <Suspense fallback={<Bar {...props} types={NO_TYPES} />}>
        <WithTypes {...props} />
      </Suspense>
    </QueryBoundary>
  )
}

const WithTypes = (props: Props) => <Bar {...props} types={useContractTypeChoicesQuery().data.contractTypes} />

function Bar({ search, onChange, withCustomer, end, types }: Props & { types: { id: string; name: string }[] }) {
  const { t } = useLingui()
  const { q, status, ends, renews, type, plan } = search
  const title = usePlanTitle(plan)
  const named = plan ? { id: plan, title: title ?? '…' } : undefined
  return (
    <FilterBar
      label={t`Filter contracts`}
      placeholder={t`Search or filter, e.g. ends:<30d`}
      text={q ?? ''}
      values={{ status, ends, type, plan, renews: renews === undefined ? undefined : String(renews) }}
      fields={useContractFilters(types, named)}
      onChange={({ text, values = {} }) => {
        const { renews: how, ...rest } = values
        onChange({
          ...(text === undefined ? {} : { q: text || undefined }),
          ...('renews' in values ? { renews: how === undefined ? undefined : how === 'true' } : {}),
          ...(rest as ContractSearch),
        })
      }}
      end={
        withCustomer ? <CustomerFilter value={search.customer} onChange={(customer) => onChange({ customer })} /> : end
      }
    />
  )
}
