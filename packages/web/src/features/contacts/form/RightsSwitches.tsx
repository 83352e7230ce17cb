import { Trans, useLingui } from '@lingui/react/macro'
import { Switch } from '~/ui/Check'

/** What a contact may see besides the own records. */
export interface Rights {
  company: boolean
  group: boolean
}

interface Props {
  rights: Rights
  /** Name of the contact's group; without one the group's right has nothing to open. */
  group: string | undefined
  onChange: (rights: Rights) => void
}

/** The two rights of a contact. */
export function RightsSwitches({ rights, group, onChange }: Props) {
  const { t } = useLingui()
  return (
    <fieldset className="stack">
      <legend className="sr">
        <Trans>What the contact sees</Trans>
      </legend>
      <Switch
        label={t`Authorized user`}
        hint={t`Sees all records of the customer.`}
        checked={rights.company}
        onChange={(event) => onChange({ ...rights, company: event.target.checked })}
      />
      <Switch
        label={t`Sees all records of the group`}
        hint={group ?? t`Takes effect in a group; the contact is in none.`}
        checked={rights.group}
        onChange={(event) => onChange({ ...rights, group: event.target.checked })}
      />
    </fieldset>
  )
}
