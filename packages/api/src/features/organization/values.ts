/** Checks of the values that technicians and roles share. */
import { isEmail } from '../../core/auth/email.ts'
import { generic } from '../../core/graphql/messages.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { cleanName } from '../../core/graphql/text.ts'
import { said } from './messages.ts'

const max = 200

/** A name: cleaned, at most 200 characters. */
export function nameOf(value: string): string {
  const name = cleanName(value, ['name'])
  if (name.length > max) throw new Problem('INVALID', ['name'], { key: generic['text.tooLong'], params: { max } })
  return name
}

/** A name in an update: it may be left out, never emptied. */
export function nameOrSame(value: string | null | undefined): string | undefined {
  if (value === null) throw new Problem('REQUIRED', ['name'])
  return value === undefined ? undefined : nameOf(value)
}

export function emailOf(value: string): string {
  const email = value.trim()
  if (!email) throw new Problem('REQUIRED', ['email'])
  if (!isEmail(email)) throw new Problem('INVALID', ['email'], { key: said['technician.email'] })
  return email
}
