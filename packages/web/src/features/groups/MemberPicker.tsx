import { Suspense, useDeferredValue, useRef, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useDebouncedValue } from '@mantine/hooks'
import { MultiComboField } from '~/ui/ComboField'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { EscapeClosesList } from '../customers/form/EscapeClosesList'
import { useMemberOptionsQuery } from './__generated__/MemberOptions'

interface Props {
  label: string
  hint?: string
  error?: string
  customerId: string | undefined
  /** The group itself: who is in another one says so. */
  groupId?: string
  value: string[]
  onChange: (ids: string[]) => void
  known?: { id: string; name: string }[]
}

function Loaded({ customerId, groupId, known, value, ...rest }: Props & { customerId: string }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const [rested] = useDebouncedValue(typed.trim(), 200)
  const text = useDeferredValue(rested)
  const { data } = useMemberOptionsQuery({ variables: { customerId, text: text || null } })
  const names = useRef(new Map(known?.map(({ id, name }) => [id, name])))
  const found = data.contacts.nodes
  for (const { id, name, active, group } of found) {
    const elsewhere = group && group.id !== groupId ? ` · ${group.name}` : ''
    names.current.set(id, `${name}${elsewhere}${active ? '' : ` · ${t`passive`}`}`)
  }
  const others = value.filter((id) => found.every((contact) => contact.id !== id))
  const options = [...found.map(({ id }) => id), ...others].map((id) => ({
    value: id,
    label: names.current.get(id) ?? '…',
  }))
  return (
    <EscapeClosesList>
      <MultiComboField {...rest} optional value={value} options={options} onSearch={setTyped} />
    </EscapeClosesList>
  )
}

/** Some people of a customer, found by typing; beside a name stands the group that he or she would leave. */
export function MemberPicker(props: Props) {
  const { label, hint, error, customerId } = props
  const waiting = (
    <MultiComboField
      label={label}
      hint={hint}
      error={error}
      optional
      value={[]}
      onChange={() => undefined}
      options={[]}
      disabled
    />
  )
  return (
    <QueryBoundary resetKey={customerId} fallback={() => waiting}>
      <Suspense fallback={waiting}>
        {customerId ? <Loaded key={customerId} {...props} customerId={customerId} /> : waiting}
      </Suspense>
    </QueryBoundary>
  )
}
