import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'light' | 'dark' | 'system'

// The same key and attribute as in public/theme.js, which paints before this code runs.
const KEY = 'accord-theme'
const ATTRIBUTE = 'data-mantine-color-scheme'
const system = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function stored(): ThemeChoice {
  const value = localStorage.getItem(KEY)
  return value === 'light' || value === 'dark' ? value : 'system'
}

let choice = stored()
const resolved = () => (choice === 'system' ? (system.matches ? 'dark' : 'light') : choice)

function apply() {
  document.documentElement.setAttribute(ATTRIBUTE, resolved())
  for (const listener of listeners) listener()
}

system.addEventListener('change', apply)
addEventListener('storage', (event) => {
  if (event.key !== KEY) return
  choice = stored()
  apply()
})

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sets light, dark or the system's own, for all tabs of this browser. */
export function chooseTheme(next: ThemeChoice): void {
  choice = next
  if (next === 'system') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, next)
  apply()
}

/** What was chosen, and what is shown now. */
export function useTheme(): { choice: ThemeChoice; shown: 'light' | 'dark' } {
  const shown = useSyncExternalStore(subscribe, resolved)
  const chosen = useSyncExternalStore(subscribe, () => choice)
  return { choice: chosen, shown }
}
