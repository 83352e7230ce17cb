import type { CustomerKind, UpdateCustomerInput } from '~/lib/__generated__/schema'
import type { CustomerFieldsFragment } from './__generated__/CustomerFields'

/** What the form holds: texts only, empty for nothing. */
export interface CustomerValues {
  name: string
  kind: CustomerKind
  code: string
  taxNumber: string
  email: string
  phone: string
  website: string
  address: string
  notes: string
}

export const NEW_CUSTOMER: CustomerValues = {
  name: '',
  kind: 'EXTERNAL',
  code: '',
  taxNumber: '',
  email: '',
  phone: '',
  website: '',
  address: '',
  notes: '',
}

/** A customer as the form shows it. */
export const valuesOf = (customer: CustomerFieldsFragment): CustomerValues => ({
  name: customer.name,
  kind: customer.kind,
  code: customer.code ?? '',
  taxNumber: customer.taxNumber ?? '',
  email: customer.email ?? '',
  phone: customer.phone ?? '',
  website: customer.website ?? '',
  address: customer.address ?? '',
  notes: customer.notes ?? '',
})

/** The fields that differ, as the API takes them: an emptied one is null, an untouched one is left out. */
export function changesOf(values: CustomerValues, before: CustomerValues): Omit<UpdateCustomerInput, 'id' | 'version'> {
  const complete = { ...values, website: withScheme(values.website) }
  const touched = Object.entries(complete).filter(([key, value]) => value !== before[key as keyof CustomerValues])
  return Object.fromEntries(touched.map(([key, value]) => [key, value === '' ? null : value]))
}

/** Web addresses are typed without a scheme; the API wants one. */
export const withScheme = (website: string): string => {
  const typed = website.trim()
  return typed === '' || /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`
}
