import type { CreateContactInput, UpdateContactInput } from '~/lib/__generated__/schema'
import type { ContactFieldsFragment } from './__generated__/ContactFields'

/** What the forms hold: texts only, empty for nothing. */
export interface ContactValues {
  name: string
  title: string
  email: string
  phone: string
  locale: string
  groupId: string
}

export const newContact = (locale: string): ContactValues => ({
  name: '',
  title: '',
  email: '',
  phone: '',
  locale,
  groupId: '',
})

/** A contact as the form shows it. */
export const valuesOf = (contact: ContactFieldsFragment): ContactValues => ({
  name: contact.name,
  title: contact.title ?? '',
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  locale: contact.locale,
  groupId: contact.group?.id ?? '',
})

/** The fields that differ, as the API takes them: an emptied one is null, an untouched one is left out. */
export function changesOf(values: ContactValues, before: ContactValues): Omit<UpdateContactInput, 'id' | 'version'> {
  const touched = Object.entries(values).filter(([key, value]) => value !== before[key as keyof ContactValues])
  return Object.fromEntries(touched.map(([key, value]) => [key, value === '' ? null : value]))
}

/** A new contact as the API takes it. */
export const inputOf = (values: ContactValues): Omit<CreateContactInput, 'customerId'> => ({
  name: values.name,
  title: values.title || null,
  email: values.email.trim() || null,
  phone: values.phone || null,
  locale: values.locale,
  groupId: values.groupId || null,
})
