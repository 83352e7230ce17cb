import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import type { Asked, Preview } from './use-example'

/** The example in one sentence: "A month with 26 hours costs ₺27,200.00." */
export function useSentence(): (asked: Asked, preview: Preview) => string {
  const { t } = useLingui()
  const format = useFormat()
  return ({ plan, usage }, preview) => {
    const total = format.money(preview.total.amount, preview.total.currency)
    const monthly = plan.billingPeriod === 'MONTHLY'
    if (plan.pricingMethod === 'FLAT')
      return monthly
        ? t`A month costs ${total}, however much work there is.`
        : t`A period costs ${total}, however much work there is.`
    const { hours, nonOperationalHours, weekendHours, holidayHours, tickets } = usage
    const count =
      plan.pricingMethod === 'PER_TICKET'
        ? (tickets ?? 0)
        : [hours, nonOperationalHours, weekendHours, holidayHours].reduce((sum, each) => sum + Number(each ?? 0), 0)
    const shown = format.number(count)
    const work =
      plan.pricingMethod === 'PER_TICKET'
        ? plural(count, { one: `${shown} ticket`, other: `${shown} tickets` })
        : plural(count, { one: `${shown} hour`, other: `${shown} hours` })
    if (monthly) return t`A month with ${work} costs ${total}.`
    return plan.billingPeriod === 'WEEKLY'
      ? t`The first week of a month with ${work} costs ${total}.`
      : t`A period with ${work} costs ${total}.`
  }
}
