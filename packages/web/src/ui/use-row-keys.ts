import { useEffect, type RefObject } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useShortcuts } from '~/lib/shortcuts'

/**
 * Walks the rows of a table: the active row is the one that holds the focus, so that keyboard, screen reader and eye agree.
 * A row says its place by `data-index`, since not all of them need to be drawn. `toggle` gets the place of the row to
 * select or unselect.
 */
export function useRowKeys(
  body: RefObject<HTMLTableSectionElement | null>,
  count: number,
  toggle?: (row: number) => void,
): void {
  const { t } = useLingui()
  const active = () => {
    const row = document.activeElement?.closest<HTMLElement>('tr[data-index]')
    return row && body.current?.contains(row) ? Number(row.dataset.index) : -1
  }
  const go = (to: number) => {
    const place = Math.max(0, Math.min(count - 1, to))
    const rows = body.current
    // With the focus elsewhere the first row may be far from sight; then the first one that is drawn does.
    const row = rows?.querySelector(`tr[data-index="${place}"]`) ?? rows?.querySelector('tr[data-index]')
    const target = row?.querySelector<HTMLElement>('th a') ?? row?.querySelector<HTMLElement>('a, button, input')
    target?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }
  const walk = [
    { key: 'j', label: t`Next row`, run: () => go(active() + 1) },
    { key: 'k', label: t`Previous row`, run: () => go(active() - 1) },
  ]
  const select = toggle ? [{ key: 'x', label: t`Select row`, run: () => active() >= 0 && toggle(active()) }] : []
  useShortcuts([...walk, ...select])

  useEffect(() => {
    const element = body.current
    const onKeyDown = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step === 0 || (event.target as HTMLElement).matches('select, input[type=text]')) return
      event.preventDefault()
      go(active() + step)
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  })
}
