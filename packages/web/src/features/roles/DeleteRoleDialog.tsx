import { useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { toast } from '~/ui/toast'
import { useDeleteRoleMutation } from './__generated__/DeleteRole'
import type { RoleData } from './RoleScreen'

/** Says what hangs on a role before it goes; a role in use is refused by the server, which says by whom. */
export function DeleteRoleDialog({
  role,
  onClose,
  onDone,
}: {
  role: RoleData
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useLingui()
  const [refusals, setRefusals] = useState<string[]>([])
  const [remove, { loading, error }] = useDeleteRoleMutation({ update: forget('roles') })
  const { name } = role
  const count = role.members.totalCount

  const confirm = async () => {
    const answer = await remove({ variables: { input: { id: role.id, version: role.version } } }).catch(() => null)
    const errors = answer?.data?.deleteRole.errors
    if (!errors) return
    if (errors.length > 0) return setRefusals(errors.map(({ message }) => message))
    toast(t`The role “${name}” is deleted.`)
    onDone()
  }
  return (
    <ConfirmDialog
      title={t`Delete the role “${name}”?`}
      consequences={[
        // A refusal says the same, and knows of passive members too.
        refusals.length > 0 ? null : count > 0 ? (
          <Plural
            key="members"
            value={count}
            one="# technician has it: give him or her another role first."
            other="# technicians have it: give them another role first."
          />
        ) : (
          <Trans key="members">Nobody has it, so nobody loses anything.</Trans>
        ),
        <Trans key="log">The audit log keeps what was done with it.</Trans>,
      ].filter((line) => line !== null)}
      confirmLabel={t`Delete role`}
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={loading}
      error={error}
      refusals={refusals}
    />
  )
}
