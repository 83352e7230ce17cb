import { useSyncExternalStore } from 'react'

/** From here on there is room for two things side by side; the same edge as in the style sheets. */
const WIDE = '(min-width: 40em)'

function subscribe(listener: () => void) {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the window is wider than a phone. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
