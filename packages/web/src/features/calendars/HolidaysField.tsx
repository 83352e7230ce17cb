import { useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { problemOf } from '~/lib/problem'
import { announce } from '~/ui/announce'
import { Button } from '~/ui/Button'
import { toastError } from '~/ui/toast'
import { PublicHolidaysDocument } from './__generated__/PublicHolidays'
import css from './calendars.module.css'
import { ErrorLine } from './ErrorLine'
import { isTime, withHolidays, type CalendarValues } from './values'

/** Days off: entered one by one, or those of a year in Turkey at once. */
export function HolidaysField({ form }: { form: UseFormReturn<CalendarValues> }) {
  const { t } = useLingui()
  const { fields, append, remove, replace } = useFieldArray({ control: form.control, name: 'holidays' })
  const errors = form.formState.errors.holidays
  return (
    <fieldset className={css.fieldset}>
      <legend>
        <Trans>Holidays</Trans>{' '}
        <span className="muted">
          <Plural value={fields.length} _0="none" one="# day" other="# days" />
        </span>
      </legend>
      <AddTurkish form={form} onAdd={replace} />
      {fields.length > 0 ? (
        <div className={css.holidayHead} aria-hidden>
          <span>
            <Trans>Day</Trans>
          </span>
          <span>
            <Trans>Name</Trans>
          </span>
          <span>
            <Trans>Half day from</Trans>
          </span>
        </div>
      ) : null}
      <ul className={css.holidays}>
        {fields.map(({ id, on }, i) => {
          const name = form.getValues(`holidays.${i}.name`) || on || String(i + 1)
          const own = errors?.[i]
          return (
            <li key={id}>
              <div className={css.holiday}>
                <input
                  type="date"
                  aria-label={t`Day of ${name}`}
                  aria-invalid={own?.on ? true : undefined}
                  {...form.register(`holidays.${i}.on`, { required: t`Choose the day.` })}
                />
                <input
                  aria-label={t`Name of ${name}`}
                  aria-invalid={own?.name ? true : undefined}
                  autoComplete="off"
                  maxLength={200}
                  {...form.register(`holidays.${i}.name`, { required: t`Enter the holiday’s name.` })}
                />
                <input
                  aria-label={t`Half day from, ${name}`}
                  aria-invalid={own?.from ? true : undefined}
                  autoComplete="off"
                  maxLength={5}
                  {...form.register(`holidays.${i}.from`, {
                    validate: (written) => written.trim() === '' || isTime(written) || t`A time is written like 09:00.`,
                  })}
                />
                <Button
                  size="small"
                  look="quiet"
                  icon
                  aria-label={t`Remove the holiday ${name}`}
                  onClick={() => remove(i)}
                >
                  <IconX size={14} stroke={1.8} aria-hidden />
                </Button>
              </div>
              <ErrorLine message={own?.on?.message ?? own?.name?.message ?? own?.from?.message} />
            </li>
          )
        })}
      </ul>
      <ErrorLine message={errors?.root?.message ?? errors?.message} />
      <div>
        <Button size="small" onClick={() => append({ on: '', name: '', from: '' })}>
          <IconPlus size={14} stroke={1.8} aria-hidden />
          <Trans>Add a holiday</Trans>
        </Button>
      </div>
    </fieldset>
  )
}

interface AddProps {
  form: UseFormReturn<CalendarValues>
  onAdd: (days: CalendarValues['holidays']) => void
}

/** The public holidays of a year; days that are there already stay as they are. */
function AddTurkish({ form, onAdd }: AddProps) {
  const { t } = useLingui()
  const client = useApolloClient()
  const [thisYear] = useState(() => new Date().getFullYear())
  const [year, setYear] = useState(thisYear)
  const [pending, setPending] = useState(false)
  const add = async () => {
    setPending(true)
    try {
      const { data } = await client.query({ query: PublicHolidaysDocument, variables: { year } })
      const before = form.getValues('holidays')
      const more = (data?.publicHolidays ?? []).map(({ on, name, from }) => ({ on, name, from: from ?? '' }))
      const after = withHolidays(before, more)
      onAdd(after)
      announce(plural(after.length - before.length, { one: '# holiday added', other: '# holidays added' }))
    } catch (error) {
      toastError(t`The holidays could not be fetched. Try again.`, problemOf(error).id)
    } finally {
      setPending(false)
    }
  }
  return (
    <div className={css.turkish}>
      <div>
        <select aria-label={t`Year`} value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {[thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
        <Button pending={pending} onClick={() => void add()}>
          <Trans>Add the public holidays of Turkey</Trans>
        </Button>
      </div>
      <p>
        <Trans>Religious feasts come along in years whose dates are announced.</Trans>
      </p>
    </div>
  )
}
