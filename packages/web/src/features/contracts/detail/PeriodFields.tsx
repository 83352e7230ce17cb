import { useLingui } from '@lingui/react/macro'
import type { UseFormRegister } from 'react-hook-form'
import type { PeriodUnit } from '~/lib/__generated__/schema'
import { Pair } from '~/ui/DrawerForm'
import { SelectField, TextField } from '~/ui/TextField'
import { readPeriod } from '../form/values'
import { unitWords } from '../words'

const UNITS = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const

/** A period as it is typed. */
export interface PeriodValues {
  period: { count: string; unit: PeriodUnit }
}

interface Props<V extends PeriodValues> {
  register: UseFormRegister<V>
  error: string | undefined
}

/** How long, as a number and a unit. */
export function PeriodFields<V extends PeriodValues>({ register, error }: Props<V>) {
  const { t, i18n } = useLingui()
  // The fields know their own two paths, whatever else the form holds.
  const own = register as unknown as UseFormRegister<PeriodValues>
  return (
    <Pair>
      <TextField
        label={t`Renews for`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        error={error}
        {...own('period.count', {
          validate: (_, values) => readPeriod(values.period) !== null || t`Write a whole number from 1.`,
        })}
      />
      <SelectField label={t`Unit`} {...own('period.unit', { deps: ['period.count'] })}>
        {UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {i18n._(unitWords[unit])}
          </option>
        ))}
      </SelectField>
    </Pair>
  )
}
