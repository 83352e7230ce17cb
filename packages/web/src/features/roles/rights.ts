import type { I18n } from '@lingui/core'
import type { Permission } from '~/lib/__generated__/schema'
import { subjectWords } from './permission-words'
import { SUBJECTS } from './permissions'

/** Permissions by what they are about: what may be changed, and what may only be seen. */
export function rightsOf(permissions: readonly Permission[], i18n: I18n): { changes: string[]; sees: string[] } {
  const has = (permission: Permission | undefined) => permission !== undefined && permissions.includes(permission)
  const name = ({ key }: (typeof SUBJECTS)[number]) => i18n._(subjectWords[key].name)
  return {
    changes: SUBJECTS.filter(({ write }) => has(write)).map(name),
    sees: SUBJECTS.filter(({ read, write }) => has(read) && !has(write)).map(name),
  }
}
