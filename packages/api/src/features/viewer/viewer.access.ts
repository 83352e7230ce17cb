/** Doors of what is about oneself, and of looking for things. No tables of its own. */
import { anyOf, can, contact, person, publicDoor, signedIn, type Doors } from '../../core/graphql/doors.ts'

export const viewerDoors: Doors = {
  types: { Viewer: signedIn, Session: person },
  fields: {
    'Query.me': publicDoor,
    // What each type's own door hides is null, or not found.
    'Query.node': signedIn,
    'Query.search': anyOf(contact, can('CUSTOMERS_READ')),
    'Query.sessions': person,
    'Mutation.revokeSession': person,
    'Mutation.updateProfile': person,
  },
}
