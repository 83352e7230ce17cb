/** Every feature once: tables, doors, models, resolvers. */
import { IdempotencyEntity } from '../core/db/idempotency.entity.ts'
import type { Costs } from '../core/graphql/cost-steps.ts'
import type { CodeField } from '../core/graphql/executor.ts'
import type { Doors } from '../core/graphql/doors.ts'
import type { FieldModel, Filter, TypeModel } from '../core/read/model.ts'
import * as assets from '../features/assets/index.ts'
import * as attachments from '../features/attachments/index.ts'
import * as audit from '../features/audit/index.ts'
import * as contracts from '../features/contracts/index.ts'
import * as customers from '../features/customers/index.ts'
import * as forecast from '../features/forecast/index.ts'
import * as jobs from '../features/jobs/index.ts'
import * as live from '../features/live/index.ts'
import * as mail from '../features/mail/index.ts'
import * as organization from '../features/organization/index.ts'
import * as partners from '../features/partners/index.ts'
import * as plans from '../features/plans/index.ts'
import * as system from '../features/system/index.ts'
import * as tickets from '../features/tickets/index.ts'
import * as time from '../features/time/index.ts'
import * as usage from '../features/usage/index.ts'
import * as viewer from '../features/viewer/index.ts'

export const entities = [
  audit.AuditEntity,
  organization.RoleEntity,
  organization.TechnicianEntity,
  customers.CustomerEntity,
  customers.GroupEntity,
  customers.ContactEntity,
  customers.AuthorizationEntity,
  assets.AssetEntity,
  tickets.TicketEntity,
  tickets.CommentEntity,
  tickets.ApprovalEntity,
  tickets.SeriesEntity,
  attachments.AttachmentEntity,
  plans.CalendarEntity,
  plans.PlanEntity,
  plans.RevisionEntity,
  contracts.ContractTypeEntity,
  contracts.ContractEntity,
  contracts.TermEntity,
  contracts.ContractPlanEntity,
  contracts.NoticeEntity,
  contracts.NoticeUserEntity,
  contracts.NoticeContactEntity,
  time.EntryEntity,
  time.TimerEntity,
  contracts.NoticeTemplateEntity,
  contracts.NoticeDeliveryEntity,
  jobs.JobEntity,
  jobs.JobRowEntity,
  partners.ApiKeyEntity,
  partners.ApiKeyCustomerEntity,
  mail.MailEntity,
  IdempotencyEntity,
]

export const doors: Doors[] = [
  audit.auditDoors,
  organization.organizationDoors,
  customers.customerDoors,
  assets.assetDoors,
  attachments.attachmentDoors,
  jobs.jobDoors,
  tickets.ticketDoors,
  plans.planDoors,
  contracts.contractDoors,
  contracts.noticeDoors,
  usage.usageDoors,
  time.timeDoors,
  forecast.forecastDoors,
  live.liveDoors,
  partners.partnerDoors,
  mail.mailDoors,
  system.systemDoors,
  viewer.viewerDoors,
]

export const resolvers = [
  audit.AuditResolver,
  organization.OrganizationResolver,
  customers.CustomerResolver,
  customers.TechnicianAdditions,
  customers.AuditEventAdditions,
  assets.AssetResolver,
  assets.CustomerAssets,
  jobs.JobResolver,
  tickets.TicketResolver,
  tickets.CustomerTickets,
  tickets.ContactTickets,
  tickets.AssetTickets,
  tickets.ContractTickets,
  tickets.ContactReachTickets,
  plans.PlanResolver,
  contracts.ContractResolver,
  contracts.CustomerContracts,
  contracts.PlanContracts,
  contracts.NoticeResolver,
  contracts.ContractNotices,
  forecast.ContractForecasts,
  live.LiveResolver,
  partners.PartnerResolver,
  mail.MailResolver,
  system.SystemResolver,
  viewer.ViewerResolver,
  time.TimeResolver,
  time.CustomerTime,
  time.ContractTime,
  usage.ContractUsage,
  time.TicketTime,
  time.ViewerTime,
  time.LineSourceTime,
] as const

