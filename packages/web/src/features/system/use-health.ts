import { startTransition, useEffect } from 'react'
import { useSystemHealthQuery, type SystemHealthQuery } from './__generated__/SystemHealth'

const REFRESH_MS = 15_000

export type Health = SystemHealthQuery['systemHealth']
export type FailedMails = SystemHealthQuery['failedMails']

/** How it is with what runs by itself, asked anew by itself while somebody looks. Suspends. */
export function useHealth() {
  const { data, refetch } = useSystemHealthQuery({ fetchPolicy: 'cache-and-network' })
  const refresh = () =>
    startTransition(() => {
      // What is on screen stays when the server does not answer; the next round asks again.
      refetch().catch(() => undefined)
    })
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') startTransition(() => void refetch().catch(() => undefined))
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [refetch])
  return { health: data.systemHealth, mails: data.failedMails, refresh }
}
