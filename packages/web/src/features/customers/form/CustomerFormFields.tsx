import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { UseFormReturn } from 'react-hook-form'
import { Pair } from '~/ui/DrawerForm'
import { SelectField, TextArea, TextField } from '~/ui/TextField'
import { withScheme, type CustomerValues } from './values'

export type CustomerFieldNames = Record<keyof CustomerValues, string>

/** The fields' labels, for the form and for what is said about it. */
export function useCustomerFieldNames(): CustomerFieldNames {
  const { t } = useLingui()
  return {
    name: t`Name`,
    kind: t`Kind`,
    code: t`Code`,
    taxNumber: t`Tax number`,
    email: t`E-mail`,
    phone: t`Phone`,
    website: t`Website`,
    address: t`Address`,
    notes: t`Internal notes`,
  }
}

interface Props {
  form: UseFormReturn<CustomerValues>
  hintOf?: (field: keyof CustomerValues) => ReactNode
  /** Below the name: customers that are like it. */
  afterName?: ReactNode
}

/** All fields of a customer, of a new one and of one that is edited. */
export function CustomerFormFields({ form, hintOf = () => undefined, afterName }: Props) {
  const { t } = useLingui()
  const names = useCustomerFieldNames()
  const { register, formState } = form
  const of = (field: keyof CustomerValues) => ({
    label: names[field],
    error: formState.errors[field]?.message,
    hint: hintOf(field),
  })
  const website = register('website')
  return (
    <>
      <div>
        <TextField
          {...of('name')}
          {...register('name', { required: t`Enter the customer’s name.` })}
          autoComplete="off"
          maxLength={200}
        />
        {afterName}
      </div>
      <SelectField
        {...of('kind')}
        hint={hintOf('kind') ?? t`People of an own department can be made technicians.`}
        {...register('kind')}
      >
        <option value="EXTERNAL">{t`Company`}</option>
        <option value="INTERNAL">{t`Own department`}</option>
      </SelectField>
      <Pair>
        <TextField {...of('code')} {...register('code')} optional autoComplete="off" maxLength={50} />
        <TextField
          {...of('taxNumber')}
          {...register('taxNumber')}
          optional
          autoComplete="off"
          maxLength={50}
          inputMode="numeric"
        />
      </Pair>
      <Pair>
        <TextField {...of('phone')} {...register('phone')} optional type="tel" autoComplete="off" maxLength={50} />
        <TextField {...of('email')} {...register('email')} optional type="email" autoComplete="off" maxLength={254} />
      </Pair>
      <TextField
        {...of('website')}
        {...website}
        optional
        type="url"
        inputMode="url"
        autoComplete="off"
        maxLength={500}
        placeholder="https://"
        onBlur={(event) => {
          const complete = withScheme(event.target.value)
          if (complete !== event.target.value) form.setValue('website', complete, { shouldDirty: true })
          return website.onBlur(event)
        }}
      />
      <TextArea {...of('address')} {...register('address')} optional rows={3} maxLength={1000} />
      <TextArea
        {...of('notes')}
        {...register('notes')}
        hint={hintOf('notes') ?? t`Only staff sees them.`}
        optional
        rows={4}
        maxLength={10_000}
      />
    </>
  )
}
