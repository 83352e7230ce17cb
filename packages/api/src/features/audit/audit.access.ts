/** Both gates of audit events: written by everybody about what they did, read by staff with the permission. */
import { allow, everybodyOfOurs, restrictedTo } from '../../core/db/policies.ts'
import { CONTACT, PARTNER, RESTRICTED } from '../../core/db/roles.ts'
import { staff, staffCan, type Doors } from '../../core/graphql/doors.ts'

export const auditDoors: Doors = {
  // A timeline shows a customer's own events to all staff that may read the customer.
  types: { AuditEvent: staff, FieldChange: staff },
  fields: { 'Query.auditEvents': staffCan('AUDIT_READ') },
}

const ownAct = 'actor_id = (select app_principal_id())'
export const auditPolicies = [
  ...everybodyOfOurs('select'),
  ...everybodyOfOurs('insert'),
  // Events without a customer are not for restricted technicians.
  restrictedTo('customer_id', 'select'),
  ...[RESTRICTED, CONTACT, PARTNER].map((role) => allow(role, ownAct, 'insert')),
]
