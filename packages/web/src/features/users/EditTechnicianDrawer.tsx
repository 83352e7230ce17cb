import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconUser } from '@tabler/icons-react'
import { forget } from '~/lib/graphql/forget'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import { Switch } from '~/ui/Check'
import { DrawerForm } from '~/ui/DrawerForm'
import { Fact, Facts } from '~/ui/Facts'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { When } from '~/ui/When'
import { useCan } from '../session/SessionProvider'
import type { UserCardQuery } from './__generated__/UserCard'
import { useUpdateTechnicianMutation } from './__generated__/UpdateTechnician'
import { ConvertToUserDialog } from './ConvertToUserDialog'
import { InviteButton } from './InviteButton'
import { RoleField, useRoleChoices } from './RoleField'
import { costRateInput, costRateValues, type TechnicianValues } from './technician-form'
import { CostRateFields } from './TechnicianFields'
import css from './users.module.css'

export type TechnicianCard = Extract<NonNullable<UserCardQuery['node']>, { __typename: 'Technician' }>

/** A technician: name, role, cost and whether he or she may sign in; beside them what else can be done. */
export function EditTechnicianDrawer({ technician, onClose }: { technician: TechnicianCard; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const billing = useCan('BILLING_READ')
  const roles = useRoleChoices()
  const [update, { loading, error }] = useUpdateTechnicianMutation({
    update: forget('users', 'technicians', 'roles', 'roleEffect'),
  })
  const form = useForm<TechnicianValues>({
    mode: 'onBlur',
    defaultValues: {
      name: technician.name,
      email: technician.email ?? '',
      roleId: technician.role.id,
      costRate: costRateValues(technician.costRate, i18n.locale),
      active: technician.active,
    },
  })
  const { errors, dirtyFields } = form.formState
  const chosenRole = useWatch({ control: form.control, name: 'roleId' })

  const save = async ({ name, roleId, costRate, active }: TechnicianValues) => {
    // Only what was touched: what somebody else has changed meanwhile stays.
    const input = {
      id: technician.id,
      version: technician.version,
      ...(dirtyFields.name ? { name } : {}),
      ...(dirtyFields.roleId ? { roleId } : {}),
      ...(dirtyFields.active ? { active } : {}),
      ...(dirtyFields.costRate ? { costRate: costRateInput(costRate, i18n.locale) } : {}),
    }
    return (await update({ variables: { input, billing } })).data?.updateTechnician.errors
  }
  return (
    <DrawerForm
      title={technician.name}
      form={form}
      onSubmit={save}
      onSaved={() => {
        toast(t`Saved.`)
        onClose()
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Save technician`}
      draftKey={`technician:${technician.id}`}
    >
      <TechnicianFacts technician={technician} />
      <TextField
        label={t`Name`}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { required: t`This cannot stay empty.` })}
      />
      <RoleField roles={roles} chosen={chosenRole} error={errors.roleId?.message} {...form.register('roleId')} />
      {billing ? <CostRateFields form={form} /> : null}
      <div>
        <Switch
          label={t`May sign in`}
          hint={t`Off: open sessions end at once. What he or she did stays.`}
          {...form.register('active')}
        />
        {errors.active ? <p className={css.refusal}>{errors.active.message}</p> : null}
      </div>
      <MoreActions technician={technician} onConverted={onClose} />
    </DrawerForm>
  )
}

function TechnicianFacts({ technician }: { technician: TechnicianCard }) {
  const { t } = useLingui()
  const format = useFormat()
  const { authorizedCustomers } = technician
  return (
    <Facts>
      <Fact name={t`E-mail`}>{technician.email}</Fact>
      <Fact name={t`Last seen`}>{technician.lastSeenAt ? <When at={technician.lastSeenAt} /> : t`not yet`}</Fact>
      {authorizedCustomers ? (
        <Fact name={t`Authorized for`}>
          <Customers
            count={format.number(authorizedCustomers.totalCount)}
            none={authorizedCustomers.totalCount === 0}
          />
        </Fact>
      ) : null}
    </Facts>
  )
}

const Customers = ({ count, none }: { count: string; none: boolean }) =>
  none ? <Trans>no customer</Trans> : <Trans>{count} customers</Trans>

/** What is no field of the form and takes effect at once. */
function MoreActions({ technician, onConverted }: { technician: TechnicianCard; onConverted: () => void }) {
  const [converting, setConverting] = useState(false)
  if (!technician.active) return null
  return (
    <section className={css.more} aria-label={technician.name}>
      <div className="wrap">
        <Button look="danger" onClick={() => setConverting(true)}>
          <IconUser size={16} stroke={1.8} aria-hidden />
          <Trans>Convert to user</Trans>
        </Button>
        <InviteButton person={technician} kind="Technician" />
      </div>
      {converting ? (
        <ConvertToUserDialog technician={technician} onClose={() => setConverting(false)} onDone={onConverted} />
      ) : null}
    </section>
  )
}
