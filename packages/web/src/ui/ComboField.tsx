import { lazy, Suspense } from 'react'
import { Field, type FieldProps } from './Field'
import css from './Field.module.css'

export interface ComboOption {
  value: string
  label: string
}

interface Common extends FieldProps {
  options: ComboOption[]
  placeholder?: string
  disabled?: boolean
  /** For long lists the server searches: told what is typed, then gives other `options`. */
  onSearch?: (text: string) => void
  onBlur?: () => void
}
export interface ComboProps extends Common {
  value: string | null
  onChange: (value: string | null) => void
  clearable?: boolean
}
export interface MultiComboProps extends Common {
  value: string[]
  onChange: (value: string[]) => void
}

// The pickers are the heaviest part of a form: the form is there at once and they take their places a moment later.
const pickers = () => import('./Pickers')
const One = lazy(() => pickers().then((module) => ({ default: module.One })))
const Some = lazy(() => pickers().then((module) => ({ default: module.Some })))

const labels = (options: ComboOption[], values: string[]) =>
  options
    .filter((option) => values.includes(option.value))
    .map((option) => option.label)
    .join(', ')

/** One of many, found by typing. */
export function ComboField(props: ComboProps) {
  const { label, hint, error, optional, size, aside, options, value } = props
  return (
    <Field {...{ label, hint, error, optional, size, aside }}>
      {(control) => (
        <Suspense
          fallback={<input {...control} className={css.input} value={labels(options, value ? [value] : [])} readOnly />}
        >
          <One {...props} control={control} />
        </Suspense>
      )}
    </Field>
  )
}

/** Some of many, found by typing, shown as pills. */
export function MultiComboField(props: MultiComboProps) {
  const { label, hint, error, optional, size, aside, options, value } = props
  return (
    <Field {...{ label, hint, error, optional, size, aside }}>
      {(control) => (
        <Suspense fallback={<input {...control} className={css.input} value={labels(options, value)} readOnly />}>
          <Some {...props} control={control} />
        </Suspense>
      )}
    </Field>
  )
}
