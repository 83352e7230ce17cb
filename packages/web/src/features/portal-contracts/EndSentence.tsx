import { Plural, Trans } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import type { PortalContractFragment } from './__generated__/PortalContracts'

/** Until when a contract runs, and what comes then. */
export function EndSentence({ contract }: { contract: PortalContractFragment }) {
  const format = useFormat()
  const { status, startsOn, endsOn, daysLeft, terminatedOn, autoRenew } = contract
  const [start, end] = [format.date(startsOn), format.date(endsOn)]
  if (status === 'TERMINATED') {
    const ended = format.date(terminatedOn ?? endsOn)
    return <Trans>It was ended early, on {ended}.</Trans>
  }
  if (status === 'EXPIRED') return <Trans>It ended on {end}.</Trans>
  return (
    <>
      {status === 'UPCOMING' ? (
        <Trans>
          It begins on {start} and runs until {end}.
        </Trans>
      ) : (
        <Trans>It runs until {end}.</Trans>
      )}{' '}
      {daysLeft === null ? null : (
        <>
          <b className={daysLeft <= 14 ? 'red' : daysLeft <= 60 ? 'amber' : undefined}>
            <Plural value={daysLeft} one="Today is its last day." other="# days are left, today counted." />
          </b>{' '}
        </>
      )}
      {autoRenew ? <Renewal of={contract} /> : <Trans>It does not renew by itself.</Trans>}
    </>
  )
}

function Renewal({ of: { renewalPeriod } }: { of: PortalContractFragment }) {
  if (!renewalPeriod) return <Trans>It renews by itself.</Trans>
  const { count, unit } = renewalPeriod
  if (unit === 'YEAR')
    return <Plural value={count} one="It renews by itself for a year." other="It renews by itself for # years." />
  if (unit === 'MONTH')
    return <Plural value={count} one="It renews by itself for a month." other="It renews by itself for # months." />
  if (unit === 'WEEK')
    return <Plural value={count} one="It renews by itself for a week." other="It renews by itself for # weeks." />
  return <Plural value={count} one="It renews by itself for a day." other="It renews by itself for # days." />
}
