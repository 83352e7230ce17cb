/** The rows of a world as plain data: what the model reads and what is put into the database. Instants are UTC with six digits. */
import type { PrincipalKind } from '../../src/core/auth/principal.ts'

export interface CustomerRow {
  type: 'Customer'
  id: string
  version: number
  name: string
  kind: 'EXTERNAL' | 'INTERNAL'
  code: string | null
  taxNumber: string | null
  email: string | null
  phone: string | null
  website: string | null
  address: string | null
  notes: string | null
  active: boolean
  createdAt: string
  updatedAt: string
}

export interface GroupRow {
  type: 'Group'
  id: string
  version: number
  customerId: string
  name: string
  createdAt: string
  updatedAt: string
}

export interface ContactRow {
  type: 'Contact'
  id: string
  version: number
  customerId: string
  groupId: string | null
  accountId: string | null
  name: string
  email: string | null
  phone: string | null
  title: string | null
  locale: 'tr' | 'en'
  active: boolean
  seesCompanyRecords: boolean
  seesGroupRecords: boolean
  createdAt: string
  updatedAt: string
}

export interface RoleRow {
  type: 'Role'
  id: string
  version: number
  name: string
  permissions: string[]
  onlyAuthorizedCustomers: boolean
  administrator: boolean
  createdAt: string
  updatedAt: string
}

export interface TechnicianRow {
  type: 'Technician'
  id: string
  version: number
  accountId: string
  roleId: string
  name: string
  email: string
  active: boolean
  costRate: string | null
  costRateCurrency: string | null
  createdAt: string
  updatedAt: string
}

export interface AuthorizationRow {
  technicianId: string
  customerId: string
  createdAt: string
}

export interface ApiKeyRow {
  type: 'ApiKey'
  id: string
  name: string
  prefix: string
  permissions: string[]
  allCustomers: boolean
  createdBy: string
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
}

export interface ApiKeyCustomerRow {
  apiKeyId: string
  customerId: string
}

export interface Change {
  field: string
  from: string | null
  to: string | null
}

export interface AuditEventRow {
  type: 'AuditEvent'
  id: string
  at: string
  actorKind: PrincipalKind | null
  actorId: string | null
  actorName: string | null
  action: string
  subjectType: string | null
  subjectId: string | null
  customerId: string | null
  changes: Change[]
}

export interface MailRow {
  type: 'Mail'
  id: string
  customerId: string | null
  toName: string
  toAddress: string
  subject: string
  bodyText: string
  status: 'QUEUED' | 'SENT' | 'FAILED'
  attempts: number
  failure: string | null
  createdAt: string
  sentAt: string | null
}

export interface AssetRow {
  type: 'Asset'
  id: string
  version: number
  customerId: string
  kind: 'ASSET' | 'SERVICE'
  name: string
  serialNumber: string | null
  status: string | null
  contractId: string | null
  createdAt: string
  updatedAt: string
}

export type TicketStatus = 'OPEN' | 'IN_PROGRESS' | 'WAITING' | 'RESOLVED' | 'CLOSED' | 'CANCELLED'
export type Approval = 'NOT_NEEDED' | 'PENDING' | 'APPROVED' | 'REJECTED'
export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT'

export interface TicketRow {
  type: 'Ticket'
  id: string
  version: number
  number: string
  kind: 'INCIDENT' | 'REQUEST'
  subject: string
  description: string
  status: TicketStatus
  approval: Approval
  priority: Priority
  customerId: string
  requesterId: string
  /** The requester's group at opening. */
  groupId: string | null
  assigneeId: string | null
  assetId: string | null
  contractId: string | null
  rating: number | null
  ratingComment: string | null
  openedAt: string
  updatedAt: string
  resolvedAt: string | null
  closedAt: string | null
}

export interface CommentRow {
  type: 'Comment'
  id: string
  customerId: string
  ticketId: string
  body: string
  internal: boolean
  authorKind: PrincipalKind
  authorId: string
  /** As it was then. */
  authorName: string
  createdAt: string
}

