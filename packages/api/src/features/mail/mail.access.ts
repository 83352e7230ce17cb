/** Both gates of outgoing mail. */
import { allow, everybodyOfOurs, restrictedTo } from '../../core/db/policies.ts'
import { CONTACT, PARTNER, RESTRICTED, SIGN_IN } from '../../core/db/roles.ts'
import { staffCan, type Doors } from '../../core/graphql/doors.ts'

const organizers = staffCan('ORGANIZATION_WRITE')

export const mailDoors: Doors = {
  types: { Mail: organizers },
  fields: { 'Query.mails': organizers, 'Mutation.resendMail': organizers },
}

export const mailPolicies = [
  ...everybodyOfOurs(),
  restrictedTo('customer_id', 'select'),
  restrictedTo('customer_id', 'update'),
  // Whoever's act causes a mail writes it in the same transaction.
  ...[RESTRICTED, CONTACT, PARTNER, SIGN_IN].map((role) => allow(role, 'true', 'insert')),
]
