import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlayerPlay } from '@tabler/icons-react'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { toastError } from '~/ui/toast'
import { OtherTimerDialog } from './OtherTimerDialog'
import { useStartTimer, type Wanted } from './use-start-timer'

/** Starts the timer on a ticket or a contract with one click. */
export function StartTimer({ on }: { on: Wanted }) {
  const { t } = useLingui()
  const { start, other, giveUp, pending, error } = useStartTimer()
  const begin = async () => {
    try {
      const [refusal] = await start(on)
      if (refusal) toastError(refusal.message)
    } catch (failure) {
      toastError(t`The timer was not started. Try again.`, problemOf(failure).id)
    }
  }
  return (
    <>
      <Button size="small" pending={pending && !other} onClick={() => void begin()}>
        <IconPlayerPlay size={14} stroke={1.8} aria-hidden />
        <Trans>Timer</Trans>
      </Button>
      {other ? (
        <OtherTimerDialog
          timer={other}
          pending={pending}
          error={error}
          onClose={giveUp}
          start={(running) => start(on, running)}
        />
      ) : null}
    </>
  )
}
