import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { PasswordField } from '~/ui/PasswordField'
import { toast } from '~/ui/toast'
import { isLongEnough, isVaried } from './password-rules'
import { PasswordRules } from './PasswordRules'
import { useAuthForm } from './use-auth-form'

/** Changes one's own password; the present one is asked for, and other devices are signed out. */
export function ChangePassword({
  email,
  size,
  onDone,
}: {
  email: string
  size?: 'normal' | 'large'
  onDone?: () => void
}) {
  const { t } = useLingui()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const { pending, refusal, submit } = useAuthForm({
    path: 'change-password',
    body: () => ({ currentPassword: current, newPassword: next, revokeOtherSessions: true }),
    onDone: () => {
      setCurrent('')
      setNext('')
      toast(t`Password changed. Other devices are signed out.`)
      onDone?.()
    },
  })
  const at = (field: string) => (refusal?.path?.includes(field) ? refusal.message : undefined)
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} aria-label={t`Change password`}>
      {refusal && !refusal.path ? (
        <Note tone="error" role="alert">
          {refusal.message}
        </Note>
      ) : null}
      {/* Password managers need to know whose password this is. */}
      <input type="text" className="sr" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden />
      <PasswordField
        label={t`Current password`}
        autoComplete="current-password"
        size={size}
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        error={at('currentPassword')}
      />
      <PasswordField
        label={t`New password`}
        autoComplete="new-password"
        size={size}
        required
        value={next}
        onChange={(event) => setNext(event.target.value)}
        error={at('newPassword')}
      />
      <PasswordRules password={next} />
      <div>
        <Button
          type="submit"
          size={size}
          pending={pending}
          disabled={current === '' || !isLongEnough(next) || !isVaried(next)}
        >
          <Trans>Change password</Trans>
        </Button>
      </div>
    </form>
  )
}
