import { useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { useShortcuts } from '~/lib/shortcuts'
import { announce } from './announce'
import { BoardCard } from './BoardCard'
import { stepOf } from './board-keys'
import { Button } from './Button'
import { cx } from './class-names'
import css from './Board.module.css'

/** Drawn at once in each column; more by its button. */
const CAP = 40

export interface BoardColumn<T> {
  id: string
  /** In words: for the menu and for screen readers. */
  name: string
  /** What stands in the head; the name by default. */
  title?: ReactNode
  /** How many there are in all. */
  total: number
  /** Those that are here, in their order. */
  cards: T[]
}

/** What a card's link must carry. */
export interface CardLinkProps {
  tabIndex: number
  draggable: false
  className: string | undefined
}

interface Props<T> {
  /** Names the board: "Tickets by status". */
  label: string
  columns: BoardColumn<T>[]
  cardId: (card: T) => string
  cardName: (card: T) => string
  /** The name as a link to its page; spread the attributes into it. */
  link: (card: T, attributes: CardLinkProps) => ReactNode
  /** What stands under the name. */
  content: (card: T) => ReactNode
  /** Ids of the columns that a card may go to; none: it stays. */
  targets?: (card: T) => readonly string[]
  /** Moves a card, at best at once; the caller puts it back when the server refuses. */
  onMove?: (card: T, to: string) => void
  /** Asks for more cards of a column, when it has more than are here. */
  onMore?: (column: string) => void
  /** Old cards while new ones are on their way. */
  dimmed?: boolean
}

/**
 * Cards in columns. Arrows walk from card to card, `m` opens the menu that moves one; dragging does the same. Each
 * column is one stop of the Tab key. On a phone one column is in sight and the others are a swipe away.
 */
export function Board<T>(props: Props<T>) {
  const { label, columns, cardId, cardName, targets, onMove, dimmed } = props
  const { t } = useLingui()
  const board = useRef<HTMLDivElement>(null)
  const [caps, setCaps] = useState<Record<string, number>>({})
  const [active, setActive] = useState<Record<string, string>>({})
  const [dragged, setDragged] = useState<{ card: T; from: string } | null>(null)
  const moved = useRef<{ id: string; from: string } | null>(null)
  const shown = columns.map((column) => column.cards.slice(0, caps[column.id] ?? CAP))

  const elementOf = (id: string) => board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
  const focus = (id: string) => {
    const card = elementOf(id)
    card?.querySelector('a')?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  // A card that was moved stands in another column now; the focus goes along.
  useLayoutEffect(() => {
    const { id, from } = moved.current ?? {}
    if (id === undefined) return
    const column = elementOf(id)?.closest<HTMLElement>('[data-column]')?.dataset.column
    if (column === from) return
    moved.current = null
    const { activeElement } = document
    // Whoever has gone elsewhere meanwhile stays there.
    if (column !== undefined && (activeElement === document.body || board.current?.contains(activeElement))) focus(id)
  })

  const move = (card: T, from: string, to: string) => {
    const name = cardName(card)
    const column = columns.find(({ id }) => id === to)?.name ?? to
    moved.current = { id: cardId(card), from }
    onMove?.(card, to)
    announce(t`${name}: now in ${column}`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset.card
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if ((event.target as HTMLElement).closest('[role=menu]')) return
    const column = shown.findIndex((cards) => cards.some((card) => cardId(card) === id))
    const card = shown[column]?.findIndex((one) => cardId(one) === id) ?? -1
    const to = stepOf(
      event.key,
      { column, card },
      shown.map(({ length }) => length),
    )
    const next = to && shown[to.column]?.[to.card]
    if (!next) return
    event.preventDefault()
    focus(cardId(next))
  }
  const focusedCard = () => document.activeElement?.closest<HTMLElement>('[data-card]') ?? null
  const openMenu = () => focusedCard()?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click()
  useShortcuts(onMove ? [{ key: 'm', label: t`Move the card`, run: openMenu }] : [])

  return (
    <div
      ref={board}
      className={cx(css.board, dimmed && css.dimmed)}
      role="group"
      aria-label={label}
      aria-busy={dimmed || undefined}
      onKeyDown={onKeyDown}
    >
      {columns.map((column, at) => {
        const cards = shown[at] ?? []
        const first = cards[0]
        const known = active[column.id]
        const stop = cards.some((card) => cardId(card) === known) ? known : first && cardId(first)
        return (
          <Column
            key={column.id}
            column={column}
            cards={cards}
            open={
              dragged !== null && dragged.from !== column.id && targets?.(dragged.card).includes(column.id) === true
            }
            onDrop={() => dragged && move(dragged.card, dragged.from, column.id)}
            onMore={
              column.cards.length > cards.length
                ? () => setCaps({ ...caps, [column.id]: cards.length + CAP })
                : props.onMore && (() => props.onMore?.(column.id))
            }
            card={(card) => {
              const id = cardId(card)
              const goals = onMove ? (targets?.(card) ?? []).filter((goal) => goal !== column.id) : []
              return (
                <BoardCard
                  key={id}
                  id={id}
                  name={cardName(card)}
                  stop={id === stop}
                  goals={columns.filter((goal) => goals.includes(goal.id))}
                  link={(attributes) => props.link(card, attributes)}
                  onFocus={() => setActive((all) => ({ ...all, [column.id]: id }))}
                  onDrag={(on) => setDragged(on ? { card, from: column.id } : null)}
                  onMove={(to) => move(card, column.id, to)}
                >
                  {props.content(card)}
                </BoardCard>
              )
            }}
          />
        )
      })}
    </div>
  )
}

interface ColumnProps<T> {
  column: BoardColumn<T>
  cards: T[]
  /** The dragged card may be dropped here. */
  open: boolean
  onDrop: () => void
  onMore: (() => void) | undefined
  card: (card: T) => ReactNode
}

function Column<T>({ column, cards, open, onDrop, onMore, card }: ColumnProps<T>) {
  const format = useFormat()
  const [over, setOver] = useState(false)
  const onDragOver = (event: DragEvent) => {
    if (!open) return
    event.preventDefault()
    setOver(true)
  }
  const onDragLeave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
  }
  const id = `board-${column.id}`
  const rest = column.total - cards.length
  const left = format.number(rest)
  return (
    <section
      className={cx(css.column, open && css.open, open && over && css.over)}
      aria-labelledby={id}
      data-column={column.id}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={(event) => {
        setOver(false)
        if (!open) return
        event.preventDefault()
        onDrop()
      }}
    >
      <h2 className={css.head} id={id}>
        {column.title ?? column.name} <span className={css.count}>{format.number(column.total)}</span>
      </h2>
      <ul className={css.cards}>
        {cards.map(card)}
        {cards.length === 0 ? (
          <li className={css.nothing}>
            <Trans>Nothing here</Trans>
          </li>
        ) : null}
        {rest > 0 && onMore ? (
          <li className={css.more}>
            <Button size="small" look="quiet" wide onClick={onMore}>
              <Trans>Show more ({left})</Trans>
            </Button>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
