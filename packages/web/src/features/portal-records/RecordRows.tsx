import { useDeferredValue, useEffect } from 'react'
import { plural } from '@lingui/core/macro'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import type { TicketScope } from '~/lib/__generated__/schema'
import { useFormat } from '~/lib/format'
import { neighbours, offsetOf, type PageParams } from '~/lib/paging'
import { announce } from '~/ui/announce'
import { buttonClass } from '~/ui/Button'
import { cx } from '~/ui/class-names'
import { NoMatch } from '~/ui/EmptyState'
import { useLiveTickets } from '../live/use-live-tickets'
import { RecordItem } from '../portal-tickets/RecordItem'
import { NoRecords } from './NoRecords'
import { usePortalRecordsQuery } from './__generated__/PortalRecords'
import css from './Records.module.css'
import { RECORDS_A_PAGE, recordVariables, type RecordSearch } from './search'

interface Props {
  search: RecordSearch
  scope: TicketScope
  onClear: () => void
}

/** A page of records; the rows before stay, dimmed, until those asked for are there. Suspends. */
export function RecordRows({ search, scope, onClear }: Props) {
  const { t } = useLingui()
  useLiveTickets(scope)
  const wanted = JSON.stringify([search, scope])
  const shown = useDeferredValue(wanted)
  const [shownSearch, shownScope] = JSON.parse(shown) as [RecordSearch, TicketScope]
  const { data } = usePortalRecordsQuery({ variables: recordVariables(shownSearch, shownScope) })
  const { nodes, totalCount, pageInfo } = data.tickets
  useEffect(() => announce(plural(totalCount, { one: '# record', other: '# records' })), [totalCount])
  if (nodes.length === 0) {
    const narrowing = [shownSearch.q ? t`search` : '', shownSearch.by ? t`who opened it` : ''].filter(Boolean)
    return narrowing.length > 0 ? (
      <NoMatch filters={narrowing} onClear={onClear} />
    ) : (
      <NoRecords scope={shownScope} view={shownSearch.status ?? 'open'} />
    )
  }
  const labels = { open: t`Open records`, closed: t`Closed records`, approved: t`Approved records` }
  return (
    <div className={cx(css.rows, shown !== wanted && css.dimmed)} aria-busy={shown !== wanted || undefined}>
      <ul aria-label={labels[shownSearch.status ?? 'open']}>
        {nodes.map((record) => (
          <RecordItem key={record.id} record={record} />
        ))}
      </ul>
      <Pages search={shownSearch} total={totalCount} rows={nodes.length} info={pageInfo} />
    </div>
  )
}

interface PagesProps {
  search: RecordSearch
  total: number
  rows: number
  info: Parameters<typeof neighbours>[0]
}

function Pages({ search, total, rows, info }: PagesProps) {
  const { t } = useLingui()
  const format = useFormat()
  const { previous, next } = neighbours(info, search)
  if (!previous && !next) return null
  const from = offsetOf(search, RECORDS_A_PAGE)
  const [first, last, all] = [from + 1, from + rows, total].map(format.number)
  const link = (page: PageParams | undefined, label: string) =>
    page ? (
      <Link to="/portal/records" search={{ ...search, ...page }} className={buttonClass({ size: 'large' })}>
        {label}
      </Link>
    ) : (
      <span />
    )
  return (
    <nav className={css.pages} aria-label={t`Pages`}>
      {link(previous, t`Previous`)}
      <span className="muted">
        <Trans>
          {first}–{last} of {all}
        </Trans>
      </span>
      {link(next, t`Next`)}
    </nav>
  )
}
