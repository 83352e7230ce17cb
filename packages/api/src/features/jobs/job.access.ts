/** Both gates of jobs: everybody sees and cancels what he, she or it asked for, and nobody else’s. */
import { allow } from '../../core/db/policies.ts'
import { CONTACT, PARTNER, RESTRICTED, STAFF, SYSTEM } from '../../core/db/roles.ts'
import { signedIn, type Doors } from '../../core/graphql/doors.ts'

export const jobDoors: Doors = {
  types: { Job: signedIn, UserError: signedIn },
  fields: { 'Query.job': signedIn, 'Query.jobs': signedIn, 'Mutation.cancelJob': signedIn },
}

const people = [STAFF, RESTRICTED, CONTACT, PARTNER]
const own = 'created_by = (select app_principal_id())'

export const jobPolicies = [
  allow(SYSTEM, 'true'),
  ...people.flatMap((role) => [allow(role, own, 'select'), allow(role, own, 'insert'), allow(role, own, 'update')]),
]

/** A row is written with its effect, as the one who asked. */
const ofOwnJob = 'exists (select from job j where j.id = job_row.job_id)'
export const jobRowPolicies = [
  allow(SYSTEM, 'true'),
  ...people.flatMap((role) => [allow(role, ofOwnJob, 'select'), allow(role, ofOwnJob, 'insert')]),
]
