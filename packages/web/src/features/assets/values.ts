import type { AssetKind } from '~/lib/__generated__/schema'
import type { AssetFieldsFragment } from './__generated__/AssetList'

/** What the form holds: texts only, empty for nothing. */
export interface AssetValues {
  name: string
  kind: AssetKind
  serialNumber: string
  status: string
  /** Under which contract it is looked after; empty for none. */
  contractId: string
}

export const NEW_ASSET: AssetValues = { name: '', kind: 'ASSET', serialNumber: '', status: '', contractId: '' }

/** An asset as the form shows it. */
export const valuesOf = ({ name, kind, serialNumber, status, contract }: AssetFieldsFragment): AssetValues => ({
  name,
  kind,
  serialNumber: serialNumber ?? '',
  status: status ?? '',
  contractId: contract?.id ?? '',
})

/** Nothing is null for the API. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
