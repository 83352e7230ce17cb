import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { problemOf } from '~/lib/problem'
import { today } from '~/lib/today'
import { toast, toastError } from '~/ui/toast'
import { useIdempotencyKey } from '../../customers/form/idempotency'
import { forgetTime } from '../forget-time'
import { useDeleteTimeEntryMutation, useLogTimeMutation } from '../form/__generated__/SaveTime'
import { useTimeRights } from '../may'

interface Quick {
  minutes: number
  note: string
}

/** Logs time on a ticket with one click, today, and can take it back. What is refused goes on in the form. */
export function useQuickLog(ticketId: string, onRefused: (tried: Quick) => void) {
  const { t } = useLingui()
  const format = useFormat()
  const { contracts } = useTimeRights()
  const keyFor = useIdempotencyKey()
  const [log, { loading }] = useLogTimeMutation()
  const [remove] = useDeleteTimeEntryMutation()

  const quickLog = async ({ minutes, note }: Quick): Promise<boolean> => {
    // Half an hour twice is two entries: each click has its own key.
    const body = { ticketId, workedOn: today(), minutes, note: note.trim() || null }
    const idempotencyKey = keyFor({ ...body, at: Date.now() })
    try {
      const { data } = await log({
        variables: { input: { ...body, idempotencyKey }, contracts },
        update: (cache, { data: answer }) => {
          if (answer?.logTime.timeEntry) forgetTime(answer.logTime.timeEntry)(cache)
        },
      })
      const { timeEntry, errors = [] } = data?.logTime ?? {}
      if (errors[0]) {
        toastError(errors[0].message)
        onRefused({ minutes, note })
        return false
      }
      const spent = format.minutes(minutes)
      const undo = () => {
        if (!timeEntry) return
        const { id, version } = timeEntry
        remove({ variables: { id, version }, update: forgetTime(timeEntry) }).catch((error: unknown) =>
          toastError(t`It was not taken back. Try again.`, problemOf(error).id),
        )
      }
      toast(t`${spent} logged`, { label: t`Undo`, run: undo })
      return true
    } catch (error) {
      const { kind, id } = problemOf(error)
      toastError(kind === 'offline' ? t`Not logged: the server cannot be reached.` : t`Not logged. Try again.`, id)
      return false
    }
  }
  return { quickLog, pending: loading }
}
