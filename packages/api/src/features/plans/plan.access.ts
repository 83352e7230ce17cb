/** Both gates of service plans and working calendars. They belong to our organization, not to a customer. */
import { allow, everybodyOfOurs } from '../../core/db/policies.ts'
import { PARTNER, RESTRICTED } from '../../core/db/roles.ts'
import { can, type Doors } from '../../core/graphql/doors.ts'

const readers = can('PLANS_READ')
const writers = can('PLANS_WRITE')

export const planDoors: Doors = {
  types: {
    ServicePlan: readers,
    BandRate: readers,
    WorkingCalendar: readers,
    WorkingHours: readers,
    Holiday: readers,
    PlanPreview: readers,
    PriceLine: readers,
  },
  fields: {
    'Query.servicePlans': readers,
    'Query.servicePlan': readers,
    'Query.workingCalendars': readers,
    'Query.workingCalendar': readers,
    'Query.publicHolidays': readers,
    'Query.planPreview': readers,
    'Mutation.createServicePlan': writers,
    'Mutation.updateServicePlan': writers,
    'Mutation.deleteServicePlan': writers,
    'Mutation.createWorkingCalendar': writers,
    'Mutation.updateWorkingCalendar': writers,
  },
}

/** What we offer is no customer's row: who passes the door reads all of it. */
export const planPolicies = [...everybodyOfOurs(), allow(RESTRICTED, 'true'), allow(PARTNER, 'true')]
