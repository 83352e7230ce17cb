import type { CSSProperties } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { TextField } from '~/ui/TextField'
import { writeNumber } from '../form/numbers'
import css from './LiveExample.module.css'
import { readUsage, SLIDES, type Usage, type UsageField } from './usage'

interface Props {
  fields: UsageField[]
  usage: Usage
  onChange: (usage: Usage) => void
}

/** The work of the example: a slider to try, a field to be exact. */
export function UsageFields({ fields, usage, onChange }: Props) {
  const { t, i18n } = useLingui()
  const single = fields.length === 1
  const labels: Record<UsageField, string> = {
    hours: single ? t`Hours in a month` : t`In working hours`,
    nonOperationalHours: t`Outside of working hours`,
    weekendHours: t`At weekends`,
    holidayHours: t`On holidays`,
    tickets: t`Tickets in a month`,
  }
  return (
    <div className={css.usage}>
      {fields.map((field) => (
        <UsageInput
          key={field}
          field={field}
          label={labels[field]}
          written={usage[field]}
          bad={readUsage(field, usage[field], i18n.locale) === null}
          onChange={(written) => onChange({ ...usage, [field]: written })}
        />
      ))}
    </div>
  )
}

interface InputProps {
  field: UsageField
  label: string
  written: string
  bad: boolean
  onChange: (written: string) => void
}

function UsageInput({ field, label, written, bad, onChange }: InputProps) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const { to, most } = SLIDES[field]
  const value = Number(readUsage(field, written, i18n.locale) ?? 0)
  const unit = field === 'tickets' ? t`tickets` : t`hours`
  const [shown, limit] = [format.number(value), format.number(most)]
  const end = Math.max(to, Math.ceil(value))
  return (
    <div className={css.one}>
      <TextField
        label={label}
        optional={false}
        inputMode="decimal"
        autoComplete="off"
        unit={unit}
        value={written}
        error={bad ? t`A number from 0 to ${limit}.` : undefined}
        onChange={(event) => onChange(event.target.value)}
        // Enter in the example would save the plan.
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.preventDefault()}
      />
      <input
        type="range"
        className={css.slider}
        style={{ '--at': `${(value / end) * 100}%` } as CSSProperties}
        aria-label={t`${label}, slider`}
        aria-valuetext={`${shown} ${unit}`}
        min={0}
        max={end}
        step={1}
        value={value}
        onChange={(event) => onChange(writeNumber(event.target.value, i18n.locale))}
      />
    </div>
  )
}
