import { Suspense, useState } from 'react'
import { skipToken } from '@apollo/client/react'
import { useLingui } from '@lingui/react/macro'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { today } from '~/lib/today'
import { DrawerForm } from '~/ui/DrawerForm'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useIdempotencyKey } from '../../customers/form/idempotency'
import { useViewer } from '../../session/SessionProvider'
import { readDuration } from '../duration'
import { forgetTime } from '../forget-time'
import { useTimeRights } from '../may'
import type { Day } from '../week'
import { useLogTimeMutation } from './__generated__/SaveTime'
import { useTimeTargetQuery } from './__generated__/TimeTargets'
import { contractTarget, TargetPicker, ticketTarget, type Target } from './TargetPicker'
import { TimeFields } from './TimeFields'
import { useAllowance } from './use-allowance'
import { atFields, NO_TIME, targetOf, whenOf, workOf, type TimeValues } from './values'

interface Props {
  /** What is known already: on what, on which day, how long. */
  ticketId?: string
  contractId?: string
  day?: Day
  minutes?: string
  note?: string
  /** Whose time; one’s own when nothing is said. */
  technicianId?: string
  onClose: () => void
}

/** "Log time": on what, when, how long, what was done. */
export function NewTimeDrawer(props: Props) {
  return (
    <Suspense>
      <Started {...props} />
    </Suspense>
  )
}

/** An address may name the ticket or the contract; its words come first. */
function Started({ ticketId, contractId, technicianId, ...rest }: Props) {
  const { contracts } = useTimeRights()
  const me = useViewer().person?.id
  const include = {
    ticket: ticketId !== undefined,
    contract: contractId !== undefined && contracts,
    technician: technicianId !== undefined && technicianId !== me,
  }
  const { data } = useTimeTargetQuery(
    include.ticket || include.contract || include.technician
      ? {
          variables: {
            ...include,
            ticketId: ticketId ?? '',
            contractId: contractId ?? '',
            technicianId: technicianId ?? '',
          },
        }
      : skipToken,
  )
  const known = data?.ticket ? ticketTarget(data.ticket) : data?.contract ? contractTarget(data.contract) : null
  return <Form {...rest} known={known} technician={data?.technician ?? null} />
}

interface FormProps extends Pick<Props, 'day' | 'minutes' | 'note' | 'onClose'> {
  known: Target | null
  /** Somebody else whose time it is. */
  technician: { id: string; name: string } | null
}

function Form({ known, day, minutes, note, technician, onClose }: FormProps) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const { contracts } = useTimeRights()
  const now = today()
  const form = useForm<TimeValues>({
    defaultValues: {
      ...NO_TIME,
      target: known?.value ?? null,
      workedOn: day ?? now,
      minutes: minutes ?? '',
      note: note ?? '',
    },
    mode: 'onTouched',
  })
  const { register, control, formState } = form
  const [target, workedOn] = useWatch({ control, name: ['target', 'workedOn'] })
  const { allowance, refetch } = useAllowance(target, workedOn)
  const [limited, setLimited] = useState(false)
  const keyFor = useIdempotencyKey()
  const [log, { loading, error }] = useLogTimeMutation({
    update: (cache, { data }) => {
      const entry = data?.logTime.timeEntry
      if (entry) forgetTime(entry)(cache)
    },
  })
  const save = async (values: TimeValues) => {
    const body = {
      ...targetOf(values.target),
      ...whenOf(values),
      ...workOf(values, i18n.locale, allowance?.currency ?? null),
      ...(technician ? { technicianId: technician.id } : {}),
    }
    const { data } = await log({ variables: { input: { ...body, idempotencyKey: keyFor(body) }, contracts } })
    const errors = data?.logTime.errors ?? []
    if (errors.some(({ code }) => code === 'LIMIT_EXCEEDED')) {
      setLimited(true)
      void refetch()
    }
    return atFields(errors)
  }
  const name = technician?.name
  return (
    <DrawerForm
      title={name ? t`Log time of ${name}` : t`Log time`}
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
      // What stands in the address is no draft of somebody’s.
      draftKey={known || day || minutes ? undefined : 'time:new'}
    >
      <Controller
        control={control}
        name="target"
        rules={{ required: contracts ? t`Choose a ticket or a contract.` : t`Choose a ticket.` }}
        render={({ field, fieldState }) => (
          <TargetPicker
            label={contracts ? t`Ticket or contract` : t`Ticket`}
            error={fieldState.error?.message}
            value={field.value}
            known={known}
            onChange={(value) => {
              setLimited(false)
              field.onChange(value)
            }}
            onBlur={field.onBlur}
          />
        )}
      />
      <TimeFields
        form={form}
        allowance={allowance}
        limited={limited}
        onLimitLifted={() => setLimited(false)}
        start
        day={
          <TextField
            type="date"
            label={t`Day`}
            max={now}
            error={formState.errors.workedOn?.message}
            {...register('workedOn', {
              required: t`Choose the day.`,
              validate: (value) => value <= now || t`Time cannot be logged for days to come.`,
            })}
          />
        }
      />
    </DrawerForm>
  )
}
