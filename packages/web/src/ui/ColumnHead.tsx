import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Column } from './DataTable'
import css from './DataTable.module.css'

interface Props<T> {
  column: Column<T>
  order: string | undefined
  onOrder: ((order: string) => void) | undefined
}

/** A column's head; a click turns the order, where the API knows one. */
export function ColumnHead<T>({ column: { header, scale, numeric, sort }, order, onOrder }: Props<T>) {
  const className = numeric ? css.num : undefined
  if (!sort || !onOrder)
    return (
      <th scope="col" role="columnheader" className={className}>
        {scale ? <span className="sr">{header}</span> : header}
        {scale}
      </th>
    )
  const { ascending, descending } = sort
  const direction =
    order === undefined ? 'none' : order === ascending ? 'ascending' : order === descending ? 'descending' : 'none'
  const next = direction === 'ascending' ? (descending ?? ascending) : (ascending ?? descending)
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown
  return (
    <th scope="col" role="columnheader" className={className} aria-sort={direction}>
      <button type="button" className={css.sort} onClick={() => next && onOrder(next)}>
        {header}
        {direction === 'none' ? null : <Arrow size={13} stroke={1.8} aria-hidden />}
      </button>
    </th>
  )
}
