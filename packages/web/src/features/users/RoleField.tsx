import type { ComponentProps } from 'react'
import { useLingui } from '@lingui/react/macro'
import { SelectField } from '~/ui/TextField'
import { useRoleChoicesQuery, type RoleChoicesQuery } from './__generated__/RoleChoices'

export type RoleChoice = RoleChoicesQuery['roles'][number]

/** The roles, for a form; asked once. */
export const useRoleChoices = (): RoleChoice[] => useRoleChoicesQuery().data.roles

type Props = Omit<ComponentProps<typeof SelectField>, 'label' | 'hint' | 'children'> & {
  roles: RoleChoice[]
  chosen: string
  /** Takes the focus when its drawer opens. */
  'data-first'?: boolean
}

/** One of the roles; says below it whose customers the role opens. */
export function RoleField({ roles, chosen, ...rest }: Props) {
  const { t } = useLingui()
  const role = roles.find(({ id }) => id === chosen)
  const hint = role
    ? role.administrator
      ? t`May do everything and sees all customers.`
      : role.onlyAuthorizedCustomers
        ? t`Sees only customers that he or she is authorized for.`
        : t`Sees all customers.`
    : undefined
  return (
    <SelectField {...rest} label={t`Role`} hint={hint}>
      <option value="" disabled>
        {t`Choose a role`}
      </option>
      {roles.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
