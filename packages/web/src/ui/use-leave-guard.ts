import { useState } from 'react'
import { useBlocker } from '@tanstack/react-router'

/**
 * Asks before unsaved words are left: by a link, by the browser's back, by closing the drawer or the window.
 * `asking` is true while the question stands; `leave` and `stay` answer it.
 */
export function useLeaveGuard(dirty: boolean, close: () => void) {
  const [closing, setClosing] = useState(false)
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true })
  const blocked = blocker.status === 'blocked'
  return {
    asking: closing || blocked,
    requestClose: () => (dirty ? setClosing(true) : close()),
    stay: () => {
      setClosing(false)
      if (blocker.status === 'blocked') blocker.reset()
    },
    leave: () => {
      setClosing(false)
      if (blocker.status === 'blocked') blocker.proceed()
      else close()
    },
  }
}
