import { useLingui } from '@lingui/react/macro'
import type { UseFormReturn } from 'react-hook-form'
import { Switch } from '~/ui/Check'
import { TextField } from '~/ui/TextField'

export interface TypeValues {
  name: string
  requestsNeedApproval: boolean
  active: boolean
}

export const NEW_TYPE: TypeValues = { name: '', requestsNeedApproval: false, active: true }

interface Props {
  form: UseFormReturn<TypeValues>
  /** A new type is active. */
  isNew?: boolean
}

/** Name, and what it means for requests. */
export function TypeFormFields({ form, isNew }: Props) {
  const { t } = useLingui()
  const { register, formState } = form
  return (
    <>
      <TextField
        label={t`Name`}
        hint={t`Such as SLA, support or maintenance.`}
        autoComplete="off"
        maxLength={200}
        error={formState.errors.name?.message}
        {...register('name', { validate: (written) => written.trim() !== '' || t`This cannot stay empty.` })}
      />
      <Switch
        label={t`Requests ask for approval`}
        hint={t`A request under such a contract asks the customer’s people who see all its records, except the requester; work begins after their yes.`}
        {...register('requestsNeedApproval')}
      />
      {isNew ? null : (
        <Switch
          label={t`Offered for new contracts`}
          hint={t`Contracts that have it keep it either way.`}
          {...register('active')}
        />
      )}
    </>
  )
}
