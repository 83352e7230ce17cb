import { Fragment, type ReactNode } from 'react'
import { useFormat } from '~/lib/format'
import css from './Timeline.module.css'

export interface TimelineEvent {
  id: string
  at: string
  icon: ReactNode
  /** Who did what, as one sentence. */
  sentence: ReactNode
  /** From → to, one line each. */
  details?: ReactNode[]
}

/** Events, newest first, under a heading for each day. */
export function Timeline({ events }: { events: TimelineEvent[] }) {
  const format = useFormat()
  const days = Map.groupBy(events, (event) => format.dayKey(event.at))
  return [...days.values()].map((ofDay) => {
    const first = ofDay[0]
    return first ? (
      <Fragment key={first.id}>
        <h3 className={css.day}>{format.day(first.at)}</h3>
        <ol className={css.timeline}>
          {ofDay.map((event) => (
            <li key={event.id}>
              <span className={css.icon}>{event.icon}</span>
              <div>
                {event.sentence}
                {event.details?.map((detail, i) => (
                  <div key={i} className={css.detail}>
                    {detail}
                  </div>
                ))}
              </div>
              <time dateTime={event.at} title={format.exact(event.at)}>
                {format.time(event.at)}
              </time>
            </li>
          ))}
        </ol>
      </Fragment>
    ) : null
  })
}
