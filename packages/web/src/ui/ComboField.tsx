import { lazy, startTransition, Suspense, useState, type ReactNode } from 'react'
import { Field, type ControlProps, type FieldProps } from './Field'
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

// The pickers are the heaviest part of a form, and in a filter bar they are seldom used: they come when they are wanted.
const pickers = () => import('./Pickers')
const One = lazy(() => pickers().then((module) => ({ default: module.One })))
const Some = lazy(() => pickers().then((module) => ({ default: module.Some })))

const labels = (options: ComboOption[], values: string[]) =>
  options
    .filter((option) => values.includes(option.value))
    .map((option) => option.label)
    .join(', ')

/** What was done to the plain field before the picker came; the picker goes on from there. */
export interface ComboStart {
  text: string
  focused: boolean
  opened: boolean
}

interface LateProps {
  field: MultiComboProps | ComboProps
  control: ControlProps
  /** Labels of what is chosen. */
  shown: string
  picker: (start: ComboStart) => ReactNode
}

/** Nothing chosen and not touched: a plain field. Whoever points at it fetches the picker, whoever enters it gets it. */
function Late({ field, control, shown, picker }: LateProps) {
  const { placeholder, disabled, onBlur } = field
  const [touched, setTouched] = useState(false)
  const [start, setStart] = useState<ComboStart>({ text: '', focused: false, opened: false })
  const looks = { ...control, className: css.input, placeholder, disabled }
  const note = (part: Partial<ComboStart>) => setStart((before) => ({ ...before, ...part }))
  return (
    <Suspense fallback={<input {...looks} value={shown} readOnly />}>
      {touched || shown !== '' ? (
        picker(start)
      ) : (
        <input
          {...looks}
          role="combobox"
          aria-expanded={false}
          aria-controls={`${control.id}-list`}
          aria-haspopup="listbox"
          autoComplete="off"
          value={start.text}
          onPointerEnter={() => void pickers()}
          onFocus={() => {
            note({ focused: true })
            // The plain field stays, with the focus and what is typed, until the picker is there.
            startTransition(() => setTouched(true))
          }}
          onBlur={() => {
            note({ focused: false, opened: false })
            onBlur?.()
          }}
          onClick={() => note({ opened: true })}
          onChange={(event) => note({ text: event.target.value, opened: true })}
        />
      )}
    </Suspense>
  )
}

/** One of many, found by typing. */
export function ComboField(props: ComboProps) {
  const { label, hint, error, optional, size, aside, options, value } = props
  return (
    <Field {...{ label, hint, error, optional, size, aside }}>
      {(control) => (
        <Late
          field={props}
          control={control}
          shown={value ? labels(options, [value]) || '…' : ''}
          picker={(start) => <One {...props} control={control} start={start} />}
        />
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
        <Late
          field={props}
          control={control}
          shown={value.length > 0 ? labels(options, value) || '…' : ''}
          picker={(start) => <Some {...props} control={control} start={start} />}
        />
      )}
    </Field>
  )
}
