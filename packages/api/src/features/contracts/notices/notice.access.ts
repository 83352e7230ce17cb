/** Both gates of notices: templates are our organization's, deliveries belong to the contract's customer. */
import { allow, everybodyOfOurs, partnerTo, restrictedTo } from '../../../core/db/policies.ts'
import { RESTRICTED } from '../../../core/db/roles.ts'
import { allOf, can, staffCan, type Doors } from '../../../core/graphql/doors.ts'
import { contractReaders } from '../contract.access.ts'

const readers = staffCan('CONTRACTS_READ')
const writers = can('CONTRACTS_WRITE')
const organizers = staffCan('ORGANIZATION_WRITE')

export const noticeDoors: Doors = {
  types: {
    NoticeDelivery: readers,
    NoticeTemplate: organizers,
    NoticeTemplatePreview: organizers,
  },
  fields: {
    'Contract.noticeDeliveries': readers,
    'Contract.viewerCanRenew': contractReaders,
    'Mutation.renewContract': writers,
    'Mutation.terminateContract': writers,
    // Names and addresses of the customer's people are shown to whoever may see these.
    'NoticeDelivery.recipient': can('CUSTOMERS_READ'),
    'NoticeDelivery.email': can('CUSTOMERS_READ'),
    'Query.noticeTemplates': organizers,
    'Query.noticeTemplatePreview': organizers,
    'Mutation.updateNoticeTemplate': organizers,
    'Mutation.sendNoticeAgain': allOf(readers, writers),
  },
  inputs: { 'RenewContractInput.planId': can('PLANS_READ') },
}

/** Texts belong to no customer; doors guard them. */
export const templatePolicies = [...everybodyOfOurs(), allow(RESTRICTED, 'true')]

/** A key has the rows too: it may move an end, and what is to be sent moves with it. */
export const deliveryPolicies = [...everybodyOfOurs(), restrictedTo('customer_id'), partnerTo('customer_id')]
