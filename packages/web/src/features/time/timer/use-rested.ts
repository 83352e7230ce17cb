import { useSyncExternalStore } from 'react'

const REST_MS = 2_500
let rested = false
const listeners = new Set<() => void>()

setTimeout(() => {
  rested = true
  for (const each of listeners) each()
}, REST_MS)

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the page has had its time to start: what no first screen needs is asked after that. */
export const useRested = (): boolean => useSyncExternalStore(subscribe, () => rested)
