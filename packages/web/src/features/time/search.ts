import { params, text, type ParamsOf, type Reader } from '~/lib/search-params'
import { readDay, readWeek, type Day, type Week } from './week'

const week: Reader<Week> = readWeek
const day: Reader<Day> = readDay

/** What the address of the week says: which one, whose, and the cell whose entries are listed. */
const SHAPE = { week, technician: text, of: text, day }

export const readTimeSearch = params(SHAPE)
export type TimeSearch = ParamsOf<typeof SHAPE>

/** What the address of a new entry says beside: on what, on which day, how long. */
const NEW_SHAPE = { ticket: text, contract: text, day, minutes: text }

export const readNewTime = params(NEW_SHAPE)
