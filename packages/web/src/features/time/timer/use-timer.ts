import type { ApolloCache } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { useTimeRights } from '../may'
import { RunningTimerDocument, type TimerFragment } from './__generated__/Timer'
import { useRested } from './use-rested'

export type Timer = TimerFragment

/** The timer that runs for the signed-in person; null when none does, or nobody knows yet. Never holds a screen up. */
export function useTimer(): Timer | null {
  const { logs, contracts } = useTimeRights()
  const rested = useRested()
  const { data } = useQuery(RunningTimerDocument, { variables: { contracts }, skip: !logs || !rested })
  return data?.me?.runningTimer ?? null
}

/** For a mutation’s `update`: tells everybody on the page which timer runs now. */
export function tellTimer(cache: ApolloCache, contracts: boolean, runningTimer: Timer | null): void {
  const before = cache.readQuery({ query: RunningTimerDocument, variables: { contracts } })
  if (!before?.me) return
  cache.writeQuery({
    query: RunningTimerDocument,
    variables: { contracts },
    data: { me: { ...before.me, runningTimer } },
  })
}
