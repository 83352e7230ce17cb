import type { UseFormReturn } from 'react-hook-form'
import { useLingui } from '@lingui/react/macro'
import { Pair } from '~/ui/DrawerForm'
import { SelectField, TextField } from '~/ui/TextField'
import { readAmount } from './amount'
import { CURRENCIES, type TechnicianValues } from './technician-form'

/** What an hour of this person costs us; only for those who may see it. */
export function CostRateFields({ form }: { form: UseFormReturn<TechnicianValues> }) {
  const { t, i18n } = useLingui()
  const { errors } = form.formState
  const present = form.getValues('costRate.currency')
  const currencies = CURRENCIES.includes(present) ? CURRENCIES : [present, ...CURRENCIES]
  const example = i18n.locale === 'tr' ? '480,50' : '480.50'
  return (
    <Pair>
      <TextField
        label={t`Cost of an hour`}
        optional
        inputMode="decimal"
        hint={t`What it costs us; customers never see it.`}
        error={errors.costRate?.amount?.message ?? errors.costRate?.root?.message ?? errors.costRate?.message}
        {...form.register('costRate.amount', {
          validate: (written) =>
            written.trim() === '' ||
            readAmount(written, i18n.locale) !== null ||
            t`Write an amount such as ${example}.`,
        })}
      />
      <SelectField
        label={t`Currency`}
        error={errors.costRate?.currency?.message}
        {...form.register('costRate.currency')}
      >
        {currencies.map((currency) => (
          <option key={currency} value={currency}>
            {currency}
          </option>
        ))}
      </SelectField>
    </Pair>
  )
}
