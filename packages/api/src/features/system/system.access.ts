/** Doors of what runs by itself. No tables of its own: two functions tell and do. */
import { staffCan, type Doors } from '../../core/graphql/doors.ts'

const organizers = staffCan('ORGANIZATION_WRITE')

export const systemDoors: Doors = {
  types: {
    SystemHealth: organizers,
    QueueHealth: organizers,
    SweepHealth: organizers,
    SweepDay: organizers,
    ContractLaidAside: organizers,
  },
  fields: { 'Query.systemHealth': organizers, 'Mutation.tryContractAgain': organizers },
}
