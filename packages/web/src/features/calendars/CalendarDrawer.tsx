import { Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useForm } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { forget } from '~/lib/graphql/forget'
import { DrawerForm } from '~/ui/DrawerForm'
import { EmptyState } from '~/ui/EmptyState'
import { Fact, Facts } from '~/ui/Facts'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SidePanel } from '~/ui/SidePanel'
import { toast } from '~/ui/toast'
import { useConflict } from '../customers/form/use-conflict'
import { useCan } from '../session/SessionProvider'
import type { CalendarFieldsFragment } from './__generated__/CalendarFields'
import { useCalendarListQuery } from './__generated__/CalendarList'
import { useUpdateCalendarMutation } from './__generated__/UpdateCalendar'
import { CalendarFormFields, useCalendarFieldNames } from './CalendarFormFields'
import { useHoursInWords } from './hours-in-words'
import { changesOf, valuesOf, type CalendarValues } from './values'

/** A calendar in a drawer: to change, or to look at. */
export function CalendarDrawer({ id }: { id: string }) {
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/admin/service/calendars', ignoreBlocker: true })
  return (
    <QueryBoundary resetKey={id} fallback={() => null}>
      <Suspense>
        <Loaded id={id} onClose={close} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const mayEdit = useCan('PLANS_WRITE')
  const calendar = useCalendarListQuery().data.workingCalendars.find((each) => each.id === id)
  if (!calendar)
    return (
      <SidePanel title={t`Working calendar`} onClose={onClose}>
        <EmptyState title={<Trans>There is no such working calendar</Trans>}>
          <Trans>The address is wrong.</Trans>
        </EmptyState>
      </SidePanel>
    )
  return mayEdit ? <Editor calendar={calendar} onClose={onClose} /> : <Reading calendar={calendar} onClose={onClose} />
}

interface Props {
  calendar: CalendarFieldsFragment
  onClose: () => void
}

function Editor({ calendar, onClose }: Props) {
  const { t } = useLingui()
  const { id, name } = calendar
  const [version, setVersion] = useState(calendar.version)
  const form = useForm<CalendarValues>({ defaultValues: valuesOf(calendar), mode: 'onTouched' })
  const names = useCalendarFieldNames()
  const { contested, meet, hintOf } = useConflict(form, names, (_, value) =>
    Array.isArray(value) ? (
      <Plural value={value.length} one="# line" other="# lines" />
    ) : typeof value === 'boolean' ? (
      value ? (
        t`on`
      ) : (
        t`off`
      )
    ) : (
      `“${value}”`
    ),
  )
  const [update, { loading, error }] = useUpdateCalendarMutation({ update: forget('workingCalendars') })
  const save = async (values: CalendarValues) => {
    const changes = changesOf(values, form.formState.defaultValues as CalendarValues)
    if (Object.keys(changes).length === 0) return []
    const { data } = await update({ variables: { input: { id, version, ...changes } } })
    const { workingCalendar: current, errors = [] } = data?.updateWorkingCalendar ?? {}
    if (current && errors.some(({ code }) => code === 'CONFLICT')) {
      setVersion(current.version)
      return meet(valuesOf(current))
    }
    return errors
  }
  return (
    <DrawerForm
      title={name}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`Working calendar saved`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={contested ? t`Save over it` : t`Save working calendar`}
      draftKey={`calendar:${id}`}
    >
      <CalendarFormFields form={form} hintOf={hintOf} standard={calendar.standard} />
    </DrawerForm>
  )
}

/** For who may see calendars and not change them. */
function Reading({ calendar, onClose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const hours = useHoursInWords()
  return (
    <SidePanel title={calendar.name} onClose={onClose}>
      <Facts>
        <Fact name={t`Time zone`}>{calendar.timeZone}</Fact>
        <Fact name={t`Working hours`} lines>
          {hours(calendar.workingHours).join('\n')}
        </Fact>
        <Fact name={t`Holidays`} lines>
          {calendar.holidays
            .map(({ on, name, from }) => `${format.date(on)} · ${name}${from ? ` · ${from}` : ''}`)
            .join('\n')}
        </Fact>
      </Facts>
    </SidePanel>
  )
}
