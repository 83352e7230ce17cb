import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import type { ContactRowFragment } from '../__generated__/ContactRow'

interface Props {
  contacts: ContactRowFragment[]
  onConfirm: () => void
  onClose: () => void
}

/** Before many contacts become passive at once. */
export function ConfirmBulkPassive({ contacts, onConfirm, onClose }: Props) {
  const { t } = useLingui()
  const signIns = contacts.filter(({ canSignIn }) => canSignIn).length
  return (
    <ConfirmDialog
      title={plural(contacts.length, { one: 'Make # contact passive?', other: 'Make # contacts passive?' })}
      consequences={[
        <Plural
          key="signin"
          value={signIns}
          _0="None of them can sign in now; nothing changes there."
          one="# of them can sign in now and no longer will; an open session ends at once."
          other="# of them can sign in now and no longer will; open sessions end at once."
        />,
        <Trans key="records">Their records stay, and they can be made active again.</Trans>,
      ]}
      confirmLabel={t`Make passive`}
      onConfirm={onConfirm}
      onClose={onClose}
      pending={false}
      error={null}
    />
  )
}