/** A contact who was asked to approve a ticket. */
export interface ApprovalRow {
  id: string
  customerId: string
  ticketId: string
  contactId: string
  /** As it was then. */
  contactName: string
  askedAt: string
  decision: 'APPROVED' | 'REJECTED' | null
  comment: string | null
  decidedAt: string | null
}

/** A file: of a ticket, of a comment on it, or an upload that hangs on nothing yet. */
export interface AttachmentRow {
  type: 'Attachment'
  id: string
  customerId: string | null
  ticketId: string | null
  commentId: string | null
  internal: boolean
  uploaderKind: PrincipalKind
  uploaderId: string
  /** As it was then. */
  uploaderName: string
  name: string
  contentType: string
  size: number
  storageKey: string
  createdAt: string
}

export interface JobRow {
  type: 'Job'
  id: string
  kind: 'IMPORT' | 'EXPORT' | 'BILLING_RUN' | 'BULK_CHANGE'
  status: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  total: number
  payload: object
  createdByKind: PrincipalKind
  createdBy: string
  locale: 'tr' | 'en'
  ipAddress: string
  cancelAsked: boolean
  attempt: number
  losses: number
  notBefore: string
  /** Why the whole of it failed. */
  failure: string | null
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}

/** A row that a job has tried; with a code, one that could not be done. */
export interface JobRowRow {
  jobId: string
  row: number
  code: string | null
  path: string[] | null
  message: string | null
}

export interface IdempotencyRow {
  principalId: string
  key: string
}

/** A sign-in. */
export interface AccountRow {
  id: string
  email: string
  name: string
  locale: 'tr' | 'en'
  lastSeenAt: string | null
}

export interface SessionRow {
  id: string
  accountId: string
  token: string
  userAgent: string | null
  /** Browser and system as people name them. */
  device: string | null
  ipAddress: string | null
  createdAt: string
  lastSeenAt: string
  expiresAt: string
  expired: boolean
}

export interface HoursRow {
  weekday: number
  from: string
  to: string
}
export interface HolidayRow {
  on: string
  name: string
  from: string | null
}

export interface CalendarRow {
  type: 'WorkingCalendar'
  id: string
  version: number
  name: string
  timeZone: string
  workingHours: HoursRow[]
  holidays: HolidayRow[]
  standard: boolean
  createdAt: string
  updatedAt: string
}

export interface PlanRow {
  type: 'ServicePlan'
  id: string
  version: number
  /** The newest. */
  revision: number
  title: string
  description: string | null
  active: boolean
  createdAt: string
  updatedAt: string
}

/** How a plan priced work from some day on. */
export interface RevisionRow {
  planId: string
  revision: number
  createdAt: string
  pricingMethod: 'HOURLY' | 'PER_TICKET' | 'FLAT'
  billingMethod: 'IN_ADVANCE' | 'IN_ARREARS'
  billingPeriod: 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'YEARLY' | 'ONE_OFF'
  currency: string
  fixedFee: string | null
  includedHours: string | null
  includedTickets: number | null
  weeklyHourLimit: string | null
  hourlyRate: string | null
  ticketRate: string | null
  overtime: 'NOT_BILLED' | 'BILLED_AT_RATE' | 'BILLED_AT_OVERTIME_RATE' | 'REFUSED'
  overtimeMultiplier: string | null
  overage: 'BILLED' | 'NOT_BILLED' | 'REFUSED'
  creditCoversOperationalOnly: boolean
  rollOverUnused: boolean
  rollOverCap: string | null
  rollOverPeriods: number | null
  technicianMayAddCost: boolean
  technicianMayAddTime: boolean
  costBases: string[]
  bandRates: { band: string; amount: string }[]
  calendarId: string | null
}

/** One whole database. */
export interface ContractTypeRow {
  type: 'ContractType'
  id: string
  name: string
  active: boolean
  requestsNeedApproval: boolean
  createdAt: string
  updatedAt: string
}

/** Days are calendar days. */
export interface ContractRow {
  type: 'Contract'
  id: string
  version: number
  reference: string
  customerId: string
  typeId: string
  name: string
  description: string | null
  startsOn: string
  endsOn: string
  draft: boolean
  autoRenew: boolean
  renewalCount: number | null
  renewalUnit: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | null
  terminatedOn: string | null
  terminationReason: string | null
  createdAt: string
  updatedAt: string
}

