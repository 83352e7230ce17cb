/** Both gates of contract types and contracts: doors for fields, policies for rows. */
import { allow, contactTo, everybodyOfOurs, partnerTo, restrictedTo } from '../../core/db/policies.ts'
import { CONTACT, PARTNER, RESTRICTED } from '../../core/db/roles.ts'

/** What kinds of contracts there are is no customer's row, and everybody who is somebody may know it. */
export const typePolicies = [
  ...everybodyOfOurs(),
  allow(RESTRICTED, 'true'),
  allow(PARTNER, 'true'),
  allow(CONTACT, 'true', 'select'),
]

/** A contact with the company-records right sees what was agreed, never what is only being written. */
export const contractPolicies = [
  ...everybodyOfOurs(),
  restrictedTo('customer_id'),
  partnerTo('customer_id'),
  contactTo('not draft and customer_id = (select app_contact_customer()) and (select app_contact_sees_company())'),
]

/** What hangs on a contract is there for a contact when the contract is. */
const withContract = (table: string) => contactTo(`exists (select from contract c where c.id = ${table}.contract_id)`)

export const partPolicies = (table: string) => [
  ...everybodyOfOurs(),
  restrictedTo('customer_id'),
  partnerTo('customer_id'),
  withContract(table),
]

/**
 * Who is told of an end is staff's to read: the doors say so. A key has the rows all the same, for it may move an end,
 * and what is to be sent moves with it.
 */
export const noticePolicies = [...everybodyOfOurs(), restrictedTo('customer_id'), partnerTo('customer_id')]
