import { addDays, monthStarts } from '~/lib/days'
import { lengthOf, shareOf, type Term } from './terms'

/** Months side by side are still told apart up to here; longer terms are ticked by years. */
const MOST_DAYS_BY_MONTHS = 1_100

/** Where months begin within a term, or years within a long one, as shares of it. */
export function ticksOf(term: Term): number[] {
  const starts = monthStarts(addDays(term.startsOn, 1), term.endsOn)
  const shown = lengthOf(term) > MOST_DAYS_BY_MONTHS ? starts.filter((day) => day.slice(5, 7) === '01') : starts
  return shown.map((day) => shareOf(day, term))
}
