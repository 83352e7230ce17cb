import type { ComponentPropsWithRef } from 'react'
import css from './Field.module.css'
import { Field, type FieldProps } from './Field'

type Own<T extends 'input' | 'textarea' | 'select'> = FieldProps &
  Omit<ComponentPropsWithRef<T>, keyof FieldProps | 'className'>

/**
 * One line of text. Spread a form's registration into it: `<TextField label=… {...form.register('name')} error=… />`.
 * `unit` stands behind what is typed: "hours", "₺".
 */
export function TextField({
  label,
  hint,
  error,
  optional,
  size,
  aside,
  unit,
  type = 'text',
  ...rest
}: Own<'input'> & { unit?: string }) {
  return (
    <Field {...{ label, hint, error, optional, size, aside }}>
      {(control) => {
        const input = <input {...rest} {...control} type={type} className={css.input} />
        return unit ? (
          <span className={css.unit}>
            {input}
            <span aria-hidden>{unit}</span>
          </span>
        ) : (
          input
        )
      }}
    </Field>
  )
}

/** Several lines of text. */
export function TextArea({ label, hint, error, optional, size, aside, rows = 3, ...rest }: Own<'textarea'>) {
  return (
    <Field {...{ label, hint, error, optional, size, aside }}>
      {(control) => <textarea {...rest} {...control} rows={rows} className={css.input} />}
    </Field>
  )
}

/** A short list to pick from, the system's own: best on phones. For long lists take ComboField. */
export function SelectField({ label, hint, error, optional, size, aside, children, ...rest }: Own<'select'>) {
  return (
    <Field {...{ label, hint, error, optional, size, aside }}>
      {(control) => (
        <select {...rest} {...control} className={css.input}>
          {children}
        </select>
      )}
    </Field>
  )
}
