import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { useLingui } from '@lingui/react/macro'
import type { BulkUpdateTicketsInput } from '~/lib/__generated__/schema'
import { forget } from '~/lib/graphql/forget'
import { problemOf } from '~/lib/problem'
import { announce } from '~/ui/announce'
import { toastError } from '~/ui/toast'
import type { TicketRowFragment } from '../__generated__/TicketRow'
import { inputOf, type TicketChange } from '../use-ticket-change'
import { BulkUpdateTicketsDocument, CancelBulkJobDocument, type BulkJobFragment } from './__generated__/BulkJob'
import { followJob, hasEnded } from './follow-job'
import { forgetJob, keepJob, readKeptJob } from './kept-job'

export interface BulkState {
  job: BulkJobFragment
  /** Numbers of the tickets that were on screen, by id. */
  numbers: ReadonlyMap<string, string>
}

/** The ticket that a row's error is about; null when the whole job failed. */
export const ticketOf = ({ path }: BulkJobFragment['errors'][number]): string | null => path?.[1] ?? null

/** Changes many tickets by a job, which goes on when the list is left; whoever comes back finds it. */
export function useTicketBulk(onEnd: (failed: ReadonlySet<string>) => void) {
  const { t } = useLingui()
  const client = useApolloClient()
  const [state, setState] = useState<BulkState | null>(readKeptJob)
  const [starting, setStarting] = useState(false)
  const leaveRef = useRef<() => void>(undefined)

  const fail = (error: unknown) => {
    const { kind, id } = problemOf(error)
    toastError(
      kind === 'offline'
        ? t`The server cannot be reached.`
        : kind === 'forbidden'
          ? t`Your role does not allow this.`
          : t`This did not work. Try again.`,
      id,
    )
  }
  const end = ({ done, errors, ...job }: BulkJobFragment) => {
    const total = job.total ?? done
    forget('tickets')(client.cache)
    const succeeded = done - errors.filter((error) => ticketOf(error) !== null).length
    announce(t`${succeeded} of ${total} done`)
    onEnd(new Set(errors.flatMap((error) => ticketOf(error) ?? [])))
  }
  const follow = ({ job, numbers }: BulkState) => {
    keepJob(job, numbers)
    leaveRef.current?.()
    leaveRef.current = followJob(client, job.id, (now) => {
      setState(now && { job: now, numbers })
      if (now && !hasEnded(now)) return keepJob(now, numbers)
      forgetJob()
      if (now) end(now)
    })
  }
  const goOn = useEffectEvent(() => {
    if (state) follow(state)
  })
  useEffect(() => {
    goOn()
    return () => leaveRef.current?.()
  }, [])
  /** By `tickets` as they were seen or by `filter`; `shown` are the tickets whose numbers are known. */
  const run = async (
    which: Pick<BulkUpdateTicketsInput, 'tickets' | 'filter'>,
    part: TicketChange,
    shown: readonly TicketRowFragment[],
  ): Promise<void> => {
    setStarting(true)
    try {
      const { data } = await client.mutate({
        mutation: BulkUpdateTicketsDocument,
        variables: { input: { ...which, ...inputOf(part), idempotencyKey: crypto.randomUUID() } },
      })
      const { job, errors = [] } = data?.bulkUpdateTickets ?? {}
      if (!job) return toastError(errors[0]?.message ?? t`This did not work. Try again.`)
      const numbers = new Map(shown.map(({ id, number }) => [id, number]))
      setState({ job, numbers })
      follow({ job, numbers })
    } catch (error) {
      fail(error)
    } finally {
      setStarting(false)
    }
  }
  const stop = async (): Promise<void> => {
    if (!state) return
    try {
      // Whoever stops what has just ended sees its end.
      await client.mutate({ mutation: CancelBulkJobDocument, variables: { input: { id: state.job.id } } })
    } catch (error) {
      fail(error)
    }
  }
  return {
    state,
    running: starting || (state !== null && !hasEnded(state.job)),
    run,
    stop,
    clear: () => setState(null),
  }
}
