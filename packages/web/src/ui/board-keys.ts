/** A card's place: its column, and how far down it is. */
export interface Place {
  column: number
  card: number
}

/**
 * Where an arrow leads on a board whose columns hold so many cards: up and down within a column, left and right to the
 * next column that holds any, at the same height or its last card. Null: the key does not move.
 */
export function stepOf(key: string, { column, card }: Place, counts: readonly number[]): Place | null {
  const last = (counts[column] ?? 0) - 1
  const within = { ArrowDown: card + 1, ArrowUp: card - 1, Home: 0, End: last }[key]
  if (within !== undefined) return { column, card: Math.max(0, Math.min(last, within)) }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (step === undefined) return null
  for (let to = column + step; to >= 0 && to < counts.length; to += step) {
    const count = counts[to] ?? 0
    if (count > 0) return { column: to, card: Math.min(card, count - 1) }
  }
  return { column, card }
}
