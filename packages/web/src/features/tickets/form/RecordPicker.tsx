import { Suspense, useDeferredValue, useRef, useState } from 'react'
import { useDebouncedValue } from '@mantine/hooks'
import { ComboField, MultiComboField } from '~/ui/ComboField'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { EscapeClosesList } from '../../customers/form/EscapeClosesList'
import { useTicketChoicesQuery } from './__generated__/TicketChoices'

type Kind = 'people' | 'technicians' | 'assets' | 'contracts'
export interface Chosen {
  id: string
  name: string
}

interface Common {
  of: Kind
  /** Whose people, assets or contracts; technicians are ours. */
  customerId?: string
  label: string
  hint?: string
  error?: string
  placeholder?: string
  optional?: boolean
  /** Names of those who are chosen at the start. */
  known?: readonly Chosen[]
}
interface OneProps extends Common {
  value: string | null
  onChange: (chosen: Chosen | null) => void
  clearable?: boolean
}
interface SomeProps extends Common {
  value: string[]
  onChange: (ids: string[]) => void
}

/** What the server finds for the typed text, and the chosen ones, whose names stay known. */
function useChoices({ of, customerId, known }: Common, chosen: string[]) {
  const [typed, setTyped] = useState('')
  const [rested] = useDebouncedValue(typed.trim(), 200)
  const names = useRef(new Map(known?.map(({ id, name }) => [id, name])))
  // A field that shows who is chosen was not typed into.
  const isName = chosen.some((id) => names.current.get(id) === rested)
  const text = useDeferredValue(isName ? '' : rested)
  const { data } = useTicketChoicesQuery({
    variables: {
      text: text || null,
      customerId: of === 'technicians' ? null : (customerId ?? null),
      people: of === 'people',
      technicians: of === 'technicians',
      assets: of === 'assets',
      contracts: of === 'contracts',
    },
  })
  const people = data.contacts?.nodes.map(({ id, name, group, email }) => {
    const aside = group?.name ?? email
    return { id, name, label: aside ? `${name} · ${aside}` : name }
  })
  const assets = data.assets?.nodes.map(({ id, name, serialNumber }) => ({
    id,
    name,
    label: serialNumber ? `${name} · ${serialNumber}` : name,
  }))
  const contracts = data.contracts?.nodes.map(({ id, name, reference }) => ({
    id,
    name,
    label: `${reference} · ${name}`,
  }))
  const technicians = data.technicians?.nodes.map(({ id, name }) => ({ id, name, label: name }))
  const found = people ?? assets ?? contracts ?? technicians ?? []
  for (const { id, label } of found) names.current.set(id, label)
  const others = chosen.filter((id) => found.every((one) => one.id !== id))
  const options = [
    ...found.map(({ id, label }) => ({ value: id, label })),
    ...others.map((id) => ({ value: id, label: names.current.get(id) ?? '…' })),
  ]
  const chosenOf = (id: string): Chosen => ({ id, name: found.find((one) => one.id === id)?.name ?? '' })
  return { options, setTyped, chosenOf }
}

function LoadedOne({ value, onChange, of, customerId, known, ...rest }: OneProps) {
  const { options, setTyped, chosenOf } = useChoices({ of, customerId, known, label: rest.label }, value ? [value] : [])
  return (
    <EscapeClosesList>
      <ComboField
        {...rest}
        value={value}
        options={options}
        onSearch={setTyped}
        onChange={(id) => onChange(id === null ? null : chosenOf(id))}
      />
    </EscapeClosesList>
  )
}

function LoadedSome({ value, onChange, of, customerId, known, ...rest }: SomeProps) {
  const { options, setTyped } = useChoices({ of, customerId, known, label: rest.label }, value)
  return (
    <EscapeClosesList>
      <MultiComboField {...rest} value={value} options={options} onSearch={setTyped} onChange={onChange} />
    </EscapeClosesList>
  )
}

/** One contact, technician, asset or contract, found by typing. */
export function RecordPicker(props: OneProps) {
  const { label, hint, error, placeholder, optional } = props
  const waiting = (
    <ComboField
      {...{ label, hint, error, placeholder, optional }}
      value={null}
      onChange={() => undefined}
      options={[]}
      disabled
    />
  )
  return (
    <QueryBoundary resetKey={props.customerId} fallback={() => waiting}>
      <Suspense fallback={waiting}>
        <LoadedOne {...props} />
      </Suspense>
    </QueryBoundary>
  )
}

/** Some of them. */
export function RecordsPicker(props: SomeProps) {
  const { label, hint, error, placeholder, optional } = props
  const waiting = (
    <MultiComboField
      {...{ label, hint, error, placeholder, optional }}
      value={[]}
      onChange={() => undefined}
      options={[]}
      disabled
    />
  )
  return (
    <QueryBoundary resetKey={props.customerId} fallback={() => waiting}>
      <Suspense fallback={waiting}>
        <LoadedSome {...props} />
      </Suspense>
    </QueryBoundary>
  )
}
