/** Both gates of technicians, roles and users. */
import { allow, everybodyOfOurs } from '../../core/db/policies.ts'
import { CONTACT, PARTNER, RESTRICTED } from '../../core/db/roles.ts'
import { allOf, anyOf, can, contact, signedIn, staff, staffCan, type Doors } from '../../core/graphql/doors.ts'

const organizers = staffCan('ORGANIZATION_WRITE')

export const organizationDoors: Doors = {
  // What holds an amount keeps the door of it.
  // Who sees a ticket is told the name of who works on it.
  types: {
    Technician: anyOf(staff, contact, can('TICKETS_READ')),
    Role: organizers,
    RoleEffect: organizers,
    Money: signedIn,
  },
  fields: {
    'Query.technicians': staff,
    'Query.technician': staff,
    'Query.users': organizers,
    'Query.roles': organizers,
    'Query.role': organizers,
    'Query.roleEffect': allOf(organizers, staffCan('CUSTOMERS_READ')),
    'Technician.version': staff,
    'Technician.email': staff,
    'Technician.active': staff,
    'Technician.role': organizers,
    'Technician.lastSeenAt': organizers,
    'Technician.authorizedCustomers': staffCan('CUSTOMERS_READ'),
    'Technician.costRate': staffCan('BILLING_READ'),
    'Mutation.createTechnician': organizers,
    'Mutation.updateTechnician': organizers,
    'Mutation.inviteTechnician': organizers,
    'Mutation.convertToTechnician': organizers,
    'Mutation.convertToUser': organizers,
    'Mutation.createRole': organizers,
    'Mutation.updateRole': organizers,
    'Mutation.deleteRole': organizers,
  },
  inputs: {
    'TechnicianFilter.active': staff,
    'TechnicianFilter.roleId': organizers,
    'TechnicianFilter.customerId': staffCan('CUSTOMERS_READ'),
    'CreateTechnicianInput.costRate': staffCan('BILLING_READ'),
    'UpdateTechnicianInput.costRate': staffCan('BILLING_READ'),
  },
}

/**
 * Names of technicians are no secret among staff; what else they hold stands behind doors. Contacts and keys reach a
 * technician through a ticket only, and are granted no column but the name.
 */
export const technicianPolicies = [
  ...everybodyOfOurs(),
  allow(RESTRICTED, 'true'),
  allow(CONTACT, 'true', 'select'),
  allow(PARTNER, 'true', 'select'),
]
export const rolePolicies = [...everybodyOfOurs(), allow(RESTRICTED, 'true')]
