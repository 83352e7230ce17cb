import { lazy, Suspense, useState } from 'react'
import { Trans } from '@lingui/react/macro'
import { addMonths } from '~/lib/days'
import { today } from '~/lib/today'
import { Button } from '~/ui/Button'
import { Section } from '~/ui/Page'
import { useCan } from '../../session/SessionProvider'
import { useContractForecastQuery } from './__generated__/ContractForecast'
import css from './detail.module.css'
import { ExpectedAmounts } from './ExpectedAmounts'
import type { Contract } from './use-contract'

const ForecastPanel = lazy(() => import('./ForecastPanel').then((module) => ({ default: module.ForecastPanel })))

const MONTHS_AHEAD = 3
const SHOWN = 3

/** What the next billing periods come to, and the way to a forecast up to any day. Suspends. */
export function ContractForecast({ contract }: { contract: Contract }) {
  const amounts = useCan('BILLING_READ')
  const [open, setOpen] = useState(false)
  const { id } = contract
  const until = addMonths(today(), MONTHS_AHEAD)
  const forecast = useContractForecastQuery({ variables: { id, until, amounts } }).data.contract?.forecast
  if (!forecast) return null
  const periods = forecast.periods.slice(0, SHOWN)
  return (
    <Section title={<Trans>What is to come</Trans>}>
      {amounts && periods.length > 0 ? (
        <ExpectedAmounts periods={periods} />
      ) : (
        <p className="muted">
          <Trans>Terms, renewals and notices up to a day, as they will be if nobody does anything.</Trans>
        </p>
      )}
      <p className={css.more}>
        <Button size="small" onClick={() => setOpen(true)}>
          <Trans>Forecast up to a day…</Trans>
        </Button>
      </p>
      {open ? (
        <Suspense>
          <ForecastPanel contract={contract} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </Section>
  )
}
