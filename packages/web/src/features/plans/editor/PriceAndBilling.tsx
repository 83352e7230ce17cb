import { useLingui } from '@lingui/react/macro'
import type { BillingPeriod } from '~/lib/__generated__/schema'
import { SelectField } from '~/ui/TextField'
import { CURRENCIES } from '../../users/technician-form'
import { usePlanForm } from '../form/context'
import { ChoiceField, NumberInput, Side, useErrorOf } from '../form/fields'
import { usePlanFieldNames } from '../form/use-field-names'
import { hasMeaning } from '../form/values'
import { billingMethods, billingPeriods } from '../words'
import { CostBasis } from './CostBasis'

const PERIODS: BillingPeriod[] = ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'ONE_OFF']

/** What a period costs, when it is invoiced, and what an hour or a ticket costs. */
export function PriceAndBilling() {
  const { t, i18n } = useLingui()
  const names = usePlanFieldNames()
  const { form, values, hintOf } = usePlanForm()
  const { currency } = values
  const currencies = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES]
  return (
    <>
      <Side>
        <NumberInput
          field="fixedFee"
          label={names.fixedFee}
          optional={values.pricingMethod !== 'FLAT'}
          unit={t`${currency} / period`}
          hint={t`The amount of every full period, without VAT.`}
        />
        <SelectField
          label={names.currency}
          hint={hintOf('currency') ?? t`All amounts of the plan, and its contracts, are in it.`}
          error={useErrorOf('currency')}
          {...form.register('currency')}
        >
          {currencies.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={names.billingPeriod}
          hint={hintOf('billingPeriod') ?? t`How long a period is, counted from a contract’s first day.`}
          error={useErrorOf('billingPeriod')}
          {...form.register('billingPeriod')}
        >
          {PERIODS.map((period) => (
            <option key={period} value={period}>
              {i18n._(billingPeriods[period])}
            </option>
          ))}
        </SelectField>
      </Side>
      <ChoiceField
        field="billingMethod"
        legend={names.billingMethod}
        options={(['IN_ADVANCE', 'IN_ARREARS'] as const).map((value) => ({
          value,
          name: i18n._(billingMethods[value].name),
          about: i18n._(billingMethods[value].about),
        }))}
      />
      {hasMeaning('costBases', values) ? <CostBasis /> : null}
      {hasMeaning('ticketRate', values) ? (
        <Side>
          <NumberInput
            field="ticketRate"
            label={names.ticketRate}
            unit={t`${currency} / ticket`}
            hint={t`Of a resolved ticket that no credit covers.`}
          />
        </Side>
      ) : null}
    </>
  )
}
