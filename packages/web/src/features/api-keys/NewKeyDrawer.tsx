import { Suspense, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import type { Permission } from '~/lib/__generated__/schema'
import { DrawerForm, Pair } from '~/ui/DrawerForm'
import { SelectField, TextField } from '~/ui/TextField'
import { PermissionGrid } from '../roles/PermissionGrid'
import { useViewer } from '../session/SessionProvider'
import { useCreateApiKeyMutation } from './__generated__/CreateApiKey'
import css from './api-keys.module.css'
import { CustomerChoice, type ChosenCustomer } from './CustomerChoice'
import { expiresAt, type Expiry } from './expiry'
import type { KeySearch } from './list'
import { SecretPanel, type MadeKey } from './SecretPanel'

/** Keys are those of the API's input, so that its errors find their fields. */
export interface KeyValues {
  name: string
  permissions: Permission[]
  allCustomers: boolean
  customerIds: ChosenCustomer[]
  expiresAt: Expiry
  day: string
}

/** Makes a key and then shows its secret, once. */
export function NewKeyDrawer({ search }: { search: KeySearch }) {
  const navigate = useNavigate()
  const [made, setMade] = useState<MadeKey>()
  const close = () => void navigate({ to: '/admin/api-keys', search })
  return made ? <SecretPanel made={made} onClose={close} /> : <NewKeyForm onMade={setMade} onClose={close} />
}

function NewKeyForm({ onMade, onClose }: { onMade: (made: MadeKey) => void; onClose: () => void }) {
  const { t } = useLingui()
  const { permissions: own, onlyAuthorizedCustomers } = useViewer()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const made = useRef<MadeKey>(undefined)
  const [create, { loading, error, reset }] = useCreateApiKeyMutation({ update: forget('apiKeys') })
  const form = useForm<KeyValues>({
    mode: 'onBlur',
    defaultValues: {
      name: '',
      permissions: own.includes('CUSTOMERS_READ') ? ['CUSTOMERS_READ'] : [],
      allCustomers: true,
      customerIds: [],
      expiresAt: '365',
      day: '',
    },
  })
  const { errors } = form.formState
  const [permissions, expiry] = useWatch({ control: form.control, name: ['permissions', 'expiresAt'] })

  const save = async (values: KeyValues) => {
    const input = {
      name: values.name,
      permissions: values.permissions,
      allCustomers: values.allCustomers,
      ...(values.allCustomers ? {} : { customerIds: values.customerIds.map(({ id }) => id) }),
      expiresAt: expiresAt(values.expiresAt, values.day),
      idempotencyKey,
    }
    const answer = (await create({ variables: { input } })).data?.createApiKey
    if (!answer || answer.errors.length > 0) return answer?.errors
    if (answer.apiKey && answer.secret)
      made.current = { name: answer.apiKey.name, permissions: answer.apiKey.permissions, secret: answer.secret }
    // The secret lives on screen only, not in the hook's memory of its last answer.
    reset()
    return undefined
  }
  return (
    <DrawerForm
      title={t`New API key`}
      form={form}
      onSubmit={save}
      onSaved={() => (made.current ? onMade(made.current) : onClose())}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Make the key`}
    >
      <TextField
        label={t`Name`}
        hint={t`Who uses it and for what, e.g. “ERP, nightly sync”.`}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { required: t`This cannot stay empty.` })}
      />
      <fieldset className={css.group}>
        <legend>
          <Trans>What it may do</Trans>
        </legend>
        <PermissionGrid
          given={permissions}
          giveable={own}
          error={errors.permissions?.message}
          onChange={(next) => {
            form.clearErrors('permissions')
            form.setValue('permissions', next, { shouldDirty: true })
          }}
        />
      </fieldset>
      <Suspense>
        <CustomerChoice form={form} restricted={onlyAuthorizedCustomers} />
      </Suspense>
      <Pair>
        <SelectField label={t`Expires`} error={errors.expiresAt?.message} {...form.register('expiresAt')}>
          <option value="30">{t`in 30 days`}</option>
          <option value="90">{t`in 90 days`}</option>
          <option value="365">{t`in a year`}</option>
          <option value="day">{t`on a day`}</option>
          <option value="never">{t`no end`}</option>
        </SelectField>
        {expiry === 'day' ? (
          <TextField
            label={t`Last day`}
            type="date"
            error={errors.day?.message}
            {...form.register('day', { required: t`Choose a day.` })}
          />
        ) : null}
      </Pair>
    </DrawerForm>
  )
}
