/** Both gates of customers, contacts, groups and authorizations: doors for fields, policies for rows. */
import { allow, contactTo, everybodyOfOurs, partnerTo, restrictedTo, rowsOf } from '../../core/db/policies.ts'
import { CONTACT } from '../../core/db/roles.ts'
import { allOf, anyOf, can, contact, staff, staffCan, unrestricted, type Doors } from '../../core/graphql/doors.ts'

const readers = anyOf(contact, can('CUSTOMERS_READ'))
const writers = can('CUSTOMERS_WRITE')

export const customerDoors: Doors = {
  types: { Customer: readers, Contact: readers, Group: readers, ContactReach: staffCan('CUSTOMERS_READ') },
  fields: {
    'Query.customers': readers,
    'Query.customer': readers,
    'Query.customerDuplicates': staffCan('CUSTOMERS_READ'),
    'Query.contacts': readers,
    'Query.contact': readers,
    'Query.contactReach': staffCan('CUSTOMERS_READ'),
    'Query.groups': readers,
    'Query.group': readers,
    'Customer.notes': staff,
    'Customer.taxNumber': staff,
    'Customer.technicians': staff,
    'Customer.timeline': staff,
    'Contact.lastSeenAt': staff,
    'Contact.timeline': staff,
    'Mutation.createCustomer': allOf(writers, unrestricted),
    'Mutation.updateCustomer': writers,
    'Mutation.deleteCustomer': writers,
    'Mutation.createContact': writers,
    'Mutation.updateContact': writers,
    'Mutation.setContactActive': writers,
    'Mutation.deleteContact': writers,
    'Mutation.moveContact': staffCan('CUSTOMERS_WRITE'),
    'Mutation.inviteContact': staffCan('CUSTOMERS_WRITE'),
    'Mutation.createGroup': writers,
    'Mutation.updateGroup': writers,
    'Mutation.deleteGroup': writers,
    'Mutation.setAuthorizedTechnicians': staffCan('CUSTOMERS_WRITE'),
  },
  inputs: {
    'CustomerFilter.technicianId': staff,
    'CreateCustomerInput.technicianIds': staff,
    'CreateCustomerInput.notes': staff,
    'CreateCustomerInput.taxNumber': staff,
    'UpdateCustomerInput.notes': staff,
    'UpdateCustomerInput.taxNumber': staff,
  },
}

export const customerPolicies = [
  ...everybodyOfOurs(),
  restrictedTo('id'),
  partnerTo('id'),
  // The own, and those that tickets of former days name.
  contactTo(`id = (select app_contact_customer()) or id in (${rowsOf('app_named_customers()')})`),
]

export const contactPolicies = [
  ...everybodyOfOurs(),
  restrictedTo('customer_id'),
  partnerTo('customer_id'),
  contactTo(
    `id = (select app_principal_id()) or id in (${rowsOf('app_named_contacts()')}) or (customer_id = (select app_contact_customer()) and ((select app_contact_sees_company()) or (group_id = (select app_contact_group()) and (select app_contact_sees_group()))))`,
  ),
  allow(CONTACT, 'id = (select app_principal_id())', 'update'),
]

export const groupPolicies = [
  ...everybodyOfOurs(),
  restrictedTo('customer_id'),
  partnerTo('customer_id'),
  contactTo(
    'customer_id = (select app_contact_customer()) and ((select app_contact_sees_company()) or id = (select app_contact_group()))',
  ),
]

export const authorizationPolicies = [...everybodyOfOurs(), restrictedTo('customer_id')]
