import { Suspense, useDeferredValue, useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { addMonths, isDay } from '~/lib/days'
import { useFormat } from '~/lib/format'
import { today } from '~/lib/today'
import { Note } from '~/ui/Note'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SidePanel } from '~/ui/SidePanel'
import { SkeletonLines } from '~/ui/Skeleton'
import { TextField } from '~/ui/TextField'
import { useCan } from '../../session/SessionProvider'
import { originWords, ruleText } from '../words'
import { useContractForecastQuery } from './__generated__/ContractForecast'
import css from './detail.module.css'
import { ExpectedAmounts } from './ExpectedAmounts'
import type { Contract } from './use-contract'

/** Nobody forecasts further than five years. */
const MOST_MONTHS = 60
const USUAL_MONTHS = 12

interface Props {
  contract: Contract
  onClose: () => void
}

/** Terms, notices and amounts up to a day, without writing anything. */
export function ForecastPanel({ contract, onClose }: Props) {
  const { t } = useLingui()
  const { name } = contract
  const [until, setUntil] = useState(() => addMonths(today(), USUAL_MONTHS))
  const last = addMonths(today(), MOST_MONTHS)
  const valid = isDay(until) && until >= today() && until <= last
  const shown = useDeferredValue(until)
  return (
    <SidePanel title={t`Forecast of ${name}`} onClose={onClose}>
      <div className={css.forecast}>
        <TextField
          type="date"
          label={t`Up to`}
          min={today()}
          max={last}
          hint={t`At most five years ahead. Nothing is written.`}
          error={valid ? undefined : t`Choose a day from today to five years ahead.`}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        {valid ? (
          <QueryBoundary resetKey={shown}>
            <Suspense fallback={<SkeletonLines lines={8} />}>
              <Forecast id={contract.id} until={isDay(shown) ? shown : until} />
            </Suspense>
          </QueryBoundary>
        ) : null}
      </div>
    </SidePanel>
  )
}

function Forecast({ id, until }: { id: string; until: string }) {
  const { i18n } = useLingui()
  const format = useFormat()
  const amounts = useCan('BILLING_READ')
  const forecast = useContractForecastQuery({ variables: { id, until, amounts } }).data.contract?.forecast
  if (!forecast) return null
  const { terms, notices, periods } = forecast
  return (
    <>
      <section>
        <h3>
          <Trans>Terms</Trans>
        </h3>
        <ol className={css.lines}>
          {terms.map(({ startsOn, endsOn, origin }) => (
            <li key={startsOn}>
              <span className="grow">
                {format.date(startsOn)} – {format.date(endsOn)}
              </span>
              <span className="muted">{i18n._(originWords[origin])}</span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3>
          <Plural value={notices.length} _0="No notice goes out" one="# notice goes out" other="# notices go out" />
        </h3>
        <ol className={css.lines}>
          {notices.map(({ id: notice, dueOn, side, days, recipient }) => (
            <li key={notice}>
              <span className="grow">
                {format.weekdayDate(dueOn)}
                <small>{ruleText(side, days)}</small>
              </span>
              <span className="dim">{recipient.name}</span>
            </li>
          ))}
        </ol>
      </section>
      {periods.length > 0 && amounts ? (
        <section>
          <h3>
            <Trans>Amounts</Trans>
          </h3>
          <ExpectedAmounts periods={periods} />
        </section>
      ) : null}
      <Note>
        <Trans>This is how it will be if nobody does anything and no more work is done.</Trans>
      </Note>
    </>
  )
}
