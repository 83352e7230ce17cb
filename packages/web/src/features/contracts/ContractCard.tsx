import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import type { ContractCardFragment } from './__generated__/ContractCard'
import css from './contracts.module.css'
import { ContractStatusMark, DaysLeft } from './Marks'
import { TermRuler } from './term/TermRuler'
import { today } from '~/lib/today'

/** A contract beside what is done under it: how long it still lasts, and by which plan. */
export function ContractCard({ contract }: { contract: ContractCardFragment }) {
  const format = useFormat()
  const { id, reference, name, status, endsOn, daysLeft, terminatedOn, autoRenew, terms, plan } = contract
  const term = terms.at(-1) ?? contract
  const end = format.date(terminatedOn ?? endsOn)
  return (
    <div className={css.card}>
      <p>
        <Link to="/contracts/$id" params={{ id }}>
          {name}
        </Link>{' '}
        <span className={css.reference}>{reference}</span>
      </p>
      <TermRuler term={term} status={status} today={today()} terminatedOn={terminatedOn} />
      <p className="row">
        {daysLeft === null ? <ContractStatusMark status={status} /> : <DaysLeft days={daysLeft} />}
        <span className="muted">
          {status === 'ACTIVE' && autoRenew ? <Trans>until {end}, then renewed</Trans> : <Trans>until {end}</Trans>}
        </span>
      </p>
      {plan ? (
        <p>
          <Link to="/plans/$id" params={{ id: plan.id }}>
            {plan.title}
          </Link>
        </p>
      ) : null}
    </div>
  )
}
