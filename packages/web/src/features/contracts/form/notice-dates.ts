import type { NoticeSide } from '~/lib/__generated__/schema'
import { addDays } from '~/lib/days'

export interface Notice {
  side: NoticeSide
  days: number
}

/** The furthest that a notice may lie from the end; after it, there is no notice on the last day itself. */
export const MOST_DAYS = 365
export const fewestDays = (side: NoticeSide): number => (side === 'BEFORE_END' ? 0 : 1)

/** The day on which a notice about an end goes out. */
export const sendDay = ({ side, days }: Notice, endsOn: string): string =>
  addDays(endsOn, side === 'BEFORE_END' ? -days : days)

/** What becomes of a notice that is set today. */
export type Outlook = 'goes' | 'today' | 'passed'

/** A day that has passed when a notice is set is skipped, not made up for. */
export const outlookOf = (day: string, today: string): Outlook =>
  day < today ? 'passed' : day === today ? 'today' : 'goes'
