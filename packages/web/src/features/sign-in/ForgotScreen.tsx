import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { TextField } from '~/ui/TextField'
import { AuthFrame } from './AuthFrame'
import css from './AuthFrame.module.css'
import { useAuthForm } from '../auth/use-auth-form'

/** Asks for a link by mail. The answer is the same whether the address is known or not. */
export function ForgotScreen() {
  const { t } = useLingui()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [email, setEmail] = useState('')
  const { pending, refusal, faults, submit } = useAuthForm({
    path: 'request-password-reset',
    body: () => ({ email }),
    onDone: () => setSentTo(email),
  })
  const back = (
    <p className={css.after}>
      <Link to="/login" className="intext">
        <Trans>Back to sign-in</Trans>
      </Link>
    </p>
  )
  if (sentTo)
    return (
      <AuthFrame title={t`Look into your mailbox`}>
        <p className={css.lead} role="status">
          <Trans>
            If <b>{sentTo}</b> may sign in, a link to set a new password is on its way. It can take a few minutes; look
            into the spam folder too.
          </Trans>
        </p>
        {back}
      </AuthFrame>
    )
  return (
    <AuthFrame title={t`Set a new password`} lead={<Trans>We send you a link by e-mail.</Trans>}>
      <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
        {refusal ? (
          <Note tone="error" role="alert">
            {refusal.message}
          </Note>
        ) : null}
        <TextField
          label={t`E-mail`}
          name="email"
          type="email"
          error={faults.email}
          autoComplete="username"
          size="large"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" look="primary" size="large" wide pending={pending}>
          <Trans>Send link</Trans>
        </Button>
      </form>
      {back}
    </AuthFrame>
  )
}
