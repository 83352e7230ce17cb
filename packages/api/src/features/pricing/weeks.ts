import type { Piece } from './bands.ts'
import { Exact, type Day, type Plan } from './plan.ts'

/** A piece that is normal work, or overtime, as a whole. */
export interface Stretch extends Omit<Piece, 'minutes'> {
  minutes: Exact
  overtime: boolean
}

/** Monday of the ISO week. */
const weekOf = (day: Day) => day.subtract({ days: day.dayOfWeek - 1 }).toString()

/**
 * Splits work into normal hours and overtime: of each ISO week the first `weeklyHourLimit` hours are normal. `work` is in
 * order, and holds whole weeks: days that lie in the neighbouring period count.
 */
export function splitByWeek(work: readonly Piece[], { weeklyHourLimit }: Pick<Plan, 'weeklyHourLimit'>): Stretch[] {
  if (!weeklyHourLimit) return work.map((piece) => ({ ...piece, minutes: new Exact(piece.minutes), overtime: false }))
  const limit = weeklyHourLimit.times(60)
  const worked = new Map<string, Exact>()
  return work.flatMap((piece) => {
    const week = weekOf(piece.day)
    const before = worked.get(week) ?? new Exact(0)
    worked.set(week, before.plus(piece.minutes))
    const normal = Exact.min(Exact.max(limit.minus(before), 0), piece.minutes)
    const over = new Exact(piece.minutes).minus(normal)
    return [
      { ...piece, minutes: normal, overtime: false },
      { ...piece, minutes: over, overtime: true },
    ].filter(({ minutes }) => minutes.greaterThan(0))
  })
}
