import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Permission } from '~/lib/__generated__/schema'
import type { SubjectKey } from './permissions'

/** Each subject's name, and in one line what lies behind it. */
export const subjectWords: Record<SubjectKey, { name: MessageDescriptor; about: MessageDescriptor }> = {
  customers: {
    name: msg`Customers`,
    about: msg`contacts, groups, assets, authorized technicians, search`,
  },
  tickets: { name: msg`Tickets`, about: msg`requests and incidents, comments, files, approvals` },
  time: { name: msg`Own time`, about: msg`time spent; seeing it comes with tickets` },
  contracts: { name: msg`Contracts`, about: msg`terms, notices, usage without amounts` },
  plans: { name: msg`Service plans`, about: msg`prices, credit, working calendars` },
  billing: { name: msg`Billing`, about: msg`amounts, invoices, cost rates, everybody’s time` },
  organization: { name: msg`Organization`, about: msg`users, technicians, roles, settings, mail` },
  keys: { name: msg`API keys`, about: msg`keys for partners’ programs` },
  audit: { name: msg`Audit log`, about: msg`who did what, and when` },
}

/** A permission on its own, for lists and summaries. */
export const permissionWords: Record<Permission, MessageDescriptor> = {
  CUSTOMERS_READ: msg`see customers`,
  CUSTOMERS_WRITE: msg`change customers`,
  TICKETS_READ: msg`see tickets`,
  TICKETS_WRITE: msg`work on tickets`,
  TIME_WRITE: msg`enter own time`,
  CONTRACTS_READ: msg`see contracts`,
  CONTRACTS_WRITE: msg`change contracts`,
  PLANS_READ: msg`see service plans`,
  PLANS_WRITE: msg`change service plans`,
  BILLING_READ: msg`see billing`,
  BILLING_WRITE: msg`make invoices`,
  ORGANIZATION_WRITE: msg`manage the organization`,
  API_KEYS_WRITE: msg`manage API keys`,
  AUDIT_READ: msg`see the audit log`,
}
