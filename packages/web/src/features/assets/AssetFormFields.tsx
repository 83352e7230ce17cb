import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react'
import { useLingui as useMacro } from '@lingui/react/macro'
import { Controller, type UseFormReturn } from 'react-hook-form'
import { SelectField, TextField } from '~/ui/TextField'
import { useCan } from '../session/SessionProvider'
import { RecordPicker } from '../tickets/form/RecordPicker'
import type { AssetValues } from './values'
import { assetKindWords } from './words'

/** The fields’ labels, for the form and for what is said about it. */
export function useAssetFieldNames(): Record<keyof AssetValues, string> {
  const { t } = useMacro()
  return { name: t`Name`, kind: t`Kind`, serialNumber: t`Serial number`, status: t`State`, contractId: t`Contract` }
}

interface Props {
  form: UseFormReturn<AssetValues>
  /** What it is stays as it was entered. */
  fixedKind?: boolean
  hintOf?: (field: keyof AssetValues) => ReactNode
  customerId: string
  /** The contracts whose names are known: the asset’s own. */
  contracts?: readonly { id: string; reference: string; name: string }[]
}

/** All fields of an asset or a service. */
export function AssetFormFields({ form, fixedKind, hintOf = () => undefined, customerId, contracts = [] }: Props) {
  const { i18n } = useLingui()
  const { t } = useMacro()
  const names = useAssetFieldNames()
  const { register, formState, control } = form
  const seesContracts = useCan('CONTRACTS_READ')
  const of = (field: keyof AssetValues) => ({
    label: names[field],
    error: formState.errors[field]?.message,
    hint: hintOf(field),
  })
  return (
    <>
      {fixedKind ? null : (
        <SelectField
          {...of('kind')}
          hint={t`An asset is a thing, such as a printer; a service is what runs, such as e-mail. It stays so.`}
          {...register('kind')}
        >
          <option value="ASSET">{i18n._(assetKindWords.ASSET)}</option>
          <option value="SERVICE">{i18n._(assetKindWords.SERVICE)}</option>
        </SelectField>
      )}
      <TextField
        {...of('name')}
        {...register('name', { required: t`Enter a name.` })}
        autoComplete="off"
        maxLength={200}
      />
      <TextField {...of('serialNumber')} {...register('serialNumber')} optional autoComplete="off" maxLength={100} />
      <TextField
        {...of('status')}
        hint={hintOf('status') ?? t`In your own words: in use, in repair…`}
        {...register('status')}
        optional
        autoComplete="off"
        maxLength={100}
      />
      {seesContracts ? (
        <Controller
          control={control}
          name="contractId"
          render={({ field, fieldState }) => (
            <RecordPicker
              of="contracts"
              customerId={customerId}
              label={names.contractId}
              hint={t`Under which it is looked after.`}
              optional
              clearable
              error={fieldState.error?.message}
              value={field.value || null}
              known={contracts.map(({ id, reference, name }) => ({ id, name: `${reference} · ${name}` }))}
              onChange={(chosen) => field.onChange(chosen?.id ?? '')}
            />
          )}
        />
      ) : null}
    </>
  )
}
