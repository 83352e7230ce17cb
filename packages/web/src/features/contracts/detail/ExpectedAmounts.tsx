import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { today } from '~/lib/today'
import { None } from '~/ui/Facts'
import type { ContractForecastQuery } from './__generated__/ContractForecast'
import css from './detail.module.css'

type Forecast = NonNullable<ContractForecastQuery['contract']>['forecast']

/** Billing periods and what each comes to by the work that there is. */
export function ExpectedAmounts({ periods }: { periods: Forecast['periods'] }) {
  const { t } = useLingui()
  const format = useFormat()
  const day = today()
  return (
    <>
      <table className={css.amounts}>
        <caption className="sr">{t`Expected amounts`}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Period</Trans>
            </th>
            <th scope="col" className="num">
              <Trans>Expected</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ startsOn, endsOn, expected }) => (
            <tr key={startsOn}>
              <th scope="row">
                {format.mediumDate(startsOn)} – {format.mediumDate(endsOn)}
                {startsOn <= day && day <= endsOn ? (
                  <small>
                    <Trans>runs; so far</Trans>
                  </small>
                ) : null}
              </th>
              <td className="num">{expected ? format.money(expected.amount, expected.currency) : <None />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.period}>
        <Trans>By the work that is entered already; it changes as time is logged.</Trans>
      </p>
    </>
  )
}
