import { useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { toast } from '~/ui/toast'
import { useDeleteGroupMutation } from './__generated__/DeleteGroup'
import type { GroupFieldsFragment } from './__generated__/GroupFields'
import { forgetGroup } from './forget-group'

interface Props {
  group: GroupFieldsFragment
  onClose: () => void
  onDeleted: () => void
}

/** Before a group is deleted: its people stay, what they saw of each other does not. */
export function DeleteGroup({ group, onClose, onDeleted }: Props) {
  const { t } = useLingui()
  const { id, version, name, customer, members } = group
  const [remove, { loading, error }] = useDeleteGroupMutation()
  const [refusals, setRefusals] = useState<string[]>([])
  const losing = members.nodes.filter(
    ({ seesGroupRecords, seesCompanyRecords }) => seesGroupRecords && !seesCompanyRecords,
  ).length

  const run = async () => {
    const { data } = await remove({
      variables: { input: { id, version } },
      update: (cache, result) => {
        if (result.data?.deleteGroup.deletedId)
          forgetGroup(
            customer.id,
            members.nodes.map((member) => member.id),
          )(cache)
      },
    })
    const errors = data?.deleteGroup.errors ?? []
    setRefusals(errors.map(({ message }) => message))
    if (errors.length > 0) return
    onDeleted()
    toast(t`The group ${name} was deleted`)
  }
  return (
    <ConfirmDialog
      title={t`Delete the group ${name}?`}
      consequences={[
        <Plural
          key="members"
          value={members.totalCount}
          _0="The group is empty."
          one="# person is in no group after that; the contact itself stays."
          other="# people are in no group after that; the contacts themselves stay."
        />,
        <Plural
          key="rights"
          value={losing}
          _0="Nobody loses sight of records."
          one="# of them sees the group’s records now and will see own ones only."
          other="# of them see the group’s records now and will see own ones only."
        />,
        <Trans key="back">This cannot be undone.</Trans>,
      ]}
      confirmLabel={t`Delete group`}
      onConfirm={() => void run().catch(() => undefined)}
      onClose={onClose}
      pending={loading}
      error={error}
      refusals={refusals}
    />
  )
}
