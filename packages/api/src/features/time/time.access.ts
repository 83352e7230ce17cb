/** Both gates of time entries and running timers: doors for fields, policies for rows. Time is staff's alone. */
import { allow, everybodyOfOurs, restrictedTo } from '../../core/db/policies.ts'
import { RESTRICTED, STAFF, SYSTEM } from '../../core/db/roles.ts'
import type { Principal } from '../../core/auth/principal.ts'
import { anyOf, signedIn, staffCan, type Door, type Doors } from '../../core/graphql/doors.ts'
import { contractReaders } from '../contracts/index.ts'

const readers = staffCan('TICKETS_READ')
const own = staffCan('TIME_WRITE')
const others = staffCan('BILLING_WRITE')
const writers = anyOf(others, own)

/** Time of somebody else is written by who keeps the bills. */
const forOthers: Door = {
  ...others,
  test(principal, args) {
    const { technicianId } = (args['input'] ?? {}) as { technicianId?: string | null }
    return technicianId === principal.id ? true : others.test(principal, args)
  },
}

/** Whether the one who asks may change this technician's entries. */
export const mayWriteTimeOf = (principal: Principal, technicianId: string): boolean =>
  (principal.id === technicianId && principal.permissions.has('TIME_WRITE')) ||
  principal.permissions.has('BILLING_WRITE')

/** The timer is null for whoever has none: the portal and keys too. */
export const timeDoors: Doors = {
  types: { TimeEntry: readers, TimeWeek: readers, TimeDay: readers, RunningTimer: signedIn, TimeAllowance: writers },
  fields: {
    'Query.timeEntries': readers,
    'Query.timeEntry': readers,
    'Query.timeWeek': readers,
    'Query.timeAllowance': writers,
    'TimeEntry.contract': contractReaders,
    'Ticket.timeEntries': readers,
    'Ticket.minutesSpent': readers,
    'Contract.timeEntries': readers,
    'Customer.timeEntries': readers,
    'LineSource.timeEntry': readers,
    'Mutation.logTime': writers,
    'Mutation.updateTimeEntry': writers,
    'Mutation.deleteTimeEntry': writers,
    'Mutation.startTimer': own,
    'Mutation.stopTimer': own,
    'Mutation.discardTimer': own,
  },
  inputs: { 'LogTimeInput.technicianId': forOthers, 'TimeEntryFilter.contractId': contractReaders },
}

export const entryPolicies = [...everybodyOfOurs(), restrictedTo('customer_id')]

const mine = 'technician_id = (select app_principal_id())'

/** A timer is its technician's alone, whatever becomes of the customer. */
export const timerPolicies = [allow(STAFF, mine), allow(RESTRICTED, mine), allow(SYSTEM, 'true')]
