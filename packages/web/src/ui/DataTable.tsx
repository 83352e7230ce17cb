import { useMemo, useRef, type MouseEvent, type ReactNode } from 'react'
import {
  rowSelectionFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowSelectionState,
} from '@tanstack/react-table'
import { useLingui } from '@lingui/react/macro'
import { BareCheckbox } from './Check'
import { cx } from './class-names'
import { columnWidth, tableWidth } from './column-widths'
import { ColumnHead } from './ColumnHead'
import css from './DataTable.module.css'
import { useRowKeys } from './use-row-keys'

export interface Column<T> {
  id: string
  header: string
  /** Drawn in the head in place of the word, which is read out still: the scale of what the cells draw. */
  scale?: ReactNode
  cell: (row: T) => ReactNode
  /** CSS width; one column at least has none and takes what is left. */
  width?: string
  /** Numbers and money stand right. */
  numeric?: boolean
  /** The row's name: a row header with the link that opens it. One column has it. */
  name?: boolean
  /** On a phone: beside the name, in the second line, or not at all (the default). */
  phone?: 'end' | 'second'
  /** Orders that the API knows; a column without them cannot be sorted, one with a single one in one direction only. */
  sort?: { ascending?: string; descending?: string }
}

export interface Selection {
  ids: ReadonlySet<string>
  onChange: (ids: ReadonlySet<string>) => void
}

interface Props<T> {
  /** Caption for screen readers: what is listed, and in which order. */
  caption: string
  rows: T[]
  columns: Column<T>[]
  rowId: (row: T) => string
  rowName: (row: T) => string
  /** How many there are in all, and which of them the first row is (from 0). */
  total?: number
  offset?: number
  order?: string
  onOrder?: (order: string) => void
  selection?: Selection
  /** Old rows while new ones are on their way. */
  dimmed?: boolean
  /** Inside a section: no side padding, no scrolling of its own. */
  inColumn?: boolean
  /** A click beside all links and controls of a row; whatever it does must have its key too. */
  onRowClick?: (row: T) => void
  /** Draws only the rows in sight: `virtual={(rows) => <VirtualRows {...rows} />}`. For thousands of them; not `inColumn`. */
  virtual?: (rows: DrawnRows) => ReactNode
}

/** What it takes to draw some of a table's rows. */
export interface DrawnRows {
  count: number
  /** How many cells a row has. */
  columns: number
  /** Draws the row of this place; `measure` gets its element. */
  row: (index: number, measure?: (element: HTMLTableRowElement | null) => void) => ReactNode
}

const features = tableFeatures({ rowSelectionFeature })

/** Neither on something that acts by itself nor the end of selecting text. */
const isBare = ({ target }: MouseEvent) =>
  !(target as HTMLElement).closest('a, button, input, label') && getSelection()?.isCollapsed !== false

const phoneClass = <T,>(column: Column<T>) =>
  column.name
    ? css.phoneName
    : column.phone === 'end'
      ? css.phoneEnd
      : column.phone === 'second'
        ? css.phoneSecond
        : undefined

/** Rows of one kind on a real table. `j` and `k` walk, `x` selects, Enter opens. */
export function DataTable<T extends object>(props: Props<T>) {
  const {
    caption,
    rows,
    columns,
    rowId,
    rowName,
    total = rows.length,
    offset = 0,
    order,
    onOrder,
    selection,
    dimmed,
    inColumn,
    virtual,
    onRowClick,
  } = props
  const { t } = useLingui()
  const body = useRef<HTMLTableSectionElement>(null)
  const defs = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, T> => ({
        id: column.id,
        header: column.header,
        cell: ({ row }) => column.cell(row.original),
      })),
    [columns],
  )
  const rowSelection: RowSelectionState = Object.fromEntries([...(selection?.ids ?? [])].map((id) => [id, true]))
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    state: { rowSelection },
    enableRowSelection: selection !== undefined,
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(rowSelection) : update
      selection?.onChange(new Set(Object.keys(next).filter((id) => next[id])))
    },
  })
  const model = table.getRowModel().rows
  useRowKeys(body, model.length, selection ? (i) => model[i]?.toggleSelected() : undefined)

  const drawRow: DrawnRows['row'] = (i, measure) => {
    const row = model[i]
    if (!row) return null
    return (
      <tr
        ref={measure}
        key={row.id}
        data-index={i}
        role="row"
        aria-rowindex={offset + i + 2}
        aria-selected={selection ? row.getIsSelected() : undefined}
        onClick={onRowClick && ((event) => isBare(event) && onRowClick(row.original))}
      >
        {selection ? (
          <td role="cell" className={css.phoneCheck}>
            <BareCheckbox
              aria-label={t`Select ${rowName(row.original)}`}
              checked={row.getIsSelected()}
              onChange={row.getToggleSelectedHandler()}
            />
          </td>
        ) : null}
        {row.getAllCells().map((cell, at) => {
          const column = columns[at]
          if (!column) return null
          const className = cx(phoneClass(column), column.numeric && css.num)
          const content = column.cell(row.original)
          return column.name ? (
            <th key={cell.id} scope="row" role="rowheader" className={className}>
              {content}
            </th>
          ) : (
            <td key={cell.id} role="cell" className={className}>
              {content}
            </td>
          )
        })}
      </tr>
    )
  }

  return (
    <div
      className={inColumn ? undefined : cx(css.scroll, virtual && css.virtual)}
      {...(inColumn ? {} : { tabIndex: 0, role: 'region', 'aria-label': caption })}
    >
      <table
        className={cx(css.table, inColumn && css.inColumn, dimmed && css.dimmed, selection && css.hasCheck)}
        style={inColumn ? undefined : { minWidth: tableWidth(columns, selection !== undefined) }}
        role="table"
        aria-rowcount={total + 1}
        aria-busy={dimmed || undefined}
      >
        <caption className="sr">{caption}</caption>
        <colgroup>
          {selection ? <col className={css.check} /> : null}
          {columns.map((column) => (
            <col key={column.id} style={{ width: columnWidth(column.width) }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {selection ? (
              <th scope="col" role="columnheader">
                <BareCheckbox
                  aria-label={t`Select all rows of this page`}
                  checked={table.getIsAllRowsSelected()}
                  mixed={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} role="rowgroup">
          {virtual
            ? virtual({ count: model.length, columns: columns.length + (selection ? 1 : 0), row: drawRow })
            : model.map((_, i) => drawRow(i))}
        </tbody>
      </table>
    </div>
  )
}
