import { useSyncExternalStore } from 'react'

let text = ''
const listeners = new Set<() => void>()

/** Says something to screen readers once it is their turn: "Saved", "42 customers". */
export function announce(message: string): void {
  // The same sentence twice would be no change and stay unheard.
  text = message === text ? `${message}\u00a0` : message
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The page's one polite live region. */
export function LiveRegion() {
  const message = useSyncExternalStore(subscribe, () => text)
  return (
    <div className="sr" role="status" aria-live="polite">
      {message}
    </div>
  )
}
