import { useLingui } from '@lingui/react/macro'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { DrawerForm } from '~/ui/DrawerForm'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { CustomerPicker } from '../customers/form/CustomerPicker'
import { useIdempotencyKey } from '../customers/form/idempotency'
import { useCreateGroupMutation } from './__generated__/CreateGroup'
import { forgetGroup } from './forget-group'
import { MemberPicker } from './MemberPicker'

interface Values {
  customerId: string
  name: string
  contactIds: string[]
}

interface Props {
  /** The customer whose page this is; absent where it has to be chosen first. */
  customer?: { id: string; name: string }
  suggested?: string
  onClose: () => void
}

/** Creates a group of a customer, with its people. */
export function NewGroupDrawer({ customer, suggested = '', onClose }: Props) {
  const { t } = useLingui()
  const form = useForm<Values>({
    defaultValues: { customerId: customer?.id ?? suggested, name: '', contactIds: [] },
    mode: 'onTouched',
  })
  const keyFor = useIdempotencyKey()
  const [create, { loading, error }] = useCreateGroupMutation()
  const customerId = useWatch({ control: form.control, name: 'customerId' })

  const save = async (values: Values) => {
    const { data } = await create({
      variables: { input: { ...values, idempotencyKey: keyFor(values) } },
      update: forgetGroup(values.customerId, values.contactIds),
    })
    return data?.createGroup.errors
  }
  return (
    <DrawerForm
      title={t`New group`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`Group saved`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Save group`}
      draftKey={customer ? `group:new:${customer.id}` : 'group:new'}
    >
      {customer ? null : (
        <Controller
          control={form.control}
          name="customerId"
          rules={{ required: t`Choose the customer.` }}
          render={({ field, fieldState }) => (
            <CustomerPicker
              label={t`Customer`}
              error={fieldState.error?.message}
              value={field.value || null}
              onChange={(id) => {
                field.onChange(id ?? '')
                form.setValue('contactIds', [])
              }}
              onBlur={field.onBlur}
            />
          )}
        />
      )}
      <TextField
        label={t`Name`}
        error={form.formState.errors.name?.message}
        autoComplete="off"
        maxLength={200}
        {...form.register('name', { required: t`Enter the group’s name.` })}
      />
      <Controller
        control={form.control}
        name="contactIds"
        render={({ field, fieldState }) => (
          <MemberPicker
            label={t`Members`}
            hint={t`Somebody is in one group or in none: who is chosen here leaves another group.`}
            error={fieldState.error?.message}
            customerId={customerId || undefined}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
    </DrawerForm>
  )
}
