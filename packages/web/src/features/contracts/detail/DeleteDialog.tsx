import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { toast } from '~/ui/toast'
import { useDeleteContractMutation } from './__generated__/DeleteContract'
import { forgetAround } from './forget-around'
import type { Contract } from './use-contract'

interface Props {
  contract: Contract
  onClose: () => void
  onDone: () => void
}

/** Before a draft goes for good. */
export function DeleteDialog({ contract, onClose, onDone }: Props) {
  const { t } = useLingui()
  const [refusals, setRefusals] = useState<string[]>([])
  const [remove, { loading, error }] = useDeleteContractMutation({ update: forgetAround(contract) })
  const { id, version, name } = contract
  const confirm = async () => {
    const answer = await remove({ variables: { input: { id, version } } }).catch(() => null)
    const errors = answer?.data?.deleteContract.errors
    if (!errors) return
    if (errors.length > 0) return setRefusals(errors.map(({ message }) => message))
    toast(t`The draft “${name}” is deleted.`)
    onDone()
  }
  return (
    <ConfirmDialog
      title={t`Delete the draft “${name}”?`}
      consequences={[
        <Trans key="all">Its term, its notices and its recipients go with it; this cannot be undone.</Trans>,
        <Trans key="log">The audit log keeps what was done with the draft.</Trans>,
      ]}
      confirmLabel={t`Delete draft`}
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={loading}
      error={error}
      refusals={refusals}
    />
  )
}
