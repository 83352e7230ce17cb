import { Suspense, useDeferredValue, useRef, useState } from 'react'
import { useDebouncedValue } from '@mantine/hooks'
import { MultiComboField } from '~/ui/ComboField'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { EscapeClosesList } from './EscapeClosesList'
import { useTechnicianOptionsQuery } from './__generated__/TechnicianOptions'

interface Props {
  label: string
  hint?: string
  error?: string
  optional?: boolean
  value: string[]
  onChange: (ids: string[]) => void
  /** Names of those that are chosen at the start. */
  known?: { id: string; name: string }[]
}

function Loaded({ known, value, ...rest }: Props) {
  const [typed, setTyped] = useState('')
  const [rested] = useDebouncedValue(typed.trim(), 200)
  const text = useDeferredValue(rested)
  const { data } = useTechnicianOptionsQuery({ variables: { text: text || null } })
  // Whoever was chosen keeps the name, also when another search no longer finds him or her.
  const names = useRef(new Map(known?.map(({ id, name }) => [id, name])))
  const found = data.technicians.nodes
  for (const { id, name } of found) names.current.set(id, name)
  const others = value.filter((id) => found.every((technician) => technician.id !== id))
  const options = [...found.map(({ id }) => id), ...others].map((id) => ({
    value: id,
    label: names.current.get(id) ?? id,
  }))
  return (
    <EscapeClosesList>
      <MultiComboField {...rest} value={value} options={options} onSearch={setTyped} />
    </EscapeClosesList>
  )
}

/** Some of our technicians, found by typing. */
export function TechnicianPicker(props: Props) {
  const { known: _known, onChange: _onChange, ...rest } = props
  const waiting = <MultiComboField {...rest} value={[]} onChange={() => undefined} options={[]} disabled />
  return (
    <QueryBoundary fallback={() => waiting}>
      <Suspense fallback={waiting}>
        <Loaded {...props} />
      </Suspense>
    </QueryBoundary>
  )
}
