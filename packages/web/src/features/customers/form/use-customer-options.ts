import { useDeferredValue, useRef, useState } from 'react'
import { skipToken } from '@apollo/client/react'
import { useDebouncedValue } from '@mantine/hooks'
import type { CustomerKind } from '~/lib/__generated__/schema'
import { useCustomerNameQuery } from './__generated__/CustomerName'
import { useCustomerOptionsQuery } from './__generated__/CustomerOptions'

/**
 * Customers to choose from: what the server finds for the typed text, and the chosen one, whose name stays known.
 * The label of the chosen one counts as no search, since a field that shows it was not typed into. Until they are
 * `wanted` nobody is asked for them.
 */
export function useCustomerOptions(value: string | null, kind?: CustomerKind, wanted = true) {
  const [typed, setTyped] = useState('')
  const [rested] = useDebouncedValue(typed.trim(), 200)
  const names = useRef(new Map<string, string>())
  const chosen = value === null ? undefined : names.current.get(value)
  const text = useDeferredValue(rested === chosen ? '' : rested)
  const { data } = useCustomerOptionsQuery(
    wanted ? { variables: { text: text || null, kind: kind ?? null } } : skipToken,
  )
  const nodes = data?.customers.nodes ?? []
  for (const { id, name } of nodes) names.current.set(id, name)

  const shown = useDeferredValue(value)
  const unknown = shown !== null && !names.current.has(shown)
  const { data: named } = useCustomerNameQuery(unknown ? { variables: { id: shown } } : skipToken)
  if (named?.customer) names.current.set(named.customer.id, named.customer.name)

  const found = nodes.map(({ id }) => id)
  const ids = value === null || found.includes(value) ? found : [...found, value]
  return { options: ids.map((id) => ({ value: id, label: names.current.get(id) ?? '…' })), onSearch: setTyped }
}
