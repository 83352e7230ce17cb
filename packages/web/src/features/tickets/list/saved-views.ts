import { useSyncExternalStore } from 'react'
import { NARROWING, readTicketSearch, type TicketSearch } from './search'

/** A filter with its order that somebody gave a name, kept in this browser. */
export interface SavedView {
  id: string
  name: string
  search: TicketSearch
}

const KEY = 'accord-views:tickets'
const listeners = new Set<() => void>()

function stored(): SavedView[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    if (!Array.isArray(value)) return []
    return value.flatMap((view: Partial<SavedView>) =>
      view.id && view.name ? [{ id: view.id, name: view.name, search: readTicketSearch({ ...view.search }) }] : [],
    )
  } catch {
    return []
  }
}

let views = stored()

function keep(next: SavedView[]) {
  views = next
  localStorage.setItem(KEY, JSON.stringify(next))
  for (const listener of listeners) listener()
}

addEventListener('storage', ({ key }) => {
  if (key !== KEY) return
  views = stored()
  for (const listener of listeners) listener()
})

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSavedViews = (): SavedView[] => useSyncExternalStore(subscribe, () => views)

/** Keeps filter, order and form under a name; what is open beside the list does not belong to it. */
export function saveView(name: string, { peek: _peek, ...search }: TicketSearch): void {
  keep([...views, { id: crypto.randomUUID(), name, search }])
}

export const removeView = (id: string): void => keep(views.filter((view) => view.id !== id))

/** Whether an address shows what a view names. */
export const isView = (search: TicketSearch, view: TicketSearch): boolean =>
  NARROWING.every((key) => search[key] === view[key])
