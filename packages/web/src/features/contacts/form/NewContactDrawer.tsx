import { Suspense, useRef, useState } from 'react'
import { skipToken } from '@apollo/client/react'
import { useLingui } from '@lingui/react/macro'
import { Controller, useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { forget } from '~/lib/graphql/forget'
import { Checkbox } from '~/ui/Check'
import { DrawerForm } from '~/ui/DrawerForm'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { toast, toastError } from '~/ui/toast'
import { useCustomerNameQuery } from '../../customers/form/__generated__/CustomerName'
import { CustomerPicker } from '../../customers/form/CustomerPicker'
import { useIdempotencyKey } from '../../customers/form/idempotency'
import { forgetOf } from '../../customers/forget-of'
import { useInviteContactMutation } from '../__generated__/InviteContact'
import { useCreateContactMutation } from './__generated__/CreateContact'
import { ContactFormFields } from './ContactFormFields'
import { NewRights } from './NewRights'
import type { Rights } from './RightsSwitches'
import { inputOf, newContact, type ContactValues } from './values'

interface NewValues extends ContactValues {
  customerId: string
}

interface Props {
  /** The customer whose page this is; absent where it has to be chosen first. */
  customer?: { id: string; name: string }
  /** Chosen at the start, e.g. by the list's filter. */
  suggested?: string
  onClose: () => void
  onCreated: (id: string) => void
}

/** Enters a contact, with its rights, and invites it at once if wished. */
export function NewContactDrawer({ customer, suggested = '', onClose, onCreated }: Props) {
  const { t, i18n } = useLingui()
  const form = useForm<NewValues>({
    defaultValues: { ...newContact(i18n.locale), customerId: customer?.id ?? suggested },
    mode: 'onTouched',
  })
  const [rights, setRights] = useState<Rights>({ company: false, group: false })
  const [inviting, setInviting] = useState(true)
  const created = useRef('')
  const keyFor = useIdempotencyKey()
  const [name, email, customerId, groupId] = useWatch({
    control: form.control,
    name: ['name', 'email', 'customerId', 'groupId'],
  })
  const [create, { loading, error }] = useCreateContactMutation({
    update: (cache) => {
      forgetOf('Customer', customerId, 'contacts', 'groups', 'timeline')(cache)
      forget('contacts', 'customers', 'groups')(cache)
    },
  })
  const [invite] = useInviteContactMutation()

  const save = async (values: NewValues) => {
    const body = {
      ...inputOf(values),
      customerId: values.customerId,
      seesCompanyRecords: rights.company,
      seesGroupRecords: rights.group,
    }
    const { data } = await create({ variables: { input: { ...body, idempotencyKey: keyFor(body) } } })
    const contact = data?.createContact.contact
    created.current = contact?.id ?? ''
    if (contact?.canSignIn && inviting) {
      const sent = await invite({ variables: { input: { contactId: contact.id } } }).catch(() => null)
      const refusal = sent?.data?.inviteContact.errors[0]
      if (!sent || refusal)
        toastError(
          refusal?.message ?? t`The contact is saved, but the invitation was not sent. Send it from the profile.`,
        )
      else toast(t`${contact.name} added and invited`)
    } else if (contact) toast(t`${contact.name} added`)
    return data?.createContact.errors
  }
  return (
    <DrawerForm
      title={t`Add contact`}
      form={form}
      onSubmit={save}
      onSaved={() => onCreated(created.current)}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Save contact`}
      draftKey={customer ? `contact:new:${customer.id}` : 'contact:new'}
      footer={
        email.trim() ? (
          <Checkbox
            label={t`Invite at once`}
            checked={inviting}
            onChange={(event) => setInviting(event.target.checked)}
          />
        ) : null
      }
    >
      {customer ? null : (
        <Controller
          control={form.control}
          name="customerId"
          rules={{ required: t`Choose the customer.` }}
          render={({ field, fieldState }) => (
            <CustomerPicker
              label={t`Customer`}
              hint={t`A contact belongs to it for good.`}
              error={fieldState.error?.message}
              value={field.value || null}
              onChange={(id) => {
                field.onChange(id ?? '')
                form.setValue('groupId', '')
              }}
              onBlur={field.onBlur}
            />
          )}
        />
      )}
      <ContactFormFields form={form as unknown as UseFormReturn<ContactValues>} customerId={customerId || undefined} />
      <QueryBoundary resetKey={customerId} fallback={() => null}>
        <Suspense>
          <RightsOf
            customer={customer}
            customerId={customerId}
            name={name}
            groupId={groupId}
            rights={rights}
            onChange={setRights}
          />
        </Suspense>
      </QueryBoundary>
    </DrawerForm>
  )
}

interface RightsProps {
  customer: { id: string; name: string } | undefined
  customerId: string
  name: string
  groupId: string
  rights: Rights
  onChange: (rights: Rights) => void
}

/** The rights, once it is known whose records there are to see. */
function RightsOf({ customer, customerId, ...rest }: RightsProps) {
  const { data } = useCustomerNameQuery(customer || !customerId ? skipToken : { variables: { id: customerId } })
  const known = customer ?? data?.customer
  return known ? <NewRights {...rest} customer={known} /> : null
}
