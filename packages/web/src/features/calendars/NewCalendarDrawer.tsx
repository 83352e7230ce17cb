import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useForm } from 'react-hook-form'
import { forget } from '~/lib/graphql/forget'
import { DrawerForm } from '~/ui/DrawerForm'
import { toast } from '~/ui/toast'
import { useIdempotencyKey } from '../customers/form/idempotency'
import { useCreateCalendarMutation } from './__generated__/CreateCalendar'
import { CalendarFormFields } from './CalendarFormFields'
import { inputOf, NEW_CALENDAR, type CalendarValues } from './values'

/** Enters a calendar; it begins with the usual office hours. */
export function NewCalendarDrawer() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const form = useForm<CalendarValues>({ defaultValues: NEW_CALENDAR, mode: 'onTouched' })
  const keyFor = useIdempotencyKey()
  const [create, { loading, error }] = useCreateCalendarMutation({ update: forget('workingCalendars') })
  const close = () => void navigate({ to: '/admin/service/calendars', ignoreBlocker: true })
  const save = async (values: CalendarValues) => {
    const input = inputOf(values)
    const { data } = await create({ variables: { input: { ...input, idempotencyKey: keyFor(input) } } })
    return data?.createWorkingCalendar.errors
  }
  return (
    <DrawerForm
      title={t`New working calendar`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        close()
        toast(t`Working calendar saved`)
      }}
      onClose={close}
      pending={loading}
      error={error}
      submitLabel={t`Save working calendar`}
      draftKey="calendar:new"
    >
      <CalendarFormFields form={form} />
    </DrawerForm>
  )
}
