/** Checks of the values that customers and contacts share. Undefined stays undefined: the field was left out. */
import { isEmail } from '../../core/auth/email.ts'
import { generic } from '../../core/graphql/messages.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { cleanName } from '../../core/graphql/text.ts'
import { said } from './messages.ts'

/** Characters of the longest name. */
export const maxName = 200

type Optional = string | null | undefined

/** A required name: cleaned, at most 200 characters. */
export function nameOf(value: string, path: string[] = ['name']): string {
  const name = cleanName(value, path)
  if (name.length > maxName)
    throw new Problem('INVALID', path, { key: generic['text.tooLong'], params: { max: maxName } })
  return name
}

/** A name in an update: it may be left out, never emptied. */
export function nameOrSame(value: Optional, path: string[] = ['name']): string | undefined {
  if (value === null) throw new Problem('REQUIRED', path)
  return value === undefined ? undefined : nameOf(value, path)
}

/** A short text; spaces at the ends go, an empty one is null. */
export function lineOf(value: Optional, field: string, max = 200): string | null | undefined {
  if (value === undefined || value === null) return value
  const text = value.trim()
  if (text.length > max) throw new Problem('INVALID', [field], { key: generic['text.tooLong'], params: { max } })
  return text || null
}

export function emailOf(value: Optional): string | null | undefined {
  const email = lineOf(value, 'email', 254)
  if (email && !isEmail(email)) throw new Problem('INVALID', ['email'], { key: said['email.invalid'] })
  return email
}

/** A link that people will click: nothing but http and https. */
export function websiteOf(value: Optional): string | null | undefined {
  const website = lineOf(value, 'website', 500)
  if (!website) return website
  const url = URL.canParse(website) ? new URL(website) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new Problem('INVALID', ['website'], { key: said['website.invalid'] })
  return website
}

export function localeOf(value: Optional): 'tr' | 'en' | undefined {
  if (value === undefined || value === null) return undefined
  if (value !== 'tr' && value !== 'en') throw new Problem('INVALID', ['locale'], { key: said['locale.invalid'] })
  return value
}
