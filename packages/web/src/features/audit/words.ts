import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'

/** What can be done, in the order of the filter. A verb that is not here is shown as it is recorded. */
export const actionWords: Record<string, MessageDescriptor> = {
  CREATED: msg`Created`,
  UPDATED: msg`Changed`,
  DELETED: msg`Deleted`,
  ACTIVATED: msg`Activated`,
  PASSIVATED: msg`Passivated`,
  INVITED: msg`Invited`,
  AUTHORIZATION_CHANGED: msg`Authorization changed`,
  MEMBERS_CHANGED: msg`Members changed`,
  MOVED_AWAY: msg`Moved away`,
  MOVED_HERE: msg`Moved here`,
  CONVERTED_TO_TECHNICIAN: msg`Converted to technician`,
  CONVERTED_TO_USER: msg`Converted to user`,
  REOPENED: msg`Opened again`,
  RATED: msg`Rated`,
  APPROVAL_ASKED: msg`Asked for approval`,
  APPROVED: msg`Approved`,
  REJECTED: msg`Rejected`,
  ATTACHED: msg`Files attached`,
  CANCELLED: msg({ message: 'Cancelled', context: 'what was done' }),
  REVOKED: msg`Key revoked`,
  SENT_AGAIN: msg`Mail sent again`,
  LOGIN: msg`Signed in`,
  LOGIN_REFUSED_PASSIVE: msg`Sign-in refused: passive`,
  PASSWORD_CHANGED: msg`Password changed`,
  PASSWORD_RESET: msg`Password reset`,
  SESSION_REVOKED: msg`Session ended`,
}

export const typeWords: Record<string, MessageDescriptor> = {
  Customer: msg`Customer`,
  Contact: msg`Contact`,
  Group: msg`Group`,
  Technician: msg`Technician`,
  Role: msg`Role`,
  ApiKey: msg`API key`,
  Mail: msg`Mail`,
  Ticket: msg`Ticket`,
  Asset: msg`Asset or service`,
  Job: msg`Job`,
}

export const fieldWords: Record<string, MessageDescriptor> = {
  name: msg`Name`,
  kind: msg`Kind`,
  code: msg`Code`,
  taxNumber: msg`Tax number`,
  email: msg`E-mail`,
  phone: msg`Phone`,
  website: msg`Website`,
  address: msg`Address`,
  notes: msg`Notes`,
  title: msg`Title`,
  locale: msg`Language`,
  active: msg`Active`,
  group: msg`Group`,
  groupId: msg`Group`,
  customer: msg`Customer`,
  customerId: msg`Customer`,
  seesCompanyRecords: msg`Sees all records of the customer`,
  seesGroupRecords: msg`Sees all records of the group`,
  technicians: msg`Authorized technician`,
  members: msg`Member`,
  role: msg`Role`,
  roleId: msg`Role`,
  costRate: msg`Cost of an hour`,
  permissions: msg`Permissions`,
  onlyAuthorizedCustomers: msg`Only authorized customers`,
  allCustomers: msg`All customers`,
  customers: msg`Customers`,
  expiresAt: msg`Expires`,
  status: msg`Status`,
  number: msg`Number`,
  subject: msg`Subject`,
  description: msg`Description`,
  priority: msg`Priority`,
  assignee: msg`Assignee`,
  asset: msg`Asset or service`,
  serialNumber: msg`Serial number`,
  attachments: msg`Files`,
  approvers: msg`Asked for approval`,
  rating: msg`Rating`,
  ratingComment: msg`Words to the rating`,
  total: msg`Rows`,
}

const yes = msg`yes`
const no = msg`no`

/** Values that are words of the API, not of people. */
export const valueWords: Record<string, MessageDescriptor> = {
  true: yes,
  false: no,
  BULK_CHANGE: msg`change of many`,
  EXTERNAL: msg`company`,
  INTERNAL: msg`own department`,
  tr: msg`Turkish`,
  en: msg`English`,
}

/** Fields whose values are taken from `valueWords`; elsewhere a person may be called “en”. */
export const CODED = new Set([
  'active',
  'kind',
  'locale',
  'seesCompanyRecords',
  'seesGroupRecords',
  'onlyAuthorizedCustomers',
  'allCustomers',
])
