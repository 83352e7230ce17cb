import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { buttonClass } from '~/ui/Button'
import { writeDuration } from '../duration'
import type { TimeSearch } from '../search'
import type { Day } from '../week'
import { dayWords } from '../words'
import css from './DayList.module.css'
import { EntryLine, type LineEntry } from './EntryLine'
import { minutesOf } from './week-rows'

interface Props {
  entries: readonly LineEntry[]
  days: readonly Day[]
  search: TimeSearch
  /** Days without an entry too, with the way to add one: on a phone the list takes the place of the grid. */
  addTo?: (day: Day) => boolean
}

/** What was done, day by day, with its notes. */
export function DayList({ entries, days, search, addTo }: Props) {
  const { t, i18n } = useLingui()
  const words = useMemo(() => dayWords(i18n.locale), [i18n.locale])
  const shown = days
    .map((day) => ({ day, ofDay: entries.filter(({ workedOn }) => workedOn === day) }))
    .filter(({ day, ofDay }) => ofDay.length > 0 || addTo?.(day))
  return shown.map(({ day, ofDay }) => {
    const minutes = ofDay.reduce((sum, entry) => sum + minutesOf(entry), 0)
    const dayWord = words.full(day)
    return (
      <section key={day} className={css.day} aria-labelledby={`day-${day}`}>
        <div className={css.head}>
          <h3 id={`day-${day}`}>{dayWord}</h3>
          {minutes > 0 ? (
            <span className={css.sum}>
              <span className="sr">
                <Trans>Sum:</Trans>{' '}
              </span>
              {writeDuration(minutes)}
            </span>
          ) : null}
          {addTo?.(day) ? (
            <Link
              to="/time/new"
              search={{ ...search, day }}
              className={buttonClass({ look: 'quiet', icon: true })}
              aria-label={t`Add time on ${dayWord}`}
            >
              <IconPlus size={16} stroke={1.8} aria-hidden />
            </Link>
          ) : null}
        </div>
        <ul>
          {ofDay.map((entry) => (
            <li key={entry.id}>
              <EntryLine entry={entry} search={search} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
