import { Fragment, memo, useEffect, useRef, useState } from 'react'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import type { DrawnRows } from './DataTable'
import css from './DataTable.module.css'

/** A row's height before it is measured: as in tokens.css, and its two lines on a phone. */
const rowHeight = () => (matchMedia('(max-width: 39.99em)').matches ? 56 : 36)
const BEYOND = 12

interface Props extends DrawnRows {
  /** The last rows that are here come near: time to ask for more. */
  onEnd?: () => void
}

/**
 * The rows in sight of a long DataTable and some beyond, with gaps as high as what is left out. The row that has the
 * focus and its neighbours are always drawn, so that the keyboard never falls out of the table.
 */
export function VirtualRows({ count, columns, row, onEnd }: Props) {
  const top = useRef<HTMLTableRowElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  // oxlint-disable-next-line react/incompatible-library -- its functions are only used here, and nothing is memoized.
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    overscan: BEYOND,
    estimateSize: rowHeight,
    useFlushSync: false,
    getScrollElement: () => top.current?.closest<HTMLElement>(`.${CSS.escape(css.virtual ?? '')}`) ?? null,
    rangeExtractor: (range: Range) => {
      const places = new Set(defaultRangeExtractor(range))
      if (focused !== null)
        for (const place of [focused - 1, focused, focused + 1]) if (place >= 0 && place < count) places.add(place)
      return [...places].toSorted((a, b) => a - b)
    },
  })
  useEffect(() => {
    const body = top.current?.parentElement
    const onFocus = ({ target }: FocusEvent) => {
      const index = (target as HTMLElement).closest<HTMLElement>('tr[data-index]')?.dataset.index
      setFocused(index === undefined ? null : Number(index))
    }
    const onBlur = ({ relatedTarget }: FocusEvent) => {
      if (!body?.contains(relatedTarget as Node | null)) setFocused(null)
    }
    body?.addEventListener('focusin', onFocus)
    body?.addEventListener('focusout', onBlur)
    return () => {
      body?.removeEventListener('focusin', onFocus)
      body?.removeEventListener('focusout', onBlur)
    }
  }, [])

  const drawn = virtualizer.getVirtualItems()
  const last = drawn.at(-1)
  const atEnd = last !== undefined && last.index >= count - BEYOND
  const ask = useRef(onEnd)
  useEffect(() => {
    ask.current = onEnd
  })
  useEffect(() => {
    if (atEnd) ask.current?.()
  }, [atEnd, count])

  const gapBefore = (i: number) => (drawn[i]?.start ?? 0) - (drawn[i - 1]?.end ?? 0)
  return (
    <>
      <tr ref={top} className={css.gap} aria-hidden style={{ height: gapBefore(0) }}>
        <td colSpan={columns} />
      </tr>
      {drawn.map((item, i) => (
        <Fragment key={item.key}>
          {i > 0 && gapBefore(i) > 0 ? <Gap columns={columns} height={gapBefore(i)} /> : null}
          <Drawn row={row} index={item.index} measure={virtualizer.measureElement} />
        </Fragment>
      ))}
      <Gap columns={columns} height={virtualizer.getTotalSize() - (last?.end ?? 0)} />
    </>
  )
}

/** While one scrolls, rows that stay are not drawn again. */
const Drawn = memo(
  ({
    row,
    index,
    measure,
  }: Pick<Props, 'row'> & { index: number; measure: (element: HTMLTableRowElement | null) => void }) =>
    row(index, measure),
)

const Gap = ({ columns, height }: { columns: number; height: number }) => (
  <tr className={css.gap} aria-hidden style={{ height }}>
    <td colSpan={columns} />
  </tr>
)
