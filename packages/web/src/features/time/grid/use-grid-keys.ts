import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'

interface Place {
  row: number
  column: number
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * One stop for Tab in a grid of buttons, the arrows walk inside: Home and End within a row, with Ctrl to the corners,
 * Page Up and Page Down to the first and last row. A cell says its place by `data-row` and `data-column`.
 */
export function useGridKeys(rows: number, columns: number) {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  // Rows may have gone since.
  const place = { row: Math.min(active.row, rows - 1), column: Math.min(active.column, columns - 1) }

  const go = ({ row, column }: Place) => {
    const to = {
      row: Math.max(0, Math.min(rows - 1, row)),
      column: Math.max(0, Math.min(columns - 1, column)),
    }
    setActive(to)
    const cell = table.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)
    cell?.focus()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target)
    if (!at || event.altKey || event.shiftKey) return
    const far = event.ctrlKey || event.metaKey
    const [down, right] = STEPS[event.key] ?? []
    if (down !== undefined && right !== undefined && !far) go({ row: at.row + down, column: at.column + right })
    else if (event.key === 'Home') go({ row: far ? 0 : at.row, column: 0 })
    else if (event.key === 'End') go({ row: far ? rows - 1 : at.row, column: columns - 1 })
    else if (event.key === 'PageUp') go({ row: 0, column: at.column })
    else if (event.key === 'PageDown') go({ row: rows - 1, column: at.column })
    else return
    event.preventDefault()
  }
  const onFocus = (event: FocusEvent) => {
    const at = placeOf(event.target)
    if (at) setActive(at)
  }
  const cellProps = (row: number, column: number) => ({
    'data-row': row,
    'data-column': column,
    tabIndex: row === place.row && column === place.column ? 0 : -1,
  })
  return { table, tableProps: { onKeyDown, onFocus }, cellProps }
}

function placeOf(target: EventTarget): Place | null {
  const { row, column } = (target as HTMLElement).dataset
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) }
}
