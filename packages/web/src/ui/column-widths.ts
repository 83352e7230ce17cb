const NAME_REM = 12
const CHECK_REM = 3

/** A width that grows with the reader's text: `120px` at the usual size is 7.5rem. */
export const columnWidth = (width: string | undefined): string | undefined =>
  width?.endsWith('px') ? `${Number.parseFloat(width) / 16}rem` : width

/**
 * The least width of a table, so that enlarged text makes it scroll instead of squeezing its names to nothing.
 * Columns without a width count as one name each.
 */
export function tableWidth(columns: { width?: string }[], selectable: boolean): string {
  const parts = columns.map(({ width }) => columnWidth(width) ?? `${NAME_REM}rem`)
  return `calc(${[...parts, `${selectable ? CHECK_REM : 1}rem`].join(' + ')})`
}
