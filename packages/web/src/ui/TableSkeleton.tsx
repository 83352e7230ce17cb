import { cx } from './class-names'
import { columnWidth, tableWidth } from './column-widths'
import type { Column } from './DataTable'
import css from './DataTable.module.css'
import { Late, SkeletonBar } from './Skeleton'

interface Props<T> {
  columns: Column<T>[]
  rows?: number
  selectable?: boolean
  inColumn?: boolean
}

/** The table's shape while its first rows are on their way: the fallback of the Suspense around a DataTable. */
export function TableSkeleton<T>({ columns, rows = 10, selectable, inColumn }: Props<T>) {
  return (
    <div className={inColumn ? undefined : css.scroll}>
      <Late>
        <table
          className={cx(css.table, css.skeleton, inColumn && css.inColumn)}
          style={inColumn ? undefined : { minWidth: tableWidth(columns, selectable === true) }}
        >
          <colgroup>
            {selectable ? <col className={css.check} /> : null}
            {columns.map((column) => (
              <col key={column.id} style={{ width: columnWidth(column.width) }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {selectable ? <th /> : null}
              {columns.map((column) => (
                <th key={column.id} className={column.numeric ? css.num : undefined}>
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                {selectable ? (
                  <td className={css.phoneCheck}>
                    <span className={css.skeletonBox} />
                  </td>
                ) : null}
                {columns.map((column) => (
                  <td key={column.id} className={cx(column.name && css.phoneName, column.numeric && css.num)}>
                    <SkeletonBar at={row} width={column.numeric ? '32px' : undefined} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Late>
    </div>
  )
}
