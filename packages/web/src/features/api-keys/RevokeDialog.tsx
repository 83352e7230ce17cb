import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { forget } from '~/lib/graphql/forget'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { toast } from '~/ui/toast'
import { useRevokeApiKeyMutation } from './__generated__/RevokeApiKey'
import type { KeyRow } from './list'

/** Ends a key for good. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: KeyRow; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const [refusals, setRefusals] = useState<string[]>([])
  const [revoke, { loading, error }] = useRevokeApiKeyMutation({ update: forget('apiKeys') })
  const { name } = apiKey
  const used = apiKey.lastUsedAt && format.exact(apiKey.lastUsedAt)

  const confirm = async () => {
    const answer = await revoke({ variables: { id: apiKey.id } }).catch(() => null)
    const errors = answer?.data?.revokeApiKey.errors
    if (!errors) return
    if (errors.length > 0) return setRefusals(errors.map(({ message }) => message))
    toast(t`The key “${name}” is revoked.`)
    onClose()
  }
  return (
    <ConfirmDialog
      title={t`Revoke the key “${name}”?`}
      consequences={[
        <Trans key="now">Programs that use it are refused from their next request on.</Trans>,
        used ? (
          <Trans key="used">It was last used on {used}.</Trans>
        ) : (
          <Trans key="used">It has never been used.</Trans>
        ),
        <Trans key="back">It cannot be made valid again; a new key is needed.</Trans>,
      ]}
      confirmLabel={t`Revoke key`}
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={loading}
      error={error}
      refusals={refusals}
    />
  )
}
