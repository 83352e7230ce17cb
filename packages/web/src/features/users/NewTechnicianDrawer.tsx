import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { Checkbox } from '~/ui/Check'
import { DrawerForm } from '~/ui/DrawerForm'
import { TextField } from '~/ui/TextField'
import { toast, toastError } from '~/ui/toast'
import { useCan } from '../session/SessionProvider'
import { useCreateTechnicianMutation } from './__generated__/CreateTechnician'
import { RoleField, useRoleChoices } from './RoleField'
import { costRateInput, type TechnicianValues } from './technician-form'
import { CostRateFields } from './TechnicianFields'
import { useInvite } from './use-invite'

/** Enters a technician and, unless told otherwise, sends the invitation at once. */
export function NewTechnicianDrawer({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui()
  const billing = useCan('BILLING_READ')
  const roles = useRoleChoices()
  const { invite } = useInvite()
  const navigate = useNavigate()
  const showMail = (q: string) => void navigate({ to: '/admin/mail', search: { q } })
  const [inviteNow, setInviteNow] = useState(true)
  // The same key for a second try: an answer that got lost makes no second technician.
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const [create, { loading, error }] = useCreateTechnicianMutation({ update: forget('users', 'technicians', 'roles') })
  const form = useForm<TechnicianValues>({
    mode: 'onBlur',
    defaultValues: { name: '', email: '', roleId: '', costRate: { amount: '', currency: 'TRY' }, active: true },
  })
  const { errors } = form.formState
  const roleId = useWatch({ control: form.control, name: 'roleId' })
  const required = t`This cannot stay empty.`

  const save = async ({ name, email, roleId, costRate }: TechnicianValues) => {
    const rate = billing ? costRateInput(costRate, i18n.locale) : null
    const input = { name, email, roleId, idempotencyKey, ...(rate ? { costRate: rate } : {}) }
    const answer = (await create({ variables: { input } })).data?.createTechnician
    const made = answer?.technician
    if (!made || answer.errors.length > 0) return answer?.errors
    if (!inviteNow) toast(t`Saved. ${name} can be invited at any time.`)
    else {
      const outcome = await invite(made.id, 'Technician')
      if (outcome.sent) toast(t`${name} is invited.`, { label: t`Show the mail`, run: () => showMail(email) })
      else toastError(outcome.message, outcome.requestId)
    }
    return undefined
  }
  return (
    <DrawerForm
      title={t`New technician`}
      form={form}
      onSubmit={save}
      onSaved={onClose}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={inviteNow ? t`Save and invite` : t`Save technician`}
      draftKey="technician:new"
    >
      <TextField
        label={t`Name`}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { required })}
      />
      <TextField
        label={t`E-mail`}
        type="email"
        autoComplete="off"
        hint={t`Signs in with it; one address for one person.`}
        error={errors.email?.message}
        {...form.register('email', { required })}
      />
      <RoleField
        roles={roles}
        chosen={roleId}
        error={errors.roleId?.message}
        {...form.register('roleId', { required: t`Choose a role.` })}
      />
      {billing ? <CostRateFields form={form} /> : null}
      <Checkbox
        label={t`Send an invitation now`}
        hint={t`A mail with a link to set a password; it works once, within seven days.`}
        checked={inviteNow}
        onChange={(event) => setInviteNow(event.target.checked)}
      />
    </DrawerForm>
  )
}
