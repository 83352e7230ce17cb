import type { FilterField } from '~/ui/filter-text'
import type { ContactSearch } from './search'

/** Names of the filters that stand, for "no match". */
export const narrowing = ({ q, active, group, rights }: ContactSearch, fields: FilterField[]): string[] => {
  const label = (key: string) => fields.find((field) => field.key === key)?.label ?? key
  return [
    q && `“${q}”`,
    active !== undefined && label('active'),
    rights && label('rights'),
    group && label('group'),
  ].filter((name): name is string => Boolean(name))
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
