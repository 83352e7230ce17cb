import { Suspense } from 'react'
import { useLingui } from '@lingui/react/macro'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { SelectField } from '~/ui/TextField'
import { useCalendarChoicesQuery } from '../__generated__/CalendarChoices'
import { usePlanForm } from '../form/context'
import { SwitchField, useErrorOf } from '../form/fields'
import { usePlanFieldNames } from '../form/use-field-names'
import { hasMeaning } from '../form/values'

/** What technicians may add to their entries, and the calendar that tells working hours from others. */
export function TechniciansAndCalendar() {
  const { t } = useLingui()
  const names = usePlanFieldNames()
  const { values } = usePlanForm()
  return (
    <>
      <SwitchField
        field="technicianMayAddCost"
        label={names.technicianMayAddCost}
        hint={t`An amount with a reason, such as a spare part; a line of its own on the invoice.`}
      />
      <SwitchField
        field="technicianMayAddTime"
        label={names.technicianMayAddTime}
        hint={t`Minutes on top of those that were measured, seen on the entry.`}
      />
      {hasMeaning('calendarId', values) ? (
        <QueryBoundary>
          <Suspense fallback={<SkeletonLines lines={2} />}>
            <CalendarField />
          </Suspense>
        </QueryBoundary>
      ) : null}
    </>
  )
}

function CalendarField() {
  const { t } = useLingui()
  const names = usePlanFieldNames()
  const { form, hintOf } = usePlanForm()
  const { workingCalendars } = useCalendarChoicesQuery().data
  const standard = workingCalendars.find((calendar) => calendar.standard)?.name
  return (
    <SelectField
      label={names.calendarId}
      hint={hintOf('calendarId') ?? t`Its working hours and holidays cut work into bands.`}
      error={useErrorOf('calendarId')}
      {...form.register('calendarId')}
    >
      <option value="">{standard ? t`The organization’s: ${standard}` : t`The organization’s`}</option>
      {workingCalendars.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
