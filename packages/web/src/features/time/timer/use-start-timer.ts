import { useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { OtherTimer } from '~/lib/__generated__/schema'
import { useFormat } from '~/lib/format'
import { toast } from '~/ui/toast'
import { forgetTime } from '../forget-time'
import { minutesOf } from '../grid/week-rows'
import { useTimeRights } from '../may'
import { useStartTimerMutation } from './__generated__/ChangeTimer'
import { tellTimer, type Timer } from './use-timer'

/** What a timer is started for. */
export interface Wanted {
  ticketId?: string
  contractId?: string
  note?: string | null
}

/**
 * Starts the timer. When one runs already, `other` is that one until `start` is told what becomes of it; `start` gives
 * back what the server has against it.
 */
export function useStartTimer() {
  const { t } = useLingui()
  const format = useFormat()
  const { contracts } = useTimeRights()
  const [other, setOther] = useState<Timer | null>(null)
  const [mutate, { loading, error, reset }] = useStartTimerMutation()

  const start = async (wanted: Wanted, running?: OtherTimer) => {
    const { data } = await mutate({
      variables: { input: { ...wanted, running: running ?? null }, contracts },
      update: (cache, { data: answer }) => {
        const { timer, timeEntry, errors } = answer?.startTimer ?? {}
        if (timeEntry) forgetTime(timeEntry)(cache)
        // With CONFLICT it is the one that runs: perhaps it was started elsewhere.
        if (timer && errors) tellTimer(cache, contracts, timer)
      },
    })
    const { timer, timeEntry, errors = [] } = data?.startTimer ?? {}
    if (timer && errors.some(({ code }) => code === 'CONFLICT')) {
      setOther(timer)
      return []
    }
    if (errors.length > 0) return errors
    setOther(null)
    const logged = timeEntry ? format.minutes(minutesOf(timeEntry)) : ''
    toast(logged ? t`The timer runs; ${logged} of the one before are logged` : t`The timer runs`)
    return errors
  }
  const giveUp = () => {
    setOther(null)
    reset()
  }
  return { start, other, giveUp, pending: loading, error }
}
