import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { toast } from '~/ui/toast'
import { useConvertToUserMutation } from './__generated__/ConvertToUser'
import type { TechnicianCard } from './EditTechnicianDrawer'

interface Props {
  technician: TechnicianCard
  onClose: () => void
  onDone: () => void
}

/** Back from technician to the user of an own department that he or she was. */
export function ConvertToUserDialog({ technician, onClose, onDone }: Props) {
  const { t } = useLingui()
  const [refusals, setRefusals] = useState<string[]>([])
  const [convert, { loading, error }] = useConvertToUserMutation({
    update: forget('users', 'technicians', 'roles', 'node', 'contacts'),
  })
  const { name } = technician
  const role = technician.role.name

  const confirm = async () => {
    const answer = await convert({ variables: { input: { technicianId: technician.id } } }).catch(() => null)
    const errors = answer?.data?.convertToUser.errors
    if (!errors) return
    if (errors.length > 0) return setRefusals(errors.map(({ message }) => message))
    toast(t`${name} is a user again.`)
    onDone()
  }
  return (
    <ConfirmDialog
      title={t`Convert ${name} to user?`}
      consequences={[
        <Trans key="role">
          The role {role} and with it this application are closed to {name}; open sessions end.
        </Trans>,
        <Trans key="portal">{name} signs in to the portal again, as the user he or she was before.</Trans>,
        <Trans key="history">Everything done as a technician stays under this name.</Trans>,
      ]}
      confirmLabel={t`Convert to user`}
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={loading}
      error={error}
      refusals={refusals}
    />
  )
}
