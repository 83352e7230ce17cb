import { useLingui } from '@lingui/react/macro'
import type { Permission } from '~/lib/__generated__/schema'
import { None } from '~/ui/Facts'
import { ALL_PERMISSIONS } from './permissions'
import { rightsOf } from './rights'

/** Permissions in one line of a table: first what may be changed, then what may only be seen. */
export function Rights({ permissions }: { permissions: readonly Permission[] }) {
  const { t, i18n } = useLingui()
  if (permissions.length === ALL_PERMISSIONS.length) return t`everything`
  if (permissions.length === 0) return <None />
  const { changes, sees } = rightsOf(permissions, i18n)
  const [changed, seen] = [changes.join(', '), sees.join(', ')]
  const words = [changed && t`Change: ${changed}`, seen && t`See: ${seen}`].filter(Boolean).join(' · ')
  return <span title={words}>{words}</span>
}
