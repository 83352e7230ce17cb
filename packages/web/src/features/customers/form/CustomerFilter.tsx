import { startTransition, Suspense, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { ComboField } from '~/ui/ComboField'
import { QueryBoundary } from '~/ui/QueryBoundary'
import css from './CustomerFilter.module.css'
import { useCustomerOptions } from './use-customer-options'

interface Props {
  value: string | undefined
  onChange: (id: string | undefined) => void
}

function Loaded({ value, onChange }: Props) {
  const { t } = useLingui()
  const [wanted, setWanted] = useState(false)
  const options = useCustomerOptions(value ?? null, undefined, wanted)
  // The names come when somebody reaches for the field; it stays as it is, with its focus, until they are there.
  const want = () => startTransition(() => setWanted(true))
  return (
    <div onFocusCapture={want} onPointerEnter={want}>
      <ComboField
        {...options}
        label={t`Customer`}
        placeholder={t`All customers`}
        optional
        clearable
        value={value ?? null}
        onChange={(id) => onChange(id ?? undefined)}
      />
    </div>
  )
}

/** Narrows a list to one customer; stands in the filter bar, where its placeholder says what it is. */
export function CustomerFilter(props: Props) {
  const { t } = useLingui()
  const waiting = (
    <ComboField
      label={t`Customer`}
      placeholder={t`All customers`}
      optional
      value={null}
      onChange={() => undefined}
      options={[]}
      disabled
    />
  )
  return (
    <div className={css.filter}>
      <QueryBoundary fallback={() => waiting}>
        <Suspense fallback={waiting}>
          <Loaded {...props} />
        </Suspense>
      </QueryBoundary>
    </div>
  )
}
