import { useState, type ComponentPropsWithRef } from 'react'
import { useLingui } from '@lingui/react/macro'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { Button } from './Button'
import { Field, type FieldProps } from './Field'
import css from './Field.module.css'

type Props = FieldProps &
  Omit<ComponentPropsWithRef<'input'>, keyof FieldProps | 'className' | 'type' | 'autoComplete'> & {
    /** Tells password managers whether to fill in or to make up. */
    autoComplete: 'current-password' | 'new-password'
  }

/** A password that can be shown while typing; pasting is allowed. */
export function PasswordField({ label, hint, error, optional, size, aside, ...rest }: Props) {
  const { t } = useLingui()
  const [shown, setShown] = useState(false)
  const Icon = shown ? IconEyeOff : IconEye
  return (
    <Field {...{ label, hint, error, optional, size, aside }}>
      {(control) => (
        <span className={css.affix}>
          <input
            {...rest}
            {...control}
            type={shown ? 'text' : 'password'}
            className={css.input}
            spellCheck={false}
            autoCapitalize="none"
          />
          <Button look="quiet" icon aria-label={t`Show password`} aria-pressed={shown} onClick={() => setShown(!shown)}>
            <Icon size={16} stroke={1.8} aria-hidden />
          </Button>
        </span>
      )}
    </Field>
  )
}
