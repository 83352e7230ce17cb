import { Link, useRouter } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Checkbox } from '~/ui/Check'
import { Note } from '~/ui/Note'
import { PasswordField } from '~/ui/PasswordField'
import { TextField } from '~/ui/TextField'
import { AuthFrame } from './AuthFrame'
import css from './AuthFrame.module.css'
import { safeNext } from './safe-next'
import { useAuthForm } from '../auth/use-auth-form'

interface Props {
  next: string | undefined
  /** A new password has just been set. */
  renewed: boolean
}

/** Sign-in for staff and contacts alike; the server knows who belongs where. */
export function SignInScreen({ next, renewed }: Props) {
  const { t } = useLingui()
  const router = useRouter()
  const to = safeNext(next)
  const { pending, refusal, faults, submit } = useAuthForm({
    path: 'sign-in/email',
    body: (form) => ({
      email: form.get('email'),
      password: form.get('password'),
      rememberMe: form.get('remember') === 'on',
    }),
    // The portal is a page of its own; the rest follows without loading anew.
    onDone: () => (to.startsWith('/portal') ? location.assign(to) : router.history.push(to)),
  })
  const wrong = refusal?.status === 401
  return (
    <AuthFrame
      title={t`Sign in to Accord`}
      lead={
        to.startsWith('/portal') ? (
          <Trans>With the e-mail and password of the support portal.</Trans>
        ) : (
          <Trans>With your e-mail and password.</Trans>
        )
      }
    >
      <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
        {renewed && !refusal ? (
          <Note tone="good" role="status">
            <Trans>Your password is set. Sign in with it.</Trans>
          </Note>
        ) : null}
        {refusal && !wrong ? (
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
          autoCapitalize="none"
          spellCheck={false}
          size="large"
          required
          autoFocus
        />
        <PasswordField
          label={t`Password`}
          name="password"
          autoComplete="current-password"
          size="large"
          required
          aside={
            <Link to="/forgot">
              <Trans>Forgot password</Trans>
            </Link>
          }
          error={
            wrong
              ? t`The e-mail or the password is not right. Check upper and lower case, or set a new password.`
              : faults.password
          }
        />
        <Checkbox name="remember" label={t`Keep me signed in on this device`} />
        <Button type="submit" look="primary" size="large" wide pending={pending}>
          <Trans>Sign in</Trans>
        </Button>
      </form>
    </AuthFrame>
  )
}
