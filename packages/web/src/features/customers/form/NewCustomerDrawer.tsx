import { useRef, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Controller, useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { forget } from '~/lib/graphql/forget'
import { Checkbox } from '~/ui/Check'
import { DrawerForm } from '~/ui/DrawerForm'
import { toast } from '~/ui/toast'
import { useCreateCustomerMutation } from './__generated__/CreateCustomer'
import { CustomerFormFields } from './CustomerFormFields'
import { DuplicateHint } from './DuplicateHint'
import { useIdempotencyKey } from './idempotency'
import { TechnicianPicker } from './TechnicianPicker'
import { NEW_CUSTOMER, changesOf, type CustomerValues } from './values'

interface NewValues extends CustomerValues {
  technicianIds: string[]
}

interface Props {
  onClose: () => void
  /** Opens what was entered, at its contacts if one is to be added next. */
  onCreated: (id: string, addContact: boolean) => void
}

/** "New customer account": while the name is typed, likely duplicates are shown. */
export function NewCustomerDrawer({ onClose, onCreated }: Props) {
  const { t } = useLingui()
  const form = useForm<NewValues>({ defaultValues: { ...NEW_CUSTOMER, technicianIds: [] }, mode: 'onTouched' })
  const keyFor = useIdempotencyKey()
  const [addContact, setAddContact] = useState(false)
  const created = useRef('')
  const name = useWatch({ control: form.control, name: 'name' })
  const [create, { loading, error }] = useCreateCustomerMutation({ update: forget('customers') })

  const save = async ({ technicianIds, ...values }: NewValues) => {
    const body = { name: values.name, ...changesOf(values, NEW_CUSTOMER), technicianIds }
    const { data } = await create({
      variables: { input: { ...body, name: values.name, idempotencyKey: keyFor(body) } },
    })
    created.current = data?.createCustomer.customer?.id ?? ''
    return data?.createCustomer.errors
  }
  return (
    <DrawerForm
      title={t`New customer account`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onCreated(created.current, addContact)
        toast(t`Customer entered`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Save customer`}
      draftKey="customer:new"
      footer={
        <Checkbox
          label={t`Add a contact next`}
          checked={addContact}
          onChange={(event) => setAddContact(event.target.checked)}
        />
      }
    >
      <CustomerFormFields
        form={form as unknown as UseFormReturn<CustomerValues>}
        afterName={<DuplicateHint name={name} />}
      />
      <Controller
        control={form.control}
        name="technicianIds"
        render={({ field, fieldState }) => (
          <TechnicianPicker
            label={t`Authorized technicians`}
            hint={t`Technicians whose role sees only authorized customers see this one after that.`}
            error={fieldState.error?.message}
            optional
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
    </DrawerForm>
  )
}
