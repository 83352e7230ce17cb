import { useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useForm } from 'react-hook-form'
import { forget } from '~/lib/graphql/forget'
import { DrawerForm } from '~/ui/DrawerForm'
import { toast } from '~/ui/toast'
import { forgetOf } from '../forget-of'
import type { CustomerFieldsFragment } from './__generated__/CustomerFields'
import { useUpdateCustomerMutation } from './__generated__/UpdateCustomer'
import { CustomerFormFields, useCustomerFieldNames } from './CustomerFormFields'
import { useConflict } from './use-conflict'
import { changesOf, valuesOf, type CustomerValues } from './values'

/** Every field of a customer in a drawer. Who saves second sees the first one's values beside the own. */
export function EditCustomerDrawer({ customer, onClose }: { customer: CustomerFieldsFragment; onClose: () => void }) {
  const { t } = useLingui()
  const names = useCustomerFieldNames()
  const { id, name } = customer
  // The version that was on screen when the drawer opened: what others save meanwhile must not pass unseen.
  const [version, setVersion] = useState(customer.version)
  const form = useForm<CustomerValues>({ defaultValues: valuesOf(customer), mode: 'onTouched' })
  const kindName = (field: keyof CustomerValues, value: string) =>
    field === 'kind' ? (value === 'INTERNAL' ? t`Own department` : t`Company`) : `“${value}”`
  const { contested, meet, hintOf } = useConflict(form, names, kindName)
  const [update, { loading, error }] = useUpdateCustomerMutation({
    update: (cache) => {
      forgetOf('Customer', id, 'timeline')(cache)
      forget('customers')(cache)
    },
  })

  const save = async (values: CustomerValues) => {
    const input = changesOf(values, form.formState.defaultValues as CustomerValues)
    if (Object.keys(input).length === 0) return []
    const { data } = await update({ variables: { input: { id, version, ...input } } })
    const { customer: current, errors = [] } = data?.updateCustomer ?? {}
    if (current && errors.some(({ code }) => code === 'CONFLICT')) {
      setVersion(current.version)
      return meet(valuesOf(current))
    }
    return errors
  }
  return (
    <DrawerForm
      title={t`Edit ${name}`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`Customer saved`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={contested ? t`Save over it` : t`Save customer`}
      draftKey={`customer:${id}`}
    >
      <CustomerFormFields form={form} hintOf={hintOf} />
    </DrawerForm>
  )
}
