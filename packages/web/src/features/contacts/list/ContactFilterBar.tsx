import { Suspense, useDeferredValue, type ReactNode } from 'react'
import { skipToken } from '@apollo/client/react'
import { useLingui } from '@lingui/react/macro'
import { FilterBar } from '~/ui/FilterBar'
import type { FilterField } from '~/ui/filter-text'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { useGroupOptionsQuery } from '../form/__generated__/GroupOptions'
import { useContactFilters } from './filters'
import { searchOf } from './narrowing'
import type { ContactSearch } from './search'

interface Props {
  search: ContactSearch
  onChange: (part: ContactSearch) => void
  end?: ReactNode
}

const NO_GROUPS: { id: string; name: string }[] = []

/** The filters with the groups of the customer, once these are known. */
function useFieldsOf(customer: string | undefined): FilterField[] {
  const asked = useDeferredValue(customer)
  const { data } = useGroupOptionsQuery(asked ? { variables: { customerId: asked } } : skipToken)
  return useContactFilters(data?.groups.nodes ?? NO_GROUPS)
}

function Bar({ search, onChange, end, fields }: Props & { fields: FilterField[] }) {
  const { t } = useLingui()
  return (
    <FilterBar
      label={t`Filter contacts`}
      placeholder={t`Search or filter, e.g. status:passive`}
      text={search.q ?? ''}
      values={{
        active: search.active === undefined ? undefined : String(search.active),
        rights: search.rights,
        group: search.group,
      }}
      fields={fields}
      onChange={(change) => onChange(searchOf(change))}
      end={end}
    />
  )
}

const BarWithGroups = (props: Props) => <Bar {...props} fields={useFieldsOf(props.search.customer)} />
const BarAlone = (props: Props) => <Bar {...props} fields={useContactFilters(NO_GROUPS)} />

/** Text, status, rights and group; it stands there before the groups are known. */
export function ContactFilterBar(props: Props) {
  return (
    <QueryBoundary resetKey={props.search.customer} fallback={() => <BarAlone {...props} />}>
      <Suspense fallback={<BarAlone {...props} />}>
        <BarWithGroups {...props} />
      </Suspense>
    </QueryBoundary>
  )
}
