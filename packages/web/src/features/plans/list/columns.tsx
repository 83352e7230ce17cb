import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useFormat, type Formats } from '~/lib/format'
import type { Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { PlanStatus } from '../PlanStatus'
import { billingMethods, billingPeriods, pricingMethods } from '../words'
import type { PlanListQuery } from './__generated__/PlanList'

export type PlanRow = PlanListQuery['servicePlans']['nodes'][number]

/** The credit of a period in words; nothing when there is none. */
function creditOf(plan: PlanRow, format: Formats): string | null {
  if (plan.pricingMethod === 'HOURLY' && plan.includedHours !== null && Number(plan.includedHours) > 0) {
    const hours = Number(plan.includedHours)
    const shown = format.number(hours)
    return plural(hours, { one: `${shown} hour`, other: `${shown} hours` })
  }
  if (plan.pricingMethod === 'PER_TICKET' && plan.includedTickets) {
    const shown = format.number(plan.includedTickets)
    return plural(plan.includedTickets, { one: `${shown} ticket`, other: `${shown} tickets` })
  }
  return null
}

/** The columns of the list of plans. */
export function usePlanColumns(): Column<PlanRow>[] {
  const { t, i18n } = useLingui()
  const format = useFormat()
  return useMemo(
    (): Column<PlanRow>[] => [
      {
        id: 'title',
        header: t`Service plan`,
        name: true,
        cell: ({ id, title }) => (
          <Link to="/plans/$id" params={{ id }}>
            {title}
          </Link>
        ),
      },
      {
        id: 'pricing',
        header: t`Pricing method`,
        width: '156px',
        phone: 'second',
        cell: ({ pricingMethod }) => i18n._(pricingMethods[pricingMethod].name),
      },
      {
        id: 'billing',
        header: t`Billing method`,
        width: '164px',
        cell: ({ billingMethod }) => i18n._(billingMethods[billingMethod].name),
      },
      {
        id: 'period',
        header: t`Period`,
        width: '156px',
        cell: ({ billingPeriod }) => i18n._(billingPeriods[billingPeriod]),
      },
      {
        id: 'included',
        header: t`Included`,
        width: '104px',
        cell: (plan) => (plan.pricingMethod === 'FLAT' ? t`all work` : (creditOf(plan, format) ?? <None />)),
      },
      {
        id: 'fee',
        header: t`Fixed fee`,
        width: '132px',
        numeric: true,
        phone: 'end',
        cell: ({ fixedFee }) =>
          fixedFee && Number(fixedFee.amount) > 0 ? format.money(fixedFee.amount, fixedFee.currency) : <None />,
      },
      {
        id: 'active',
        header: t`Status`,
        width: '96px',
        cell: ({ active }) => <PlanStatus active={active} />,
      },
    ],
    [t, i18n, format],
  )
}
