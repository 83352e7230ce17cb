import { Trans } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { WeekLimitBar } from '../usage/WeekLimitBar'
import css from './TimeFields.module.css'
import type { Allowance } from './use-allowance'

interface Props {
  allowance: Allowance
  /** Billable minutes that are being typed, and those of the same entry that the week holds already. */
  adding: number
  counted: number
}

/** How much of the week’s limit and of the period’s credit is left, with what is being typed. */
export function AllowanceBars({ allowance, adding, counted }: Props) {
  const format = useFormat()
  const { underContract, weekMinutes, weekMinutesLeft, overtime, creditMinutesLeft, overage } = allowance
  if (!underContract)
    return (
      <p className="muted sm">
        <Trans>No contract runs on that day: nothing limits the work, and it is not billed.</Trans>
      </p>
    )
  const credit = creditMinutesLeft === null ? null : format.minutes(creditMinutesLeft)
  return (
    <div className={css.bars}>
      {weekMinutes !== null && weekMinutesLeft !== null ? (
        <>
          <WeekLimitBar
            limit={weekMinutes}
            used={Math.max(0, weekMinutes - weekMinutesLeft - counted)}
            adding={adding}
          />
          {overtime === 'REFUSED' ? (
            <p className="muted sm">
              <Trans>Billable time over the limit is not accepted.</Trans>
            </p>
          ) : null}
        </>
      ) : null}
      {credit === null ? null : (
        <p className="muted sm">
          {overage === 'REFUSED' ? (
            <Trans>Credit left in this period: {credit}; beyond it billable time is not accepted.</Trans>
          ) : (
            <Trans>Credit left in this period: {credit}.</Trans>
          )}
        </p>
      )}
    </div>
  )
}
