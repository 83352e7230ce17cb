import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconRefresh } from '@tabler/icons-react'
import { Section } from '~/ui/Page'
import { useHomeContractsQuery } from './__generated__/HomeContracts'
import css from './contracts.module.css'
import { homeContractVariables } from './home-variables'
import { DaysLeft } from './Marks'
import { AheadRuler } from './term/AheadRuler'
import { today } from '~/lib/today'

/** The contracts that end within 90 days, the nearest first, each against the same ruler. Suspends. */
export function HomeContracts() {
  const { t } = useLingui()
  const { in30, in60, in90 } = useHomeContractsQuery({ variables: homeContractVariables() }).data
  const counts = [
    { ends: '30', count: in30.totalCount },
    { ends: '60', count: in60.totalCount },
    { ends: '90', count: in90.totalCount },
  ] as const
  return (
    <Section
      title={<Trans>Contracts that end soon</Trans>}
      note={in90.totalCount}
      aside={
        <Link to="/contracts" search={{ view: 'expiring' }}>
          <Trans>Show all</Trans>
        </Link>
      }
    >
      {in90.nodes.length === 0 ? (
        <p className="muted">
          <Trans>No contract ends in the next 90 days.</Trans>
        </p>
      ) : (
        <>
          <ul className={css.counts}>
            {counts.map(({ ends, count }) => (
              <li key={ends}>
                <Link to="/contracts" search={{ view: 'expiring', ends }}>
                  <b className="big">{count}</b>{' '}
                  <span>
                    <Trans>in {ends} days</Trans>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <ul className={css.soon}>
            {in90.nodes.map(({ id, name, reference, customer, endsOn, daysLeft, autoRenew }) => (
              <li key={id}>
                <Link to="/contracts/$id" params={{ id }} className={css.soonName} title={`${name} · ${customer.name}`}>
                  {customer.name} <span className="muted">{name}</span>
                  <span className="sr"> {reference}</span>
                </Link>
                <span className={css.soonRuler}>
                  <AheadRuler today={today()} endsOn={endsOn} autoRenew={autoRenew} />
                </span>
                <span className={css.soonLeft}>
                  {autoRenew ? (
                    <>
                      <IconRefresh size={14} stroke={1.8} aria-hidden className="muted" />
                      <span className="sr">{t`Renews by itself`}</span>
                    </>
                  ) : null}
                  {daysLeft === null ? null : <DaysLeft days={daysLeft} />}
                </span>
              </li>
            ))}
          </ul>
          {in90.totalCount > in90.nodes.length ? (
            <p className="muted sm">
              <Plural value={in90.totalCount - in90.nodes.length} one="and # more" other="and # more" />
            </p>
          ) : null}
        </>
      )}
    </Section>
  )
}
