import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { UseFormReturn } from 'react-hook-form'
import { LOCALES } from '~/lib/i18n'
import { Pair } from '~/ui/DrawerForm'
import { SelectField, TextField } from '~/ui/TextField'
import { GroupSelect } from './GroupSelect'
import type { ContactValues } from './values'

/** The fields' labels, for the form and for what is said about it. */
export function useContactFieldNames(): Record<keyof ContactValues, string> {
  const { t } = useLingui()
  return {
    name: t`Full name`,
    title: t`Job title`,
    email: t`E-mail`,
    phone: t`Phone`,
    locale: t`Language`,
    groupId: t`Group`,
  }
}

interface Props {
  form: UseFormReturn<ContactValues>
  customerId: string | undefined
  hintOf?: (field: keyof ContactValues) => ReactNode
  /** Below the e-mail: what a change of it entails. */
  afterEmail?: ReactNode
  /** Below the group: what the contact would then see. */
  afterGroup?: ReactNode
}

/** The fields of a contact, of a new one and of one that is edited. */
export function ContactFormFields({ form, customerId, hintOf = () => undefined, afterEmail, afterGroup }: Props) {
  const { t } = useLingui()
  const names = useContactFieldNames()
  const { register, formState } = form
  const of = (field: keyof ContactValues) => ({
    label: names[field],
    error: formState.errors[field]?.message,
    hint: hintOf(field),
  })
  return (
    <>
      <TextField
        {...of('name')}
        {...register('name', { required: t`Enter the person’s name.` })}
        autoComplete="off"
        maxLength={200}
      />
      <TextField {...of('title')} {...register('title')} optional autoComplete="off" maxLength={200} />
      <TextField
        {...of('email')}
        hint={hintOf('email') ?? t`The address to sign in with. Without one the contact exists but cannot sign in.`}
        {...register('email')}
        optional
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
      />
      {afterEmail}
      <Pair>
        <TextField {...of('phone')} {...register('phone')} optional type="tel" autoComplete="off" maxLength={50} />
        <SelectField {...of('locale')} {...register('locale')}>
          {LOCALES.map(({ value, label }) => (
            <option key={value} value={value} lang={value}>
              {label}
            </option>
          ))}
        </SelectField>
      </Pair>
      <GroupSelect
        customerId={customerId}
        field={register('groupId')}
        error={formState.errors.groupId?.message}
        hint={hintOf('groupId')}
      />
      {afterGroup}
    </>
  )
}
