import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { cx } from '~/ui/class-names'
import { None } from '~/ui/Facts'
import { writeDuration } from '../duration'
import type { Day } from '../week'
import { dayWords } from '../words'
import { useGridKeys } from './use-grid-keys'
import css from './WeekGrid.module.css'
import type { Grid, GridCell, GridEntry, GridRow } from './week-rows'

interface Props<E extends GridEntry> {
  caption: string
  grid: Grid<E>
  days: readonly Day[]
  today: Day
  /** Whether time can be added; days to come take none. */
  mayAdd: boolean
  /** The entries of another week while this one’s are on their way. */
  dimmed?: boolean
  onCell: (row: GridRow<E>, cell: GridCell<E>) => void
}

/** A week: what the time was spent on, day by day. One stop for Tab, arrows inside, Enter opens. */
export function WeekGrid<E extends GridEntry>({ caption, grid, days, today, mayAdd, dimmed, onCell }: Props<E>) {
  const { t, i18n } = useLingui()
  const words = useMemo(() => dayWords(i18n.locale), [i18n.locale])
  const { table, tableProps, cellProps } = useGridKeys(grid.rows.length, days.length)
  const todayClass = (day: Day) => (day === today ? css.today : undefined)
  return (
    <div className={cx(css.scroll, dimmed && css.dimmed)}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are walked by arrows is a grid */}
      <table ref={table} {...tableProps} role="grid" className={css.grid} aria-label={caption} aria-busy={dimmed}>
        <colgroup>
          <col className={css.what} />
          {days.map((day) => (
            <col key={day} className={css.day} />
          ))}
          <col className={css.sum} />
        </colgroup>
        <thead>
          <tr role="row">
            <th scope="col" role="columnheader">
              <Trans>Spent on</Trans>
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                role="columnheader"
                className={todayClass(day)}
                aria-current={day === today ? 'date' : undefined}
              >
                <span aria-hidden>
                  {words.weekday(day)}
                  <b>{words.number(day)}</b>
                </span>
                <span className="sr">{words.full(day)}</span>
              </th>
            ))}
            <th scope="col" role="columnheader">
              <Trans>Sum</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, at) => (
            <tr key={row.key} role="row">
              <th scope="row" role="rowheader">
                <span className={css.what}>
                  <What row={row} />
                </span>
              </th>
              {row.cells.map((cell, column) => (
                <td key={cell.day} role="gridcell" className={todayClass(cell.day)}>
                  <Cell
                    {...{ row, cell, words }}
                    closed={cell.entries.length === 0 && (!mayAdd || cell.day > today)}
                    place={cellProps(at, column)}
                    onPress={() => onCell(row, cell)}
                  />
                </td>
              ))}
              <td role="gridcell" className={css.total}>
                {writeDuration(row.minutes)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr role="row">
            <th scope="row" role="rowheader">
              {t`Sum of the day`}
            </th>
            {days.map((day, i) => (
              <td key={day} role="gridcell" className={todayClass(day)}>
                {grid.days[i] ? writeDuration(grid.days[i]) : <None />}
              </td>
            ))}
            <td role="gridcell">{writeDuration(grid.minutes)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** The ticket or contract of a row, with whose it is. */
function What<E extends GridEntry>({ row: { ticket, contract, reference, title, customer } }: { row: GridRow<E> }) {
  return (
    <>
      <span title={`${reference} ${title}`}>
        {ticket ? (
          <Link to="/tickets/$id" params={{ id: ticket.id }}>
            {title}
          </Link>
        ) : contract ? (
          <Link to="/contracts/$id" params={{ id: contract.id }}>
            {title}
          </Link>
        ) : (
          <Trans>Under a contract</Trans>
        )}
      </span>
      <span className="muted sm">{[reference, customer].filter(Boolean).join(' · ')}</span>
    </>
  )
}

interface CellProps<E extends GridEntry> {
  row: GridRow<E>
  cell: GridCell<E>
  words: ReturnType<typeof dayWords>
  /** Nothing is there and nothing may be added. */
  closed: boolean
  place: ReturnType<ReturnType<typeof useGridKeys>['cellProps']>
  onPress: () => void
}

function Cell<E extends GridEntry>({ row, cell, words, closed, place, onPress }: CellProps<E>) {
  const { t } = useLingui()
  const { entries, minutes, free } = cell
  const [day, reference] = [words.full(cell.day), row.reference]
  const [spent, count] = [writeDuration(minutes), entries.length]
  const said =
    count === 0
      ? closed
        ? t`${reference}, ${day}: nothing`
        : t`${reference}, ${day}: nothing. Add time`
      : [
          t`${reference}, ${day}: ${spent}`,
          count > 1 && plural(count, { one: '# entry', other: '# entries' }),
          free && t`not billed`,
        ]
          .filter(Boolean)
          .join(', ')
  return (
    <button
      {...place}
      type="button"
      aria-label={said}
      aria-disabled={closed || undefined}
      className={cx(css.cell, count === 0 && css.empty, free && css.free)}
      onClick={closed ? undefined : onPress}
    >
      <span>{count === 0 ? '+' : writeDuration(minutes)}</span>
    </button>
  )
}
