import { useSyncExternalStore } from 'react'
import { Trans } from '@lingui/react/macro'
import { Note } from './Note'

function subscribe(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says above the page that the connection is gone; nothing while it stands. */
export function Connection() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {online ? null : (
        <Note tone="warning">
          <Trans>You are offline. What is on screen may be old; nothing can be saved until you are back.</Trans>
        </Note>
      )}
    </div>
  )
}
