import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { writeDuration } from '../duration'
import type { TimeSearch } from '../search'
import { spanOf } from '../week'
import css from './DayList.module.css'
import { minutesOf, type GridEntry } from './week-rows'

/** What a line tells of an entry beside what the grid knows. */
export interface LineEntry extends GridEntry {
  startedAt: string | null
  note: string | null
  extraCost: { amount: string; currency: string } | null
}

interface Props {
  entry: LineEntry
  search: TimeSearch
}

/** One entry: what was done and for what, how long. Opens it. */
export function EntryLine({ entry, search }: Props) {
  const format = useFormat()
  const { id, ticket, contract, customer, note, addedMinutes, billable, extraCost, startedAt, minutes } = entry
  const subject = ticket?.subject ?? contract?.name ?? <Trans>Under a contract</Trans>
  const added = format.minutes(addedMinutes)
  const cost = extraCost ? format.money(extraCost.amount, extraCost.currency) : ''
  return (
    <Link to="/time/$id" params={{ id }} search={search} className={css.entry}>
      <span className={css.what}>{note ?? subject}</span>
      <span className={css.minutes}>{writeDuration(minutesOf(entry))}</span>
      <span className={css.facts}>
        <span>{ticket?.number ?? contract?.reference}</span>
        {note ? <span>{subject}</span> : null}
        <span>{customer.name}</span>
        {startedAt ? <span>{spanOf(startedAt, minutes)}</span> : null}
        {addedMinutes > 0 ? (
          <span>
            <Trans>{added} of it added</Trans>
          </span>
        ) : null}
        {extraCost ? (
          <span>
            <Trans>extra cost {cost}</Trans>
          </span>
        ) : null}
        {billable ? null : (
          <span>
            <Trans>not billed</Trans>
          </span>
        )}
      </span>
    </Link>
  )
}