export interface TermRow {
  id: string
  customerId: string
  contractId: string
  startsOn: string
  endsOn: string
  origin: 'INITIAL' | 'AUTOMATIC' | 'MANUAL'
  createdAt: string
}

/** Which plan a contract is under from a day on; null: none. */
export interface ContractPlanRow {
  contractId: string
  fromOn: string
  customerId: string
  planId: string | null
  revision: number | null
  createdAt: string
}

export type NoticeSide = 'BEFORE_END' | 'AFTER_END'

export interface NoticeRow {
  contractId: string
  side: NoticeSide
  days: number
  customerId: string
}
export interface NoticeUserRow {
  contractId: string
  technicianId: string
  customerId: string
}
export interface NoticeContactRow {
  contractId: string
  contactId: string
  customerId: string
}

export interface TemplateRow {
  type: 'NoticeTemplate'
  id: string
  version: number
  side: NoticeSide
  locale: 'tr' | 'en'
  subject: string
  body: string
  updatedAt: string
}

/** A notice of one end to one recipient, a technician or a contact. */
export interface DeliveryRow {
  type: 'NoticeDelivery'
  id: string
  customerId: string
  contractId: string
  endsOn: string
  side: NoticeSide
  days: number
  dueOn: string
  technicianId: string | null
  contactId: string | null
  status: 'PLANNED' | 'QUEUED' | 'SKIPPED'
  skipReason: string | null
  email: string | null
  mailId: string | null
  createdAt: string
}

export interface TimeEntryRow {
  type: 'TimeEntry'
  id: string
  version: number
  customerId: string
  technicianId: string
  ticketId: string | null
  contractId: string | null
  workedOn: string
  startedAt: string | null
  endedAt: string | null
  minutes: number
  addedMinutes: number
  extraCost: string | null
  currency: string | null
  extraCostReason: string | null
  note: string | null
  billable: boolean
  createdAt: string
  updatedAt: string
}

export interface TimerRow {
  id: string
  customerId: string
  technicianId: string
  ticketId: string | null
  contractId: string | null
  startedAt: string
  note: string | null
}

export interface World {
  /** The calendar day on which it is looked at. */
  today: string
  contractTypes: ContractTypeRow[]
  contracts: ContractRow[]
  terms: TermRow[]
  contractPlans: ContractPlanRow[]
  notices: NoticeRow[]
  noticeUsers: NoticeUserRow[]
  noticeContacts: NoticeContactRow[]
  templates: TemplateRow[]
  deliveries: DeliveryRow[]
  timeEntries: TimeEntryRow[]
  timers: TimerRow[]
  customers: CustomerRow[]
  groups: GroupRow[]
  contacts: ContactRow[]
  roles: RoleRow[]
  technicians: TechnicianRow[]
  authorizations: AuthorizationRow[]
  keys: ApiKeyRow[]
  keyCustomers: ApiKeyCustomerRow[]
  events: AuditEventRow[]
  mails: MailRow[]
  assets: AssetRow[]
  tickets: TicketRow[]
  comments: CommentRow[]
  approvals: ApprovalRow[]
  attachments: AttachmentRow[]
  jobs: JobRow[]
  jobRows: JobRowRow[]
  calendars: CalendarRow[]
  plans: PlanRow[]
  revisions: RevisionRow[]
  idempotency: IdempotencyRow[]
  accounts: AccountRow[]
  sessions: SessionRow[]
  /** What each key is sent as, by its id. */
  secrets: Map<string, string>
  /** Ids that name no row. */
  missing: string[]
  /** Whether the program has a mail server: without one administrators see the links that wait. */
  mailServer: boolean
}

/** Rows that have an id of their own in the schema. */
export type NodeRow =
  | CustomerRow
  | GroupRow
  | ContactRow
  | RoleRow
  | TechnicianRow
  | ApiKeyRow
  | AuditEventRow
  | MailRow
  | AssetRow
  | TicketRow
  | CommentRow
  | AttachmentRow
  | JobRow
  | CalendarRow
  | PlanRow
  | ContractTypeRow
  | ContractRow
  | TemplateRow
  | TimeEntryRow
