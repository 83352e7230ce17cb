import { lazy, Suspense, useState } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import type { TimeEntryLineFragment } from '../__generated__/TimeWeek'
import { minutesOf } from '../grid/week-rows'
import css from './LatestEntries.module.css'

const EditTimeDrawer = lazy(() =>
  import('../form/EditTimeDrawer').then((module) => ({ default: module.EditTimeDrawer })),
)

const SHOWN = 5

/** The latest entries of a page; each opens over it. */
export function LatestEntries({ entries, total }: { entries: readonly TimeEntryLineFragment[]; total: number }) {
  const format = useFormat()
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const shown = all ? entries : entries.slice(0, SHOWN)
  const more = total - shown.length
  return (
    <>
      {shown.length > 0 ? (
        <ul className={css.entries}>
          {shown.map((entry) => (
            <li key={entry.id}>
              <button type="button" className={css.entry} onClick={() => setOpen(entry.id)}>
                <b>{entry.note ?? <Trans>Time spent</Trans>}</b>
                <span className="num">{format.minutes(minutesOf(entry))}</span>
                <small>
                  {entry.technician.name} · {format.shortDate(entry.workedOn)}
                  {entry.billable ? null : (
                    <>
                      {' · '}
                      <Trans>not billed</Trans>
                    </>
                  )}
                </small>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {more > 0 && entries.length > shown.length ? (
        <Button size="small" look="quiet" onClick={() => setAll(true)}>
          <Plural value={more} one="# more entry" other="# more entries" />
        </Button>
      ) : null}
      {open ? (
        <Suspense>
          <EditTimeDrawer id={open} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </>
  )
}
