import type { I18n } from '@lingui/core'
import type { Permission } from '~/lib/__generated__/schema'
import { formats } from '~/lib/format'
import { permissionWords } from '../roles/permission-words'
import { CODED, fieldWords, valueWords } from './words'

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

const isPermission = (name: string): name is Permission => name in permissionWords

/** A recorded value in words; null where there was nothing. */
export function valueText(field: string, value: string | null, i18n: I18n): string | null {
  if (value === null || value === '') return null
  if (field === 'permissions')
    return value
      .split(', ')
      .map((name) => (isPermission(name) ? i18n._(permissionWords[name]) : name))
      .join(', ')
  const word = CODED.has(field) ? valueWords[value] : undefined
  if (word) return i18n._(word)
  return INSTANT.test(value) ? formats(i18n.locale).exact(value) : value
}

/** A field's name in words; one that has none is shown as the API calls it. */
export function fieldText(field: string, i18n: I18n): string {
  const word = fieldWords[field]
  return word ? i18n._(word) : field
}
