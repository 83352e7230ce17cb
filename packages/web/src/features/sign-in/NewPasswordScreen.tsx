import { useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, buttonClass } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { PasswordField } from '~/ui/PasswordField'
import { AuthFrame } from './AuthFrame'
import css from './AuthFrame.module.css'
import { isLongEnough, isVaried } from '../auth/password-rules'
import { PasswordRules } from '../auth/PasswordRules'
import { useAuthForm } from '../auth/use-auth-form'

/** Sets a password by the link of an invitation or a reset. */
export function NewPasswordScreen({ token, invited }: { token: string; invited: boolean }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const { pending, refusal, submit } = useAuthForm({
    path: 'reset-password',
    body: () => ({ token, newPassword: password }),
    onDone: () => void navigate({ to: '/login', search: { renewed: true }, replace: true }),
  })
  if (refusal?.reason === 'LINK_INVALID' || refusal?.path?.includes('token')) return <LinkInvalid invited={invited} />
  const ready = isLongEnough(password) && isVaried(password)
  return (
    <AuthFrame
      title={invited ? t`Welcome to Accord` : t`Set a new password`}
      lead={
        invited ? (
          <Trans>Choose the password that you will sign in with.</Trans>
        ) : (
          <Trans>Other devices are signed out when it is saved.</Trans>
        )
      }
    >
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        {refusal && !refusal.path ? (
          <Note tone="error" role="alert">
            {refusal.message}
          </Note>
        ) : null}
        <PasswordField
          label={t`New password`}
          name="newPassword"
          autoComplete="new-password"
          size="large"
          required
          minLength={10}
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={refusal?.path ? refusal.message : undefined}
        />
        <PasswordRules password={password} />
        <Button type="submit" look="primary" size="large" wide pending={pending} disabled={!ready}>
          <Trans>Save password</Trans>
        </Button>
      </form>
    </AuthFrame>
  )
}

function LinkInvalid({ invited }: { invited: boolean }) {
  const { t } = useLingui()
  return (
    <AuthFrame title={t`This link is no longer valid`}>
      <p className={css.lead} role="alert">
        {invited ? (
          <Trans>
            It has expired or has been used. Whoever invited you can send a new one; if you have set a password before,
            sign in.
          </Trans>
        ) : (
          <Trans>It has expired or has been used. Ask for a new one.</Trans>
        )}
      </p>
      <div className={css.form}>
        {invited ? null : (
          <Link to="/forgot" className={buttonClass({ look: 'primary', size: 'large', wide: true })}>
            <Trans>Ask for a new link</Trans>
          </Link>
        )}
        <Link to="/login" className={buttonClass({ size: 'large', wide: true, look: invited ? 'primary' : 'plain' })}>
          <Trans>Go to sign-in</Trans>
        </Link>
      </div>
    </AuthFrame>
  )
}
