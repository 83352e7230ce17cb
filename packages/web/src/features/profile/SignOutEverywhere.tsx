import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconLogout } from '@tabler/icons-react'
import { Button } from '~/ui/Button'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { askAuth } from '../auth/auth-api'
import { signOut } from '../session/session'

/** Ends every session of this sign-in, this one included. */
export function SignOutEverywhere() {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  const leave = async () => {
    setPending(true)
    setError(undefined)
    try {
      const refusal = await askAuth('sign-out', { everywhere: true })
      if (refusal) throw new Error(refusal.message)
      await signOut()
    } catch (thrown) {
      setError(thrown)
      setPending(false)
    }
  }
  return (
    <div>
      <Button look="danger" onClick={() => setAsking(true)}>
        <IconLogout size={16} stroke={1.8} aria-hidden />
        <Trans>Sign out everywhere</Trans>
      </Button>
      {asking ? (
        <ConfirmDialog
          title={t`Sign out everywhere?`}
          consequences={[
            <Trans key="all">Every device above is signed out, this one too.</Trans>,
            <Trans key="words">Words that are not saved are lost on all of them.</Trans>,
            <Trans key="again">You sign in again with your password.</Trans>,
          ]}
          confirmLabel={t`Sign out everywhere`}
          onConfirm={() => void leave()}
          onClose={() => setAsking(false)}
          pending={pending}
          error={error}
        />
      ) : null}
    </div>
  )
}
