import { useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { addDays } from '~/lib/days'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import { Section } from '~/ui/Page'
import { sendDay } from '../form/notice-dates'
import { TermRuler } from '../term/TermRuler'
import { nextTerms, type Term } from '../term/terms'
import { today } from '~/lib/today'
import { originWords, periodText } from '../words'
import css from './detail.module.css'
import type { Contract } from './use-contract'

/** So many of the latest terms stand side by side; earlier ones by a button. */
const SHOWN = 3

/** How long it still lasts, and the terms one after another with the one that comes next. */
export function TermChain({ contract }: { contract: Contract }) {
  const { terms } = contract
  const [all, setAll] = useState(false)
  const hidden = all ? 0 : Math.max(0, terms.length - SHOWN)
  return (
    <Section
      title={<Trans>Terms</Trans>}
      aside={
        hidden > 0 ? (
          <Button size="small" look="quiet" onClick={() => setAll(true)}>
            <Plural value={hidden} one="Show # earlier term" other="Show # earlier terms" />
          </Button>
        ) : null
      }
    >
      <Sentence contract={contract} />
      <ol className={css.chain}>
        {terms.slice(hidden).map((term, i) => (
          <ChainLink key={term.startsOn} contract={contract} term={term} number={hidden + i + 1} />
        ))}
        <ToCome contract={contract} />
      </ol>
      {contract.terminationReason ? <p className={css.quote}>{contract.terminationReason}</p> : null}
      {contract.description ? <p className={css.description}>{contract.description}</p> : null}
    </Section>
  )
}

/** "41 days left" and what happens then. */
function Sentence({ contract }: { contract: Contract }) {
  const format = useFormat()
  const { status, daysLeft, startsOn, endsOn, terminatedOn, autoRenew, renewalPeriod, customer } = contract
  const end = format.weekdayDate(endsOn)
  const start = format.date(startsOn)
  const length = renewalPeriod ? periodText(renewalPeriod) : ''
  const next = format.date(addDays(endsOn, 1))
  const ended = format.date(terminatedOn ?? endsOn)
  const renews = autoRenew && renewalPeriod !== null && customer.active && terminatedOn === null
  return (
    <p className={css.left}>
      {daysLeft === null ? null : (
        <span className="big">
          <Plural value={daysLeft} one="# day left" other="# days left" />
        </span>
      )}
      <span className="dim">
        {status === 'DRAFT' ? (
          <Trans>A draft: it is not in force and nobody is told anything until it is activated.</Trans>
        ) : status === 'TERMINATED' ? (
          <Trans>Terminated; {ended} was its last day.</Trans>
        ) : terminatedOn !== null ? (
          <Trans>Terminated; it ends early, on {ended}.</Trans>
        ) : status === 'EXPIRED' ? (
          <Trans>Ended on {end} and was not renewed.</Trans>
        ) : renews ? (
          <Trans>
            Ends on {end}; renews by itself on {next} for {length}.
          </Trans>
        ) : autoRenew ? (
          <Trans>Ends on {end}; does not renew, since the customer is passive.</Trans>
        ) : status === 'UPCOMING' ? (
          <Trans>
            Begins on {start}, ends on {end}.
          </Trans>
        ) : (
          <Trans>Ends on {end}, unless somebody renews it.</Trans>
        )}
      </span>
    </p>
  )
}

interface LinkProps {
  contract: Contract
  term: Contract['terms'][number]
  number: number
}

function ChainLink({ contract, term, number }: LinkProps) {
  const { i18n } = useLingui()
  const format = useFormat()
  const day = today()
  const { status, notices, endsOn, terminatedOn } = contract
  const last = term.endsOn === endsOn
  const current = term.startsOn <= day && day <= term.endsOn && status === 'ACTIVE'
  const from = format.mediumDate(term.startsOn)
  const to = format.mediumDate(term.endsOn)
  return (
    <li aria-current={current ? 'step' : undefined}>
      <TermRuler
        term={term}
        status={last ? status : 'ACTIVE'}
        today={day}
        terminatedOn={terminatedOn}
        notices={
          last && status !== 'TERMINATED'
            ? notices.map((notice) => {
                const at = sendDay(notice, endsOn)
                return { day: at, sent: at < day }
              })
            : []
        }
      />
      <p>
        <b>
          <Trans>Term {number}</Trans>
        </b>
      </p>
      <p>
        {from} – {to}
      </p>
      <p className={current ? 'green' : undefined}>
        {current ? (
          <Trans>In force</Trans>
        ) : status === 'TERMINATED' && last ? (
          <Trans>Terminated</Trans>
        ) : day > term.endsOn ? (
          last ? (
            <Trans>Over</Trans>
          ) : (
            <Trans>Ended, renewed</Trans>
          )
        ) : (
          i18n._(originWords[term.origin])
        )}
      </p>
    </li>
  )
}

/** The term that renewal will add, outlined. */
function ToCome({ contract }: { contract: Contract }) {
  const format = useFormat()
  const { autoRenew, renewalPeriod, terms, status, customer, terminatedOn } = contract
  const open = status === 'ACTIVE' || status === 'UPCOMING' || status === 'DRAFT'
  if (!open || !autoRenew || !renewalPeriod || !customer.active || terminatedOn !== null) return null
  const [next] = nextTerms(terms, renewalPeriod, 1) as [Term?]
  if (!next) return null
  const number = terms.length + 1
  const on = format.date(next.startsOn)
  const [from, to] = [format.mediumDate(next.startsOn), format.mediumDate(next.endsOn)]
  return (
    <li>
      <TermRuler term={next} status="UPCOMING" today={today()} />
      <p>
        <b>
          <Trans>Term {number}</Trans>
        </b>
      </p>
      <p>
        {from} – {to}
      </p>
      <p className="muted">
        <Trans>by itself on {on}</Trans>
      </p>
    </li>
  )
}
