import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconBell, IconFlag, IconFlagOff, IconRefresh, type Icon } from '@tabler/icons-react'
import { addDays } from '~/lib/days'
import { useFormat } from '~/lib/format'
import { Section } from '~/ui/Page'
import { TermRuler } from '../term/TermRuler'
import { today } from '~/lib/today'
import { periodText, ruleText } from '../words'
import { useContractForm } from './context'
import css from './DatesAhead.module.css'
import { outlookOf, sendDay } from './notice-dates'
import { useUpcoming } from './use-upcoming'
import { readNotice, readPeriod } from './values'

interface Event {
  day: string
  icon: Icon
  words: ReactNode
  tone?: 'passed' | 'maybe'
}

/** Beside the form: what will happen on which day, as the form stands now. */
export function DatesAhead() {
  const { t } = useLingui()
  const format = useFormat()
  const { values } = useContractForm()
  const { term, next } = useUpcoming()
  const day = today()
  if (!term)
    return (
      <Section title={<Trans>Dates ahead</Trans>}>
        <p className="muted">
          <Trans>With the first and the last day entered, everything that will happen stands here with its date.</Trans>
        </p>
      </Section>
    )
  const period = readPeriod(values.renewalPeriod)
  const notices = values.notices.flatMap((each) => readNotice(each) ?? [])
  const renews = values.autoRenew && period !== null
  const renewal = period ? periodText(period) : ''
  const events: Event[] = [
    { day: term.startsOn, icon: IconFlag, words: <Trans>The term begins.</Trans> },
    ...notices.map((notice): Event => {
      const on = sendDay(notice, term.endsOn)
      const rule = ruleText(notice.side, notice.days)
      return {
        day: on,
        icon: IconBell,
        words: <Trans>Notice: {rule}</Trans>,
        tone: outlookOf(on, day) === 'passed' ? 'passed' : notice.side === 'AFTER_END' && renews ? 'maybe' : undefined,
      }
    }),
    { day: term.endsOn, icon: IconFlagOff, words: <Trans>The last day of the term.</Trans> },
    ...(renews
      ? next.slice(0, 1).map((first): Event => {
          const until = format.date(first.endsOn)
          return {
            day: addDays(term.endsOn, 1),
            icon: IconRefresh,
            words: (
              <Trans>
                It renews for {renewal}, until {until}.
              </Trans>
            ),
          }
        })
      : []),
  ]
  events.sort((one, other) => one.day.localeCompare(other.day))
  const end = format.date(term.endsOn)
  return (
    <Section title={<Trans>Dates ahead</Trans>}>
      <div className={css.ruler}>
        <TermRuler
          term={term}
          status="ACTIVE"
          today={day}
          notices={notices.map((notice) => ({ day: sendDay(notice, term.endsOn), sent: false }))}
        />
        <div className={css.scale} aria-hidden>
          <span>{format.mediumDate(term.startsOn)}</span>
          <span>{format.mediumDate(term.endsOn)}</span>
        </div>
      </div>
      <p className={css.sentence}>
        {renews ? (
          <Trans>
            Ends on {end}; then it renews by itself for {renewal}.
          </Trans>
        ) : (
          <Trans>Ends on {end}, unless somebody renews it.</Trans>
        )}
      </p>
      <ol className={css.events} aria-label={t`Dates ahead`}>
        {events.map(({ day: on, icon: Drawn, words, tone }, i) => (
          <li key={i} data-tone={tone}>
            <Drawn size={16} stroke={1.8} aria-hidden />
            <div>
              <time dateTime={on}>{format.weekdayDate(on)}</time>
              <p>{words}</p>
              {tone === 'passed' ? (
                <p className="amber">
                  <Trans>Has passed, is skipped.</Trans>
                </p>
              ) : tone === 'maybe' ? (
                <p>
                  <Trans>Only if it does not renew.</Trans>
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