const types: TypeModel[] = [
  ...audit.auditModels,
  ...organization.organizationModels,
  ...customers.customerModels,
  ...assets.assetModels,
  ...attachments.attachmentModels,
  ...jobs.jobModels,
  ...tickets.ticketModels,
  ...plans.planModels,
  ...contracts.contractModels,
  ...contracts.noticeModels,
  ...usage.usageModels,
  ...time.timeModels,
  ...forecast.forecastModels,
  ...live.liveModels,
  ...partners.partnerModels,
  ...mail.mailModels,
  ...viewer.viewerModels,
]

const roots: Record<string, FieldModel> = {
  ...audit.auditRoots,
  ...organization.organizationRoots,
  ...customers.customerRoots,
  ...assets.assetRoots,
  ...jobs.jobRoots,
  ...tickets.ticketRoots,
  ...plans.planRoots,
  ...contracts.contractRoots,
  ...contracts.noticeRoots,
  ...time.timeRoots,
  ...partners.partnerRoots,
  ...mail.mailRoots,
  ...viewer.viewerRoots,
}

/** Fields that a feature adds to a type of a feature it builds on. */
const additions: Record<string, Record<string, FieldModel>>[] = [
  customers.extraFields,
  assets.assetAdditions,
  tickets.ticketAdditions,
  contracts.contractAdditions,
  contracts.renewalAdditions,
  usage.usageAdditions,
  forecast.forecastAdditions,
  time.timeAdditions,
]

/** Filters that a feature adds to lists of a feature it builds on. */
const moreFilters: Record<string, Record<string, Filter>>[] = [contracts.contractFilters]

/** What fields cost beside the nodes they answer with: these look at far more rows than they show, or are long texts. */
export const costs: Costs = {
  '*.totalCount': 10,
  'Customer.notes': 4,
  'Customer.openTicketCount': 5,
  'Customer.activeContractCount': 5,
  'Contract.description': 4,
  'Ticket.description': 4,
  'Comment.body': 4,
  'Job.done': 5,
  'Job.errors': 20,
  'Query.search': 25,
  'Query.customerDuplicates': 25,
  'ContactReach.colleagues': 10,
  'ContactReach.tickets': 10,
  'ContactReach.ticketsOfColleagues': 10,
  'RoleEffect.visibleCustomers': 10,
  'Query.planPreview': 25,
  'Query.systemHealth': 50,
  'Query.timeAllowance': 25,
  'TimeWeek.days': 5,
  'Ticket.minutesSpent': 2,
  'Contract.usage': 25,
  'Contract.forecast': 100,
}

/** The model of the whole schema, root fields included. */
export function modelOfAll(): Map<string, TypeModel> {
  const model = new Map<string, TypeModel>([
    ['Query', { name: 'Query', fields: roots }],
    ['Subscription', { name: 'Subscription', fields: live.liveSubscriptions }],
  ])
  for (const type of types) {
    if (model.has(type.name)) throw new Error(`Two models for ${type.name}`)
    model.set(type.name, {
      ...type,
      fields: Object.assign({}, type.fields, ...additions.map((add) => add[type.name])),
      filters: Object.assign({}, type.filters, ...moreFilters.map((more) => more[type.name])),
    })
  }
  return model
}

/** Types that no field names by themselves: an interface may be one of them. */
export const orphans = tickets.ticketOrphans

/** Root fields that code answers. */
export const codeRoots: ReadonlySet<string> = new Set([
  ...viewer.viewerCodeRoots,
  ...plans.planCodeRoots,
  ...contracts.noticeCodeRoots,
  ...system.systemCodeRoots,
  ...time.timeCodeRoots,
])

/** Fields that code answers beside the rows that `core/read` brings. */
export const codeFields: ReadonlyMap<string, CodeField> = new Map([
  ...viewer.codeFields,
  ['Contract.usage', usage.usageField],
  ['Contract.forecast', forecast.forecastField],
])
