import { Suspense, useDeferredValue, useRef, useState } from 'react'
import { useDebouncedValue } from '@mantine/hooks'
import { ComboField } from '~/ui/ComboField'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { EscapeClosesList } from '../../customers/form/EscapeClosesList'
import { useViewer } from '../../session/SessionProvider'
import { useTimeRights } from '../may'
import { useTimeTargetsQuery, type TimeContractFragment, type TimeTicketFragment } from './__generated__/TimeTargets'

export interface Target {
  /** `ticket:<id>` or `contract:<id>`. */
  value: string
  label: string
}

interface Props {
  label: string
  hint?: string
  error?: string
  value: string | null
  /** The one that is chosen at the start. */
  known: Target | null
  onChange: (value: string | null) => void
  onBlur?: () => void
}

export const ticketTarget = ({ id, number, subject, customer }: TimeTicketFragment): Target => ({
  value: `ticket:${id}`,
  label: `${number} ${subject} · ${customer.name}`,
})
export const contractTarget = ({ id, reference, name, customer }: TimeContractFragment): Target => ({
  value: `contract:${id}`,
  label: `${reference} ${name} · ${customer.name}`,
})

function Loaded({ known, value, ...rest }: Props) {
  const { person } = useViewer()
  const { contracts } = useTimeRights()
  const [typed, setTyped] = useState('')
  const [rested] = useDebouncedValue(typed.trim(), 200)
  const labels = useRef(new Map(known ? [[known.value, known.label]] : []))
  // A field that shows what is chosen was not typed into.
  const text = useDeferredValue(value && labels.current.get(value) === rested ? '' : rested)
  // Before anything is typed, one’s own tickets are the likely ones.
  const { data } = useTimeTargetsQuery({
    variables: { text: text || null, assigneeId: text ? null : (person?.id ?? null), contracts },
  })
  const found = [...data.tickets.nodes.map(ticketTarget), ...(data.contracts?.nodes.map(contractTarget) ?? [])]
  for (const target of found) labels.current.set(target.value, target.label)
  const chosen =
    value && found.every((target) => target.value !== value) ? [{ value, label: labels.current.get(value) ?? '…' }] : []
  return (
    <EscapeClosesList>
      <ComboField {...rest} value={value} options={[...chosen, ...found]} onSearch={setTyped} />
    </EscapeClosesList>
  )
}

/** The ticket or contract that time is spent on, found by number, reference or words. */
export function TargetPicker(props: Props) {
  const { label, hint, error, known } = props
  const waiting = (
    <ComboField
      {...{ label, hint, error }}
      value={known?.value ?? null}
      options={known ? [known] : []}
      onChange={() => undefined}
      disabled
    />
  )
  return (
    <QueryBoundary fallback={() => waiting}>
      <Suspense fallback={waiting}>
        <Loaded {...props} />
      </Suspense>
    </QueryBoundary>
  )
}
