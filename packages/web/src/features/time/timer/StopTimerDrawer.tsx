import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconTrash } from '@tabler/icons-react'
import { useForm } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { DrawerForm } from '~/ui/DrawerForm'
import { Fact, Facts } from '~/ui/Facts'
import { toast, toastError } from '~/ui/toast'
import { useIdempotencyKey } from '../../customers/form/idempotency'
import { readDuration, writeDuration } from '../duration'
import { forgetTime } from '../forget-time'
import { TimeFields } from '../form/TimeFields'
import { useAllowance } from '../form/use-allowance'
import { atFields, MOST_MINUTES, NO_TIME, workOf, type TimeValues } from '../form/values'
import { useTimeRights } from '../may'
import { dayAt } from '../week'
import { useDiscardTimerMutation, useStopTimerMutation } from './__generated__/ChangeTimer'
import { elapsedSince } from './use-elapsed'
import { tellTimer, type Timer } from './use-timer'

interface Props {
  timer: Timer
  onClose: () => void
}

/** Stops the timer: what it measured stands in the form, to be put right and said what was done. */
export function StopTimerDrawer({ timer, onClose }: Props) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const { contracts } = useTimeRights()
  const { id, startedAt, ticket, contract, customer } = timer
  // What was measured when the drawer opened; while one writes the note no more is added.
  const [measured] = useState(() => Math.min(MOST_MINUTES, Math.max(1, elapsedSince(startedAt))))
  const form = useForm<TimeValues>({
    defaultValues: { ...NO_TIME, minutes: writeDuration(measured), note: timer.note ?? '' },
    mode: 'onTouched',
  })
  const target = ticket ? `ticket:${ticket.id}` : contract ? `contract:${contract.id}` : null
  const { allowance, refetch } = useAllowance(
    target,
    dayAt(startedAt),
    contracts && ticket ? (contract?.id ?? null) : undefined,
  )
  const [limited, setLimited] = useState(false)
  const keyFor = useIdempotencyKey()
  const [stop, { loading, error }] = useStopTimerMutation({
    update: (cache, { data }) => {
      const entry = data?.stopTimer.timeEntry
      if (!entry || data.stopTimer.errors.length > 0) return
      forgetTime(entry)(cache)
      tellTimer(cache, contracts, null)
    },
  })
  const save = async (values: TimeValues) => {
    const body = { id, ...workOf(values, i18n.locale, allowance?.currency ?? null) }
    const { data } = await stop({ variables: { input: { ...body, idempotencyKey: keyFor(body) }, contracts } })
    const errors = data?.stopTimer.errors ?? []
    if (errors.some(({ code }) => code === 'LIMIT_EXCEEDED')) {
      setLimited(true)
      void refetch()
    }
    return atFields(errors)
  }
  const [since, elapsed] = [format.exact(startedAt), format.minutes(measured)]
  return (
    <DrawerForm
      title={t`Stop the timer`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        const spent = format.minutes(readDuration(form.getValues('minutes')) ?? 0)
        onClose()
        toast(t`${spent} logged`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Save the time`}
      footer={<Discard timer={timer} onDone={onClose} />}
    >
      <Facts>
        {ticket ? (
          <Fact name={t`Ticket`}>
            {ticket.number} {ticket.subject}
          </Fact>
        ) : null}
        {contract ? (
          <Fact name={t`Contract`}>
            {contract.reference} {contract.name}
          </Fact>
        ) : null}
        {customer ? <Fact name={t`Customer`}>{customer.name}</Fact> : null}
        <Fact name={t`Measured`}>
          <Trans>
            {elapsed}, since {since}
          </Trans>
        </Fact>
      </Facts>
      <TimeFields form={form} allowance={allowance} limited={limited} onLimitLifted={() => setLimited(false)} />
    </DrawerForm>
  )
}

/** Throws away what the timer has measured. */
function Discard({ timer, onDone }: { timer: Timer; onDone: () => void }) {
  const { t } = useLingui()
  const { contracts } = useTimeRights()
  const [discard, { loading }] = useDiscardTimerMutation({
    update: (cache, { data }) => {
      if (data?.discardTimer.errors.length === 0) tellTimer(cache, contracts, null)
    },
  })
  const throwAway = async () => {
    try {
      const { data } = await discard({ variables: { id: timer.id } })
      const refusal = data?.discardTimer.errors[0]
      if (refusal) return toastError(refusal.message)
      onDone()
      toast(t`The timer is gone; nothing was logged`)
    } catch (error) {
      toastError(t`Not done. Try again.`, problemOf(error).id)
    }
  }
  return (
    <Button look="danger" pending={loading} onClick={() => void throwAway()}>
      <IconTrash size={16} stroke={1.8} aria-hidden />
      <Trans>Throw away</Trans>
    </Button>
  )
}
