import type { Piece } from './bands.ts'
import { weekNumber } from './days.ts'
import { minutesOf, zero } from './numbers.ts'
import type { Exact, Plan } from './plan.ts'

/** A piece that is normal work, or overtime, as a whole. */
export interface Stretch extends Omit<Piece, 'minutes'> {
  minutes: Exact
  overtime: boolean
}

/**
 * Splits work into normal hours and overtime: of each ISO week the first `weeklyHourLimit` hours are normal. `work` is in
 * order, and holds whole weeks: days that lie in the neighbouring period count.
 */
export function splitByWeek(work: readonly Piece[], { weeklyHourLimit }: Pick<Plan, 'weeklyHourLimit'>): Stretch[] {
  if (!weeklyHourLimit) return work.map((piece) => ({ ...piece, minutes: minutesOf(piece.minutes), overtime: false }))
  const limit = weeklyHourLimit.times(60)
  const worked = new Map<number, Exact>()
  return work.flatMap((piece) => {
    const week = weekNumber(piece.day)
    const before = worked.get(week) ?? zero
    const minutes = minutesOf(piece.minutes)
    const after = before.plus(minutes)
    worked.set(week, after)
    // Most pieces lie on one side.
    if (after.lessThanOrEqualTo(limit)) return [{ ...piece, minutes, overtime: false }]
    if (before.greaterThanOrEqualTo(limit)) return [{ ...piece, minutes, overtime: true }]
    const normal = limit.minus(before)
    return [
      { ...piece, minutes: normal, overtime: false },
      { ...piece, minutes: minutes.minus(normal), overtime: true },
    ]
  })
}
