import { useRef } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { DrawerForm } from '~/ui/DrawerForm'
import { Note } from '~/ui/Note'
import { toast } from '~/ui/toast'
import { CustomerPicker } from '../../customers/form/CustomerPicker'
import { forgetOf } from '../../customers/forget-of'
import { GroupSelect } from '../form/GroupSelect'
import { forgetAround } from '../use-contact-active'
import { useMoveContactMutation } from './__generated__/MoveContact'
import type { Contact } from './types'

/** The person changes company: a new contact there, with the same sign-in; the old one stays as history. */
export function MoveDrawer({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, name, email, customer } = contact
  const form = useForm({ defaultValues: { customerId: '', groupId: '' } })
  const moved = useRef('')
  const [move, { loading, error }] = useMoveContactMutation()
  const customerId = useWatch({ control: form.control, name: 'customerId' })

  const save = async (values: { customerId: string; groupId: string }) => {
    const { data } = await move({
      variables: { input: { contactId: id, customerId: values.customerId, groupId: values.groupId || null } },
      update: (cache) => {
        forgetAround(contact)(cache)
        forgetOf('Customer', values.customerId, 'contacts', 'groups', 'timeline')(cache)
        forgetOf('Contact', id, 'active', 'canSignIn', 'version')(cache)
      },
    })
    moved.current = data?.moveContact.contact?.id ?? ''
    return data?.moveContact.errors
  }
  const from = customer.name
  return (
    <DrawerForm
      title={t`Move ${name} to another customer`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        void navigate({ to: '/contacts/$id', params: { id: moved.current } })
        toast(t`${name} is moved`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Move contact`}
    >
      <Controller
        control={form.control}
        name="customerId"
        rules={{ required: t`Choose the customer.` }}
        render={({ field, fieldState }) => (
          <CustomerPicker
            label={t`New customer`}
            error={fieldState.error?.message}
            value={field.value || null}
            onChange={(next) => {
              field.onChange(next ?? '')
              form.setValue('groupId', '')
            }}
            onBlur={field.onBlur}
          />
        )}
      />
      <GroupSelect
        customerId={customerId || undefined}
        field={form.register('groupId')}
        error={form.formState.errors.groupId?.message}
      />
      <Note tone="warning">
        <ul className="stack">
          <li>
            <Trans>
              A new contact is made at the new customer, with the sign-in {email}. The rights start anew: own records
              only.
            </Trans>
          </li>
          <li>
            <Trans>
              The contact at {from} becomes passive. Its records stay there; {name} keeps reading those opened by him or
              her.
            </Trans>
          </li>
          <li>
            <Trans>Open sessions end; the next sign-in is for the new customer.</Trans>
          </li>
        </ul>
      </Note>
    </DrawerForm>
  )
}
