import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import type { PlanField, PlanValues } from '../form/values'
import { bands, billingMethods, billingPeriods, overages, overtimes, pricingMethods } from '../words'

/** A field's value in words, for who finds that somebody else has saved it meanwhile. */
export function useShownValue() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  return (field: PlanField, value: PlanValues[PlanField]): string => {
    const is = <F extends PlanField>(name: F, shown: (known: PlanValues[F]) => string) =>
      field === name ? shown(value as PlanValues[F]) : undefined
    const word =
      is('pricingMethod', (known) => i18n._(pricingMethods[known].name)) ??
      is('billingMethod', (known) => i18n._(billingMethods[known].name)) ??
      is('billingPeriod', (known) => i18n._(billingPeriods[known])) ??
      is('overage', (known) => i18n._(overages[known].name)) ??
      is('overtime', (known) => i18n._(overtimes[known].name)) ??
      is('costBases', (known) =>
        known.length === 0
          ? t`none`
          : format.list(known.map((basis) => (basis === 'FIXED' ? t`Fixed cost` : t`Differential cost`))),
      ) ??
      is('bandRates', (known) => format.list(known.map(({ band, rate }) => `${i18n._(bands[band])} ${rate || '–'}`))) ??
      // Ids of calendars say nothing; that it is another one does.
      is('calendarId', () => t`another calendar`)
    if (word !== undefined) return word
    if (typeof value === 'boolean') return value ? t`on` : t`off`
    return typeof value === 'string' ? `“${value}”` : ''
  }
}
