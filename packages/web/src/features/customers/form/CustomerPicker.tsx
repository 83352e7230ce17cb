import { Suspense } from 'react'
import type { CustomerKind } from '~/lib/__generated__/schema'
import { ComboField } from '~/ui/ComboField'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { EscapeClosesList } from './EscapeClosesList'
import { useCustomerOptions } from './use-customer-options'

interface Props {
  label: string
  hint?: string
  error?: string
  value: string | null
  onChange: (id: string | null) => void
  onBlur?: () => void
  kind?: CustomerKind
}

function Loaded({ kind, ...rest }: Props) {
  return (
    <EscapeClosesList>
      <ComboField {...rest} {...useCustomerOptions(rest.value, kind)} />
    </EscapeClosesList>
  )
}

/** One active customer, found by typing; a field of a form. */
export function CustomerPicker(props: Props) {
  const { label, hint, error } = props
  const waiting = (
    <ComboField label={label} hint={hint} error={error} value={null} onChange={() => undefined} options={[]} disabled />
  )
  return (
    <QueryBoundary fallback={() => waiting}>
      <Suspense fallback={waiting}>
        <Loaded {...props} />
      </Suspense>
    </QueryBoundary>
  )
}
