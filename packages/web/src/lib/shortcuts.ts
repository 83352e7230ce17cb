import { useEffect, useRef, useSyncExternalStore } from 'react'

export interface Shortcut {
  /** A single key as typed (`j`, `/`, `?`), or `mod+k` for Ctrl or ⌘. */
  key: string
  /** Shown in the list of shortcuts. */
  label: string
  run: (event: KeyboardEvent) => void
  /** What the whole application does by this key; a screen that claims it goes first, whoever came earlier. */
  everywhere?: boolean
}

const OFF = 'accord-single-keys-off'
const stack: Shortcut[] = []
const listeners = new Set<() => void>()
let snapshot: Shortcut[] = []

function changed() {
  snapshot = [...stack]
  for (const listener of listeners) listener()
}

/** Whether single keys act; who dictates or slips can turn them off (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => localStorage.getItem(OFF) === null

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, '1')
  changed()
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea, select'))

const nameOf = (event: KeyboardEvent) => `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.toLowerCase()}`

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.altKey || event.isComposing) return
  const name = nameOf(event)
  const single = !name.startsWith('mod+')
  if (single && (typing(event.target) || !singleKeysOn() || document.querySelector('dialog[open], [role=dialog]')))
    return
  const found = stack.findLast((shortcut) => shortcut.key === name)
  if (!found) return
  event.preventDefault()
  found.run(event)
}

if (typeof document !== 'undefined') document.addEventListener('keydown', onKeyDown)

/** Puts keys in force while the component is on screen; the latest component to claim a key gets it. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  const keys = shortcuts.map((shortcut) => `${shortcut.key}\u0000${shortcut.label}`).join('\u0001')
  useEffect(() => {
    const claimed = latest.current.map(({ key, label, everywhere }, i): Shortcut => ({
      key,
      label,
      everywhere,
      run: (event) => latest.current[i]?.run(event),
    }))
    stack.unshift(...claimed.filter(({ everywhere }) => everywhere))
    stack.push(...claimed.filter(({ everywhere }) => !everywhere))
    changed()
    return () => {
      for (const shortcut of claimed) stack.splice(stack.indexOf(shortcut), 1)
      changed()
    }
  }, [keys])
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** All keys in force now, for the list that `?` opens. */
export const useActiveShortcuts = (): Shortcut[] => useSyncExternalStore(subscribe, () => snapshot)

/** "Ctrl K" or "⌘ K", as this machine's keyboard has it. */
export function keyLabel(key: string): string {
  const apple = /Mac|iPhone|iPad/.test(navigator.platform)
  const parts = key
    .split('+')
    .map((part) => (part === 'mod' ? (apple ? '⌘' : 'Ctrl') : part === 'enter' ? '↵' : part.toUpperCase()))
  return parts.join(' ')
}
