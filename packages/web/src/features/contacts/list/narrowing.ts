import { useLingui } from '@lingui/react/macro'
import type { ContactSearch } from './search'

/** Names of the filters that stand, for "no match". */
export function useNarrowing({ q, active, group, rights }: ContactSearch): string[] {
  const { t } = useLingui()
  const names = [q && `“${q}”`, active !== undefined && t`Status`, rights && t`Sees`, group && t`Group`]
  return names.filter((name): name is string => Boolean(name))
}

/** What the filter bar changes, as parts of the address. */
export function searchOf({
  text,
  values = {},
}: {
  text?: string
  values?: Record<string, string | undefined>
}): ContactSearch {
  const part: ContactSearch = {}
  if (text !== undefined) part.q = text || undefined
  if ('active' in values) part.active = values.active === undefined ? undefined : values.active === 'true'
  if ('rights' in values) part.rights = values.rights as ContactSearch['rights']
  if ('group' in values) part.group = values.group
  return part
}

/** Without any filter of the bar. */
export const CLEARED: ContactSearch = { q: undefined, active: undefined, rights: undefined, group: undefined }
