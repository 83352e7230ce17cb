import { useId, type ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { IconAlertCircle } from '@tabler/icons-react'
import css from './Field.module.css'
import { cx } from './class-names'

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** The sentence under the field, from the form's own check or from the server. */
  error?: string | undefined
  /** Required is the rule; what may stay empty says so. */
  optional?: boolean
  /** `large` is the portal's and the sign-in's. */
  size?: 'normal' | 'large'
  /** Stands at the right of the label, e.g. "Forgot password". */
  aside?: ReactNode
}

/** What a control inside a field must carry, so that label, hint and error belong to it. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** Label above, control, hint or error below. The control is a function of the attributes that tie them together. */
export function Field({
  label,
  hint,
  error,
  optional,
  size,
  aside,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  const control: ControlProps = {
    id,
    'aria-describedby': note ? noteId : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': optional ? undefined : true,
  }
  return (
    <div className={cx(css.field, size === 'large' && css.large)}>
      <div className={css.head}>
        <label className={css.label} htmlFor={id}>
          {label}{' '}
          {optional ? (
            <span className={css.optional}>
              <Trans>(optional)</Trans>
            </span>
          ) : null}
        </label>
        {aside}
      </div>
      {children(control)}
      {error ? (
        <p className={css.error} id={noteId}>
          <IconAlertCircle size={14} stroke={1.8} aria-hidden />
          <span>{error}</span>
        </p>
      ) : hint ? (
        <p className={css.hint} id={noteId}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
