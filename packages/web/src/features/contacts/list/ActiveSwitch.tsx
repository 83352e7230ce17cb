import { useLingui } from '@lingui/react/macro'
import { Switch } from '~/ui/Check'
import type { ContactRowFragment } from '../__generated__/ContactRow'
import { useContactActive } from '../use-contact-active'

/** Active or passive, in the row: takes effect at once and can be undone. */
export function ActiveSwitch({ contact }: { contact: ContactRowFragment }) {
  const { t } = useLingui()
  const { set } = useContactActive()
  const { name, active } = contact
  return (
    <Switch
      label={active ? t`Active` : t`Passive`}
      aria-label={t`${name} is active`}
      checked={active}
      onChange={(event) => void set(contact, event.target.checked)}
    />
  )
}
