import { useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { toast } from '~/ui/toast'
import type { AssetCardQuery } from './__generated__/AssetCard'
import { useDeleteAssetMutation } from './__generated__/DeleteAsset'
import { forgetAssets } from './forget-assets'

interface Props {
  asset: NonNullable<AssetCardQuery['asset']>
  onClose: () => void
  onDeleted: () => void
}

/** Before an asset or service is deleted; while tickets name it, the server refuses. */
export function DeleteAsset({ asset, onClose, onDeleted }: Props) {
  const { t } = useLingui()
  const { id, version, name, customer, tickets } = asset
  const [remove, { loading, error }] = useDeleteAssetMutation()
  const [refusals, setRefusals] = useState<string[]>([])
  const run = async () => {
    const { data } = await remove({
      variables: { input: { id, version } },
      update: (cache, result) => {
        if (result.data?.deleteAsset.deletedId) forgetAssets(customer.id)(cache)
      },
    })
    const errors = data?.deleteAsset.errors ?? []
    setRefusals(errors.map(({ message }) => message))
    if (!data || errors.length > 0) return
    onDeleted()
    toast(t`${name} was deleted`)
  }
  return (
    <ConfirmDialog
      title={t`Delete ${name}?`}
      consequences={[
        <Plural
          key="tickets"
          value={tickets?.totalCount ?? 0}
          _0="No ticket names it."
          one="# ticket names it; as long as it does, it cannot be deleted."
          other="# tickets name it; as long as they do, it cannot be deleted."
        />,
        <Trans key="back">This cannot be undone. The audit log keeps what happened.</Trans>,
      ]}
      confirmLabel={t`Delete it`}
      onConfirm={() => void run().catch(() => undefined)}
      onClose={onClose}
      pending={loading}
      error={error}
      refusals={refusals}
    />
  )
}
