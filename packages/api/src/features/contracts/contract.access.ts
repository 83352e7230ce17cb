/**
 * Both gates of contract types and contracts: doors for fields, policies for rows. What kinds of contracts there are is
 * part of writing contracts, so whoever writes them keeps the list too, as whoever writes plans keeps the calendars.
 */
import { allow, contactTo, everybodyOfOurs, partnerTo, restrictedTo } from '../../core/db/policies.ts'
import { CONTACT, PARTNER, RESTRICTED } from '../../core/db/roles.ts'
import { allOf, anyOf, can, contact, staff, staffCan, type Doors } from '../../core/graphql/doors.ts'

/** The row policy says which ones a contact sees: without the company-records right none. */
export const contractReaders = anyOf(contact, can('CONTRACTS_READ'))
const writers = can('CONTRACTS_WRITE')
const staffWriters = staffCan('CONTRACTS_WRITE')
const planReaders = can('PLANS_READ')

export const contractDoors: Doors = {
  types: {
    Contract: contractReaders,
    ContractType: contractReaders,
    ContractTerm: contractReaders,
    ContractPlanChange: contractReaders,
    ContractNotice: contractReaders,
    Period: contractReaders,
  },
  fields: {
    'Query.contracts': contractReaders,
    'Query.contract': contractReaders,
    'Query.contractTypes': contractReaders,
    'Contract.plan': planReaders,
    'ContractPlanChange.plan': planReaders,
    'Contract.notices': staff,
    'Contract.noticeUsers': staff,
    'Contract.timeline': staff,
    'Customer.contracts': contractReaders,
    'Customer.activeContractCount': contractReaders,
    'ServicePlan.contracts': contractReaders,
    'Mutation.createContractType': writers,
    'Mutation.updateContractType': writers,
    'Mutation.createContract': writers,
    'Mutation.updateContract': writers,
    'Mutation.activateContract': writers,
    'Mutation.deleteContract': writers,
  },
  inputs: {
    'CreateContractInput.planId': planReaders,
    'CreateContractInput.notices': staffWriters,
    'CreateContractInput.noticeUserIds': staffWriters,
    'UpdateContractInput.planId': planReaders,
    'UpdateContractInput.notices': staffWriters,
    'UpdateContractInput.noticeUserIds': staffWriters,
    // What is under a plan is not found out by who may not see plans.
    'ContractFilter.planId': planReaders,
    'CustomerFilter.planId': allOf(planReaders, can('CONTRACTS_READ')),
  },
}

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
