import { fold } from '~/lib/fold'
import type { ApiKeyListQuery } from './__generated__/ApiKeyList'
import { keyState } from './key-state'

export type KeyRow = ApiKeyListQuery['apiKeys'][number]
export type KeyView = 'live' | 'ended'
export interface KeySearch {
  q?: string
  view?: KeyView
}

/** The keys of a view that match; keys are few, so the server gives them all at once. */
export function selectKeys(keys: KeyRow[], { q, view }: KeySearch): KeyRow[] {
  const wanted = fold(q ?? '')
  return keys.filter(
    (key) =>
      (view === undefined || (keyState(key) === 'live') === (view === 'live')) &&
      fold(`${key.name} ${key.prefix} ${key.createdBy?.name ?? ''}`).includes(wanted),
  )
}
