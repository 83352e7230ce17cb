import { useLingui } from '@lingui/react/macro'
import { useForm } from 'react-hook-form'
import { DrawerForm } from '~/ui/DrawerForm'
import { toast } from '~/ui/toast'
import { useIdempotencyKey } from '../customers/form/idempotency'
import { useCan } from '../session/SessionProvider'
import { useCreateAssetMutation } from './__generated__/CreateAsset'
import { AssetFormFields } from './AssetFormFields'
import { forgetAssets } from './forget-assets'
import { NEW_ASSET, orNull, type AssetValues } from './values'

interface Props {
  customer: { id: string; name: string }
  onClose: () => void
}

/** Enters something that a customer has. */
export function NewAssetDrawer({ customer, onClose }: Props) {
  const { t } = useLingui()
  const form = useForm<AssetValues>({ defaultValues: NEW_ASSET, mode: 'onTouched' })
  const keyFor = useIdempotencyKey()
  const contracts = useCan('CONTRACTS_READ')
  const [create, { loading, error }] = useCreateAssetMutation({ update: forgetAssets(customer.id) })
  const save = async ({ name, kind, serialNumber, status, contractId }: AssetValues) => {
    const body = {
      customerId: customer.id,
      name,
      kind,
      serialNumber: orNull(serialNumber),
      status: orNull(status),
      ...(contractId ? { contractId } : {}),
    }
    const { data } = await create({ variables: { input: { ...body, idempotencyKey: keyFor(body) }, contracts } })
    return data?.createAsset.errors
  }
  return (
    <DrawerForm
      title={t`New asset or service of ${customer.name}`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`Entered`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Save`}
      draftKey={`asset:new:${customer.id}`}
    >
      <AssetFormFields form={form} customerId={customer.id} />
    </DrawerForm>
  )
}
