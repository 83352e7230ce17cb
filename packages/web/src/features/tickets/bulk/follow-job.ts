import type { ApolloClient } from '@apollo/client'
import { BulkJobNowDocument, BulkJobProgressDocument, type BulkJobFragment } from './__generated__/BulkJob'

const POLL_MS = 2_000

export const hasEnded = ({ status }: BulkJobFragment): boolean => status !== 'QUEUED' && status !== 'RUNNING'

/**
 * Tells how far a job is until it has ended: live, and by asking whenever nothing was told for a while.
 * @returns ends the telling; the job goes on
 */
export function followJob(client: ApolloClient, id: string, tell: (job: BulkJobFragment | null) => void): () => void {
  let over = false
  let timer: number | undefined
  const hear = (job: BulkJobFragment | null) => {
    if (over) return
    if (job === null || hasEnded(job)) stop()
    else wait()
    tell(job)
  }
  const look = () => {
    client
      .query({ query: BulkJobNowDocument, variables: { id }, fetchPolicy: 'no-cache' })
      .then(({ data }) => hear(data?.job ?? null))
      .catch(wait)
  }
  function wait() {
    clearTimeout(timer)
    if (!over) timer = window.setTimeout(look, POLL_MS)
  }
  function stop() {
    over = true
    clearTimeout(timer)
    live.unsubscribe()
  }
  const live = client
    .subscribe({ query: BulkJobProgressDocument, variables: { id }, fetchPolicy: 'no-cache' })
    // What breaks off is asked for from then on.
    .subscribe({ next: ({ data }) => data && hear(data.jobProgress), error: wait, complete: wait })
  wait()
  return stop
}
