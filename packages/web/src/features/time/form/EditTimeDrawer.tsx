import { Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconTrash } from '@tabler/icons-react'
import { useForm, useWatch } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { today } from '~/lib/today'
import { Button } from '~/ui/Button'
import { DrawerForm } from '~/ui/DrawerForm'
import { Fact, Facts } from '~/ui/Facts'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SidePanel } from '~/ui/SidePanel'
import { SkeletonLines } from '~/ui/Skeleton'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { forgetTime } from '../forget-time'
import { minutesOf } from '../grid/week-rows'
import { useTimeRights } from '../may'
import { spanOf } from '../week'
import { useTimeEntryCardQuery, type TimeEntryCardFragment } from './__generated__/TimeEntryCard'
import { useUpdateTimeEntryMutation } from './__generated__/SaveTime'
import { DeleteTimeDialog } from './DeleteTimeDialog'
import { TimeFields } from './TimeFields'
import { useAllowance } from './use-allowance'
import { atFields, changesOf, valuesOf, whenOf, workOf, type TimeValues } from './values'

interface Props {
  id: string
  onClose: () => void
}

/** One entry: who may change it gets the form, others read it. */
export function EditTimeDrawer({ id, onClose }: Props) {
  const { t } = useLingui()
  const waiting = (
    <SidePanel title={t`Time`} onClose={onClose}>
      <SkeletonLines lines={6} />
    </SidePanel>
  )
  return (
    <QueryBoundary resetKey={id}>
      <Suspense fallback={waiting}>
        <Loaded key={id} id={id} onClose={onClose} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ id, onClose }: Props) {
  const { t } = useLingui()
  const { contracts } = useTimeRights()
  const { timeEntry } = useTimeEntryCardQuery({ variables: { id, contracts } }).data
  if (!timeEntry)
    return (
      <SidePanel title={t`Time`} onClose={onClose}>
        <p>
          <Trans>This entry is not here: it was deleted, or you are not authorized for its customer.</Trans>
        </p>
      </SidePanel>
    )
  return timeEntry.viewerCanEdit ? (
    <Form entry={timeEntry} onClose={onClose} />
  ) : (
    <Reading entry={timeEntry} onClose={onClose} />
  )
}

interface EntryProps {
  entry: TimeEntryCardFragment
  onClose: () => void
}

/** Whose time it is and on what: no field changes it. */
function About({ entry: { ticket, contract, customer, technician } }: Pick<EntryProps, 'entry'>) {
  const { t } = useLingui()
  return (
    <Facts>
      {ticket ? (
        <Fact name={t`Ticket`}>
          <Link to="/tickets/$id" params={{ id: ticket.id }}>
            {ticket.number} {ticket.subject}
          </Link>
        </Fact>
      ) : null}
      {contract ? (
        <Fact name={t`Contract`}>
          <Link to="/contracts/$id" params={{ id: contract.id }}>
            {contract.reference} {contract.name}
          </Link>
        </Fact>
      ) : null}
      <Fact name={t`Customer`}>
        <Link to="/customers/$id" params={{ id: customer.id }}>
          {customer.name}
        </Link>
      </Fact>
      <Fact name={t`Technician`}>{technician.name}</Fact>
    </Facts>
  )
}

function Form({ entry, onClose }: EntryProps) {
  const { t, i18n } = useLingui()
  const { contracts } = useTimeRights()
  const now = today()
  // The version that was on screen when the drawer opened: what others save meanwhile must not pass unseen.
  const [version, setVersion] = useState(entry.version)
  const [limited, setLimited] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const form = useForm<TimeValues>({ defaultValues: valuesOf(entry, i18n.locale), mode: 'onTouched' })
  const { register, formState } = form
  const workedOn = useWatch({ control: form.control, name: 'workedOn' })
  const ownContract = contracts && entry.ticket ? (entry.contract?.id ?? null) : undefined
  const { allowance, refetch } = useAllowance(valuesOf(entry, i18n.locale).target, workedOn, ownContract)
  const [update, { loading, error }] = useUpdateTimeEntryMutation({
    update: (cache, { data }) => {
      if (data?.updateTimeEntry.errors.length === 0) forgetTime(entry)(cache)
    },
  })
  const save = async (values: TimeValues) => {
    const currency = allowance?.currency ?? entry.extraCost?.currency ?? null
    const written = (of: TimeValues) => ({ ...whenOf(of), ...workOf(of, i18n.locale, currency) })
    const input = {
      id: entry.id,
      version,
      ...changesOf(written(form.formState.defaultValues as TimeValues), written(values)),
    }
    const { data } = await update({ variables: { input, contracts } })
    const { timeEntry: current, errors = [] } = data?.updateTimeEntry ?? {}
    if (current && errors.some(({ code }) => code === 'CONFLICT')) setVersion(current.version)
    if (errors.some(({ code }) => code === 'LIMIT_EXCEEDED')) {
      setLimited(true)
      void refetch()
    }
    return atFields(errors)
  }
  return (
    <>
      <DrawerForm
        title={t`Change the time`}
        form={form}
        onSubmit={save}
        onSaved={() => {
          onClose()
          toast(t`Time saved`)
        }}
        onClose={onClose}
        pending={loading}
        error={error}
        submitLabel={t`Save the time`}
        draftKey={`time:${entry.id}`}
        footer={
          <Button look="danger" onClick={() => setDeleting(true)}>
            <IconTrash size={16} stroke={1.8} aria-hidden />
            <Trans>Delete…</Trans>
          </Button>
        }
      >
        <About entry={entry} />
        <TimeFields
          form={form}
          allowance={allowance}
          counted={entry.billable && entry.workedOn === workedOn ? minutesOf(entry) : 0}
          limited={limited}
          onLimitLifted={() => setLimited(false)}
          currency={entry.extraCost?.currency}
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
      {deleting ? <DeleteTimeDialog entry={entry} onClose={() => setDeleting(false)} onDeleted={onClose} /> : null}
    </>
  )
}

function Reading({ entry, onClose }: EntryProps) {
  const { t } = useLingui()
  const format = useFormat()
  const { minutes, addedMinutes, startedAt, extraCost, extraCostReason, note, billable } = entry
  return (
    <SidePanel title={t`Time of ${entry.technician.name}`} onClose={onClose}>
      <About entry={entry} />
      <Facts>
        <Fact name={t`Day`}>{format.date(entry.workedOn)}</Fact>
        <Fact name={t`Time spent`}>
          {format.minutes(minutes)} {startedAt ? <span className="muted">{spanOf(startedAt, minutes)}</span> : null}
        </Fact>
        {addedMinutes > 0 ? <Fact name={t`Added time`}>{format.minutes(addedMinutes)}</Fact> : null}
        {extraCost ? (
          <Fact name={t`Extra cost`}>
            {format.money(extraCost.amount, extraCost.currency)} {extraCostReason}
          </Fact>
        ) : null}
        <Fact name={t`Billable`}>{billable ? t`yes` : t`no`}</Fact>
        <Fact name={t`Note`} lines>
          {note}
        </Fact>
      </Facts>
    </SidePanel>
  )
}
