import { useDeferredValue, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { ComboField, type ComboOption } from '~/ui/ComboField'
import { useActorChoicesQuery } from './__generated__/ActorChoices'
import { useAuditCustomersQuery } from './__generated__/AuditCustomers'
import { useThingName } from './use-thing-name'

interface Props {
  value: string | undefined
  onChange: (id: string | undefined) => void
}

/** What was found, and what is chosen already even if it was not found this time. */
const withChosen = (found: { id: string; name: string }[], value: string | undefined, name: string): ComboOption[] => {
  const options = found.map((each) => ({ value: each.id, label: each.name }))
  return value && !options.some((each) => each.value === value) ? [{ value, label: name }, ...options] : options
}

/** The combo box hands back the chosen label as a search; that would leave one option only. */
const useSearch = (chosen: string) => {
  const [text, setText] = useState('')
  const wanted = text === chosen ? '' : text.trim()
  return [useDeferredValue(wanted) || undefined, setText] as const
}

/** One of our people; a contact is chosen on an event. */
export function ActorFilter({ value, onChange }: Props) {
  const { t } = useLingui()
  const name = useThingName(value)
  const [text, setText] = useSearch(name)
  const { data } = useActorChoicesQuery({ variables: { text } })
  return (
    <ComboField
      label={t`Who`}
      optional
      clearable
      placeholder={t`anybody`}
      options={withChosen(data.technicians.nodes, value, name)}
      onSearch={setText}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  )
}

export function CustomerFilter({ value, onChange }: Props) {
  const { t } = useLingui()
  const name = useThingName(value)
  const [text, setText] = useSearch(name)
  const { data } = useAuditCustomersQuery({ variables: { text } })
  return (
    <ComboField
      label={t`Customer`}
      optional
      clearable
      placeholder={t`any`}
      options={withChosen(data.customers.nodes, value, name)}
      onSearch={setText}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  )
}
