import { Suspense, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useForm, useWatch } from 'react-hook-form'
import { LOCALES } from '~/lib/i18n'
import { DrawerForm } from '~/ui/DrawerForm'
import { Note } from '~/ui/Note'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { toast } from '~/ui/toast'
import { useConflict } from '../../customers/form/use-conflict'
import { forgetAround } from '../use-contact-active'
import type { ContactFieldsFragment } from './__generated__/ContactFields'
import { useUpdateContactMutation } from './__generated__/UpdateContact'
import { ContactFormFields, useContactFieldNames } from './ContactFormFields'
import { SavedReach } from './SavedReach'
import { changesOf, valuesOf, type ContactValues } from './values'

interface Props {
  contact: ContactFieldsFragment & { customer: { id: string; name: string } }
  onClose: () => void
}

/** Every field of a contact but its rights, which stand on its page with what they open. */
export function EditContactDrawer({ contact, onClose }: Props) {
  const { t } = useLingui()
  const names = useContactFieldNames()
  const { id, name, customer } = contact
  // The version that was on screen when the drawer opened: what others save meanwhile must not pass unseen.
  const [version, setVersion] = useState(contact.version)
  const [groupName, setGroupName] = useState(contact.group)
  const form = useForm<ContactValues>({ defaultValues: valuesOf(contact), mode: 'onTouched' })
  const shown = (field: keyof ContactValues, value: string) =>
    field === 'locale'
      ? LOCALES.find((locale) => locale.value === value)?.label
      : field === 'groupId'
        ? groupName?.id === value
          ? groupName.name
          : t`another group`
        : `“${value}”`
  const { contested, meet, hintOf } = useConflict(form, names, shown)
  const [update, { loading, error }] = useUpdateContactMutation({ update: forgetAround(contact) })
  const [email, groupId] = useWatch({ control: form.control, name: ['email', 'groupId'] })

  const save = async (values: ContactValues) => {
    const input = changesOf(values, form.formState.defaultValues as ContactValues)
    if (Object.keys(input).length === 0) return []
    const { data } = await update({ variables: { input: { id, version, ...input } } })
    const { contact: current, errors = [] } = data?.updateContact ?? {}
    if (current && errors.some(({ code }) => code === 'CONFLICT')) {
      setVersion(current.version)
      setGroupName(current.group)
      return meet(valuesOf(current))
    }
    return errors
  }
  const before = contact.email
  return (
    <DrawerForm
      title={t`Edit ${name}`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`Contact saved`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={contested ? t`Save over it` : t`Save contact`}
      draftKey={`contact:${id}`}
    >
      <ContactFormFields
        form={form}
        customerId={customer.id}
        hintOf={hintOf}
        afterEmail={before && email.trim() !== before ? <EmailNote before={before} gone={email.trim() === ''} /> : null}
        afterGroup={
          contact.seesGroupRecords && !contact.seesCompanyRecords && groupId !== (contact.group?.id ?? '') ? (
            <QueryBoundary resetKey={groupId} fallback={() => null}>
              <Suspense>
                <SavedReach contact={contact} groupId={groupId} />
              </Suspense>
            </QueryBoundary>
          ) : null
        }
      />
    </DrawerForm>
  )
}

/** What another e-mail, or none, does to the sign-in. */
function EmailNote({ before, gone }: { before: string; gone: boolean }) {
  return (
    <Note tone={gone ? 'warning' : 'info'} role="status">
      {gone ? (
        <Trans>Without an e-mail address the sign-in is taken away; open sessions end at once.</Trans>
      ) : (
        <Trans>The sign-in moves to the new address; {before} is told by mail.</Trans>
      )}
    </Note>
  )
}
