import type { ReactNode } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Ruler } from '~/ui/Ruler'
import { minutesOfHours } from '../duration'
import type { UsageFragment } from './__generated__/Usage'
import css from './UsageBar.module.css'
import { countTicks, hoursUsed, hourTicks, ticketsUsed, type UsageParts } from './usage-parts'

/**
 * What a billing period has used: of the included hours and tickets, what is left, what was carried over, what goes
 * beyond, and overtime. In words and on the ruler. Ask for it with the fragment `Usage`.
 */
export function UsageBar({ usage }: { usage: UsageFragment }) {
  const { i18n } = useLingui()
  const format = useFormat()
  const [hours, tickets] = [hoursUsed(usage), ticketsUsed(usage)]
  const byTicket = tickets.credit !== null || usage.resolvedTickets > 0
  const overtime = minutesOfHours(usage.overtimeHours)
  const overtimeWords = format.minutes(overtime)
  const counted = (count: number) => {
    const number = i18n.number(count)
    return plural(count, { one: `${number} ticket`, other: `${number} tickets` })
  }
  return (
    <>
      {byTicket ? <Used of={tickets} words={counted} ticks={countTicks} none={<Trans>resolved</Trans>} /> : null}
      {byTicket && hours.credit === null && hours.used === 0 ? null : (
        <Used
          of={hours}
          words={format.minutes}
          ticks={hourTicks}
          none={<Trans>worked</Trans>}
          further={overtime > 0 ? <Trans>{overtimeWords} are overtime, beyond the weekly limit.</Trans> : undefined}
        />
      )}
    </>
  )
}

interface UsedProps {
  of: UsageParts
  words: (amount: number) => string
  ticks: (whole: number) => number[]
  /** What was done, where no credit could cover it. */
  none: ReactNode
  further?: ReactNode
}

function Used({ of: { used, credit, carried, left, beyond, parts }, words, ticks, none, further }: UsedProps) {
  const { t } = useLingui()
  const [usedWords, leftWords, beyondWords, carriedWords] = [used, left, beyond, carried].map(words)
  if (credit === null)
    return (
      <div className={css.usage}>
        <p>
          <b>{usedWords}</b> {none}
        </p>
        {further ? <p className={css.words}>{further}</p> : null}
      </div>
    )
  const creditWords = words(credit)
  return (
    <div className={css.usage}>
      <p className={css.head}>
        <b className={left === 0 ? 'amber' : undefined}>
          {left === 0 && beyond > 0 ? (
            <Trans>{beyondWords} over what is included</Trans>
          ) : (
            <Trans>{leftWords} left</Trans>
          )}
        </b>
        <span className={css.aside}>
          <Trans>
            {usedWords} of {creditWords} used
          </Trans>
        </span>
      </p>
      <Ruler
        sentence={
          beyond > 0
            ? t`${usedWords} used, ${creditWords} included: ${leftWords} left, ${beyondWords} not covered`
            : t`${usedWords} used, ${creditWords} included: ${leftWords} left`
        }
        parts={parts}
        ticks={ticks(credit + beyond)}
      />
      {carried > 0 || further || (beyond > 0 && left > 0) ? (
        <p className={css.words}>
          {beyond > 0 && left > 0 ? (
            <>
              <Trans>{beyondWords} are not covered by what is included.</Trans>{' '}
            </>
          ) : null}
          {carried > 0 ? (
            <>
              <Trans>{carriedWords} were carried over from earlier periods.</Trans>{' '}
            </>
          ) : null}
          {further}
        </p>
      ) : null}
    </div>
  )
}
