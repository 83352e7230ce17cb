import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import { Checkbox } from '~/ui/Check'
import { Pair } from '~/ui/DrawerForm'
import { TextArea, TextField } from '~/ui/TextField'
import { readAmount } from '../../users/amount'
import { readDuration, writeDuration } from '../duration'
import { ZONE } from '../words'
import { AllowanceBars } from './AllowanceBars'
import css from './TimeFields.module.css'
import type { Allowance } from './use-allowance'
import { MOST_MINUTES, type TimeValues } from './values'

interface Props {
  form: UseFormReturn<TimeValues>
  allowance: Allowance | null
  /** Billable minutes of this entry that the limits hold already. */
  counted?: number
  /** The server has refused it because of a limit. */
  limited: boolean
  onLimitLifted: () => void
  /** Beside the duration: the day, unless a timer knows it. */
  day?: ReactNode
  /** Whether the time of day can be said. */
  start?: boolean
  /** Of extra costs, where the plan of the day does not say it. */
  currency?: string
}

/** How long, what was done, and what the plan lets technicians add. */
export function TimeFields({ form, allowance, counted = 0, limited, onLimitLifted, day, start, currency }: Props) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const { register, control, formState } = form
  const { errors } = formState
  const [typed, typedAdded, billable, cost] = useWatch({
    control,
    name: ['minutes', 'addedMinutes', 'billable', 'extraCost'],
  })
  const [minutes, added] = [readDuration(typed), readDuration(typedAdded)]
  const short = t`Write a duration such as 1:30, 90 or 1.5 h.`

  /** Whatever was not accepted is logged all the same, for nothing, with the reason in its note. */
  const logForFree = () => {
    form.setValue('billable', false, { shouldDirty: true })
    form.clearErrors('minutes')
    onLimitLifted()
    form.setFocus('note')
  }
  const logLess = (left: number) => {
    form.setValue('minutes', writeDuration(left), { shouldDirty: true })
    form.clearErrors('minutes')
    onLimitLifted()
  }
  const left = allowance?.weekMinutesLeft ?? 0
  // What was entered while the plan allowed it stays in sight.
  const { defaultValues } = formState
  const addsTime = allowance?.mayAddTime || Boolean(defaultValues?.addedMinutes)
  const costsIn = (allowance?.mayAddCost && allowance.currency) || (defaultValues?.extraCost && currency)
  const [leftWords, minutesWords] = [format.minutes(left), format.minutes(minutes ?? 0)]
  return (
    <>
      <Pair>
        <TextField
          label={t`Time spent`}
          hint={minutes === null ? t`1:30, 90 or 1.5 h` : minutesWords}
          error={errors.minutes?.message}
          autoComplete="off"
          {...register('minutes', {
            validate: (value) => {
              const read = readDuration(value)
              if (value.trim() === '') return t`Say how long it took.`
              if (read === null) return short
              return (read >= 1 && read <= MOST_MINUTES) || t`Between 1 minute and 24 hours.`
            },
          })}
        />
        {day}
      </Pair>
      {limited ? (
        <div className={css.offer}>
          {left > 0 && minutes !== null && left < minutes ? (
            <Button size="small" onClick={() => logLess(left)}>
              <Trans>Write {leftWords}</Trans>
            </Button>
          ) : null}
          <Button size="small" onClick={logForFree}>
            <Trans>Log {minutesWords} as not billable, with a note</Trans>
          </Button>
        </div>
      ) : null}
      {allowance ? (
        <AllowanceBars allowance={allowance} adding={billable ? (minutes ?? 0) + (added ?? 0) : 0} counted={counted} />
      ) : null}
      {start || addsTime ? (
        <Pair>
          {start ? (
            <TextField
              type="time"
              label={t`Began at`}
              hint={ZONE}
              optional
              error={errors.startedAt?.message}
              {...register('startedAt')}
            />
          ) : null}
          {addsTime ? (
            <TextField
              label={t`Added time`}
              hint={added === null ? t`On top of the time spent, e.g. the way there.` : format.minutes(added)}
              optional
              autoComplete="off"
              error={errors.addedMinutes?.message}
              {...register('addedMinutes', {
                validate: (value) => {
                  const read = readDuration(value)
                  if (value.trim() === '') return true
                  if (read === null) return short
                  return read <= MOST_MINUTES || t`At most 24 hours.`
                },
              })}
            />
          ) : null}
        </Pair>
      ) : null}
      <TextArea
        label={t`Note`}
        hint={t`What was done. The customer does not see it.`}
        optional={billable}
        error={errors.note?.message}
        rows={3}
        maxLength={4000}
        {...register('note', {
          validate: (value, values) => values.billable || value.trim() !== '' || t`Say why it is not billed.`,
        })}
      />
      <Checkbox
        label={t`Billable`}
        hint={billable ? t`Counts for limits, credit and bills.` : t`Counts for no limit, no credit and no bill.`}
        {...register('billable')}
      />
      {costsIn ? (
        <Pair>
          <TextField
            label={t`Extra cost`}
            unit={costsIn}
            inputMode="decimal"
            optional
            autoComplete="off"
            error={errors.extraCost?.message}
            {...register('extraCost', {
              validate: (value) =>
                value.trim() === '' ||
                readAmount(value, i18n.locale) !== null ||
                (i18n.locale === 'tr' ? t`Write an amount such as 850,50.` : t`Write an amount such as 850.50.`),
            })}
          />
          <TextField
            label={t`What it was for`}
            optional={cost.trim() === ''}
            autoComplete="off"
            maxLength={200}
            error={errors.extraCostReason?.message}
            {...register('extraCostReason', {
              validate: (value, values) =>
                values.extraCost.trim() === '' || value.trim() !== '' || t`Say what the amount was for.`,
            })}
          />
        </Pair>
      ) : null}
    </>
  )
}
