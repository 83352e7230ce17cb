import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useFieldArray, useWatch, type UseFormReturn } from 'react-hook-form'
import { Button } from '~/ui/Button'
import css from './calendars.module.css'
import { ErrorLine } from './ErrorLine'
import { useWeekdays } from './use-weekdays'
import { isTime, type CalendarValues } from './values'

/** Working hours by weekday; a day may have several spans, or none. */
export function WorkingHoursField({ form }: { form: UseFormReturn<CalendarValues> }) {
  const { t } = useLingui()
  const days = useWeekdays()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'workingHours' })
  const spans = useWatch({ control: form.control, name: 'workingHours' })
  const errors = form.formState.errors.workingHours
  const add = (weekday: number) => {
    const last = spans.filter((span) => span.weekday === weekday).at(-1)
    append(
      last ? { weekday, from: last.to === '24:00' ? '' : last.to, to: '' } : { weekday, from: '09:00', to: '18:00' },
    )
  }
  return (
    <fieldset className={css.fieldset}>
      <legend>
        <Trans>Working hours</Trans>
      </legend>
      <ul className={css.days}>
        {days.map(({ weekday, name }) => {
          const own = fields.flatMap((field, i) => (field.weekday === weekday ? [{ id: field.id, i }] : []))
          return (
            <li key={weekday}>
              <span className={css.day}>{name}</span>
              <div className={css.spans}>
                {own.length === 0 ? (
                  <span className="muted">
                    <Trans>closed</Trans>
                  </span>
                ) : null}
                {own.map(({ id, i }, place) => {
                  const nth = place + 1
                  const error = errors?.[i]?.from?.message ?? errors?.[i]?.to?.message
                  return (
                    <div key={id}>
                      <div className={css.span}>
                        <input
                          className={css.time}
                          aria-label={t`${name}, from (${nth})`}
                          aria-invalid={errors?.[i]?.from ? true : undefined}
                          placeholder="09:00"
                          maxLength={5}
                          autoComplete="off"
                          {...form.register(`workingHours.${i}.from`, {
                            validate: (written) => isTime(written) || t`A time is written like 09:00.`,
                          })}
                        />
                        <span aria-hidden>–</span>
                        <input
                          className={css.time}
                          aria-label={t`${name}, to (${nth})`}
                          aria-invalid={errors?.[i]?.to ? true : undefined}
                          placeholder="18:00"
                          maxLength={5}
                          autoComplete="off"
                          {...form.register(`workingHours.${i}.to`, {
                            validate: (written, all) =>
                              !isTime(written, true)
                                ? t`A time is written like 09:00.`
                                : written > (all.workingHours[i]?.from ?? '') || t`The end comes after the beginning.`,
                          })}
                        />
                        <Button
                          size="small"
                          look="quiet"
                          icon
                          aria-label={t`Remove the hours of ${name} (${nth})`}
                          onClick={() => remove(i)}
                        >
                          <IconX size={14} stroke={1.8} aria-hidden />
                        </Button>
                      </div>
                      <ErrorLine message={error} />
                    </div>
                  )
                })}
              </div>
              <Button size="small" look="quiet" icon aria-label={t`Add hours on ${name}`} onClick={() => add(weekday)}>
                <IconPlus size={14} stroke={1.8} aria-hidden />
              </Button>
            </li>
          )
        })}
      </ul>
      <ErrorLine message={errors?.root?.message ?? errors?.message} />
    </fieldset>
  )
}
