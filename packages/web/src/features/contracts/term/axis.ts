import { addDays, addMonths, monthStarts } from '~/lib/days'
import { shareOf, type Term } from './terms'

/** Further than this from today nothing is drawn: a contract without an end in sight would squeeze all others. */
const REACH_MONTHS = 36

/** The span on which several terms are drawn below each other: whole months, today among them. */
export function axisOf(terms: readonly Term[], today: string): Term {
  const [earliest, latest] = [addMonths(today, -REACH_MONTHS), addMonths(today, REACH_MONTHS)]
  const from = terms.reduce((first, { startsOn }) => (startsOn < first ? startsOn : first), today)
  const to = terms.reduce((last, { endsOn }) => (endsOn > last ? endsOn : last), today)
  const start = from < earliest ? earliest : from
  const end = to > latest ? latest : to
  return {
    startsOn: `${start.slice(0, 7)}-01`,
    endsOn: addDays(addMonths(`${end.slice(0, 7)}-01`, 1), -1),
  }
}

export interface Mark {
  at: number
  /** The year that begins here, or the year in which the axis begins. */
  year: string
}

/** Where years begin on the axis. */
export const yearsOf = (axis: Term): Mark[] =>
  monthStarts(axis.startsOn, axis.endsOn)
    .filter((day) => day.slice(5, 7) === '01')
    .map((day) => ({ at: shareOf(day, axis), year: day.slice(0, 4) }))

/** Where a term lies on the axis; what is beyond its ends is cut off. */
export function placeOn(axis: Term, { startsOn, endsOn }: Term): { from: number; to: number } {
  const within = (share: number) => Math.min(1, Math.max(0, share))
  return { from: within(shareOf(startsOn, axis)), to: within(shareOf(addDays(endsOn, 1), axis)) }
}
