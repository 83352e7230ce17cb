import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useForm } from 'react-hook-form'
import { forget } from '~/lib/graphql/forget'
import { DrawerForm } from '~/ui/DrawerForm'
import { toast } from '~/ui/toast'
import { useIdempotencyKey } from '../customers/form/idempotency'
import { useCreateTypeMutation } from './__generated__/CreateType'
import { NEW_TYPE, TypeFormFields, type TypeValues } from './TypeFormFields'

/** Enters a kind of contract. */
export function NewTypeDrawer() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const form = useForm<TypeValues>({ defaultValues: NEW_TYPE, mode: 'onTouched' })
  const keyFor = useIdempotencyKey()
  const [create, { loading, error }] = useCreateTypeMutation({ update: forget('contractTypes') })
  const close = () => void navigate({ to: '/admin/service/contract-types', ignoreBlocker: true })
  const save = async ({ name, requestsNeedApproval }: TypeValues) => {
    const input = { name: name.trim(), requestsNeedApproval }
    const { data } = await create({ variables: { input: { ...input, idempotencyKey: keyFor(input) } } })
    return data?.createContractType.errors
  }
  return (
    <DrawerForm
      title={t`New contract type`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        close()
        toast(t`Contract type saved`)
      }}
      onClose={close}
      pending={loading}
      error={error}
      submitLabel={t`Save contract type`}
      draftKey="contract-type:new"
    >
      <TypeFormFields form={form} isNew />
    </DrawerForm>
  )
}
