import { useSyncExternalStore } from 'react'

const TICK_MS = 1000
const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  ticking ??= setInterval(() => {
    for (const each of listeners) each()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

const MINUTE_MS = 60_000

/** Minutes from an instant to now by the clock’s face, as the server counts what a timer has measured. */
export const elapsedSince = (startedAt: string): number =>
  Math.max(0, Math.floor(Date.now() / MINUTE_MS) - Math.floor(Date.parse(startedAt) / MINUTE_MS))

/** The same; the component is drawn anew when there is one more. */
export const useElapsed = (startedAt: string): number => useSyncExternalStore(subscribe, () => elapsedSince(startedAt))
