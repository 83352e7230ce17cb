import { useForm, useWatch } from 'react-hook-form'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { DrawerForm } from '~/ui/DrawerForm'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useConvertToTechnicianMutation } from './__generated__/ConvertToTechnician'
import { RoleField, useRoleChoices, type RoleChoice } from './RoleField'
import type { ContactCard } from './UserPanel'
import css from './users.module.css'

interface Values {
  contactId: string
  roleId: string
}

/** A user of an own department becomes a technician with a role. */
export function ConvertDrawer({ contact, onClose }: { contact: ContactCard; onClose: () => void }) {
  const { t } = useLingui()
  const roles = useRoleChoices()
  const [convert, { loading, error }] = useConvertToTechnicianMutation({
    update: forget('users', 'technicians', 'roles', 'node', 'contacts'),
  })
  const form = useForm<Values>({ defaultValues: { contactId: contact.id, roleId: '' } })
  const { errors } = form.formState
  const chosen = useWatch({ control: form.control, name: 'roleId' })
  const { name } = contact
  const save = async ({ roleId }: Values) =>
    (await convert({ variables: { input: { contactId: contact.id, roleId } } })).data?.convertToTechnician.errors

  return (
    <DrawerForm
      title={t`Convert to technician`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        toast(t`${name} is a technician now.`)
        onClose()
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Convert to technician`}
    >
      <TextField
        label={t`User`}
        readOnly
        value={name}
        hint={[contact.customer?.name, contact.email].filter(Boolean).join(' · ')}
        error={errors.contactId?.message}
      />
      <RoleField
        roles={roles}
        chosen={chosen}
        data-first
        error={errors.roleId?.message}
        {...form.register('roleId', { required: t`Choose a role.` })}
      />
      <Consequences contact={contact} role={roles.find(({ id }) => id === chosen)} />
    </DrawerForm>
  )
}

/** What will be so afterwards, in words, before it is done. */
function Consequences({ contact, role }: { contact: ContactCard; role: RoleChoice | undefined }) {
  const { name } = contact
  const company = contact.customer?.name
  const count = role?.permissions.length ?? 0
  return (
    <section>
      <h3>
        <Trans>What changes</Trans>
      </h3>
      <ul className={css.list} aria-live="polite">
        {role ? (
          <li>
            {role.administrator ? (
              <Trans>{name} may do everything and sees all customers.</Trans>
            ) : role.onlyAuthorizedCustomers ? (
              <Trans>
                {name} gets the {count} permissions of this role, and sees no customer until authorized for one on the
                customer’s page.
              </Trans>
            ) : (
              <Trans>
                {name} gets the {count} permissions of this role and sees all customers.
              </Trans>
            )}
          </li>
        ) : null}
        <li>
          <Trans>
            The same e-mail and password sign in to this application; the portal is closed, open sessions end.
          </Trans>
        </li>
        <li>
          {company ? (
            <Trans>The user at {company} becomes passive; history stays there.</Trans>
          ) : (
            <Trans>The user becomes passive; history stays there.</Trans>
          )}
        </li>
        <li>
          <Trans>You can convert back at any time.</Trans>
        </li>
      </ul>
    </section>
  )
}
