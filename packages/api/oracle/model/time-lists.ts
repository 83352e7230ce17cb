import type { TimeEntryRow } from '../world/rows.ts'
import type { FieldOf } from './feature.ts'
import { connection } from './lists.ts'
import { staffMay } from './rules.ts'

/** Time is staff's: whoever reads tickets reads what was spent on them. */
export const timeReaders = staffMay('TICKETS_READ')

/** The time entries that name an object in this column, as far as the one who asks may see them. */
export const timeOf = <Parent extends { id: string }>(
  column: 'customerId' | 'contractId' | 'ticketId',
): FieldOf<Parent> =>
  connection<TimeEntryRow, Parent>('TimeEntry', 'timeEntries', {
    rule: timeReaders,
    of: ({ id }, entry) => entry[column] === id,
    filter: 'TimeEntryFilter',
  })

export const minutesOf = (rows: readonly TimeEntryRow[]): number =>
  rows.reduce((sum, { minutes, addedMinutes }) => sum + minutes + addedMinutes, 0)
