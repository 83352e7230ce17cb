import { useId, type ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { UseFormReturn } from 'react-hook-form'
import { Switch } from '~/ui/Check'
import { TextField } from '~/ui/TextField'
import { ErrorLine } from './ErrorLine'
import { HolidaysField } from './HolidaysField'
import type { CalendarValues } from './values'
import { WorkingHoursField } from './WorkingHoursField'

export function useCalendarFieldNames(): Record<keyof CalendarValues, string> {
  const { t } = useLingui()
  return {
    name: t`Name`,
    timeZone: t`Time zone`,
    standard: t`The organization’s calendar`,
    workingHours: t`Working hours`,
    holidays: t`Holidays`,
  }
}

interface Props {
  form: UseFormReturn<CalendarValues>
  hintOf?: (field: keyof CalendarValues) => ReactNode
  /** It is the organization's already, and stays so until another one is. */
  standard?: boolean
}

/** What both drawers of calendars ask for. */
export function CalendarFormFields({ form, hintOf, standard = false }: Props) {
  const { t } = useLingui()
  const zones = useId()
  const names = useCalendarFieldNames()
  const { errors } = form.formState
  return (
    <>
      <TextField
        label={names.name}
        hint={hintOf?.('name')}
        autoComplete="off"
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', { validate: (written) => written.trim() !== '' || t`This cannot stay empty.` })}
      />
      <TextField
        label={names.timeZone}
        hint={hintOf?.('timeZone') ?? t`Its days and hours are counted in it.`}
        autoComplete="off"
        list={zones}
        error={errors.timeZone?.message}
        {...form.register('timeZone', { required: t`This cannot stay empty.` })}
      />
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div>
        <Switch
          label={names.standard}
          hint={
            standard
              ? t`Plans that name no calendar go by it. Another one becomes it there.`
              : t`On: plans that name no calendar go by this one, and no more by the former.`
          }
          disabled={standard}
          {...form.register('standard')}
        />
        <ErrorLine message={errors.standard?.message} />
      </div>
      <WorkingHoursField form={form} />
      {hintOf?.('workingHours')}
      <HolidaysField form={form} />
      {hintOf?.('holidays')}
    </>
  )
}
