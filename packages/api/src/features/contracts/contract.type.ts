import { Args, ArgsType, Extensions, Field } from 'type-graphql'
import { connectionOf, NestedPageArgs, PageArgs } from '../../core/graphql/connection.ts'
import {
  byPlan,
  enumType,
  flag,
  input,
  instant,
  maybe,
  Node,
  of,
  text,
  type,
  whole,
} from '../../core/graphql/fields.ts'
import { GraphQLDate } from '../../core/graphql/scalars.ts'
import { AuditEventConnection } from '../audit/index.ts'
import { Contact, Customer } from '../customers/index.ts'
import { Technician } from '../organization/index.ts'
import { ServicePlan } from '../plans/index.ts'

export const ContractStatus = enumType('ContractStatus', 'Where a contract stands today.', {
  DRAFT: 'Only being written; `activateContract` makes it hold.',
  UPCOMING: 'Its first day has not come yet.',
  ACTIVE: 'It holds.',
  EXPIRED: 'Its last day is over.',
  TERMINATED: 'It was ended early.',
})
export type ContractStatus = keyof typeof ContractStatus

export const PeriodUnit = enumType('PeriodUnit', 'What a period is counted in.', {
  DAY: 'Days.',
  WEEK: 'Weeks.',
  MONTH: 'Months of the calendar.',
  YEAR: 'Years of the calendar.',
})
export type PeriodUnit = keyof typeof PeriodUnit

export const NoticeSide = enumType('NoticeSide', 'On which side of a term’s end a notice goes out.', {
  BEFORE_END: 'Days before the end; 0 is the last day itself.',
  AFTER_END: 'Days after the end.',
})
export type NoticeSide = keyof typeof NoticeSide

const TermOrigin = enumType('TermOrigin', 'How a term came to be.', {
  INITIAL: 'The contract began with it.',
  AUTOMATIC: 'The contract renewed itself.',
  MANUAL: 'Somebody renewed it.',
})

const ContractOrder = enumType('ContractOrder', 'Orders of contracts.', {
  ENDS_ON_ASC: 'The first to end before the others.',
  ENDS_ON_DESC: 'The last to end before the others.',
  NAME_ASC: 'By name, as Turkish is spelled.',
  STARTS_ON_DESC: 'The last to begin before the others.',
})

@type('A kind of contract: SLA, OLA, support, maintenance …', { implements: Node })
export class ContractType extends Node {
  @text('Name; unique.') name!: string
  @flag('Inactive types are offered no more; contracts keep theirs.') active!: boolean
  @flag('A request that is opened under such a contract asks the customer’s people with the company right by itself.')
  requestsNeedApproval!: boolean
}

@type('How long something lasts.')
export class Period {
  @whole('How many.') count!: number
  @of(() => PeriodUnit, 'Of what.') unit!: PeriodUnit
}

@type('One span of a contract, both days included.')
export class ContractTerm {
  @of(() => GraphQLDate, 'Its first day.') startsOn!: string
  @of(() => GraphQLDate, 'Its last day.') endsOn!: string
  @of(() => TermOrigin, 'How it came to be.') origin!: string
  @instant('When it was entered.') createdAt!: string
}

@type('So many days before or after a term’s end somebody is told of it.')
export class ContractNotice {
  @of(() => NoticeSide, 'Before or after the end.') side!: NoticeSide
  @whole('How many days.') days!: number
}

@type('Which plan applies to a contract from a day on, in which revision.')
export class ContractPlanChange {
  @of(() => GraphQLDate, 'The first day.') fromOn!: string
  @maybe.of(() => ServicePlan, 'The plan, in its newest revision; null: none.') plan!: ServicePlan | null
  @maybe.whole('The revision that applies; null without a plan.') revision!: number | null
}

@type('An agreement with a customer over terms of time.', { implements: Node })
export class Contract extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @text('Such as C-2026-0042; counted per year.') reference!: string
  @text('What people call it.') name!: string
  @maybe.text('What was agreed, in words.') description!: string | null
  @of(() => ContractType, 'What kind of contract it is.') type!: ContractType
  @of(() => Customer, 'With whom; for good.') customer!: Customer
  @maybe.of(
    () => ServicePlan,
    'The plan that applies today, in its newest revision; before the start and after the end: on the first, on the last day.',
  )
  plan!: ServicePlan | null
  @maybe.whole('The revision of the plan that applies: a running term keeps its own.') planRevision!: number | null
  @of(() => [ContractPlanChange], 'Which plan applies from which day on, the coming changes too; by day.')
  planChanges!: ContractPlanChange[]
  @of(() => GraphQLDate, 'First day of the first term.') startsOn!: string
  @of(() => GraphQLDate, 'Last day of the last term.') endsOn!: string
  @of(() => ContractStatus, 'Where it stands today.') status!: ContractStatus
  @maybe.whole('Days until it ends, today and the last day counted; null unless it is ACTIVE.') daysLeft!: number | null
  @flag('A new term begins by itself on the day after the end.') autoRenew!: boolean
  @maybe.of(() => Period, 'How long a new term lasts.') renewalPeriod!: Period | null
  @maybe.of(() => GraphQLDate, 'The last day, where it was ended early.') terminatedOn!: string | null
  @maybe.text('Why it was ended early.') terminationReason!: string | null
  @Extensions({ listSize: 4 })
  @of(() => [ContractNotice], 'When people are told of its end; by day. Staff only.')
  notices!: ContractNotice[]
  @Extensions({ listSize: 4 })
  @of(() => [Technician], 'Technicians who are told; by name. Staff only.')
  noticeUsers!: Technician[]
  @Extensions({ listSize: 4 })
  @of(() => [Contact], 'Contacts of the customer who are told; by name.')
  noticeContacts!: Contact[]
  @Extensions({ listSize: 4 })
  @of(() => [ContractTerm], 'Its terms, in order.')
  terms!: ContractTerm[]
  @of(() => AuditEventConnection, 'What happened to it, newest first; staff only.') timeline(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
  ): unknown {
    return byPlan()
  }
  @instant('When it was entered.') createdAt!: string
  @instant('When it was last changed.') updatedAt!: string
  @flag('Whether the one who asks may change it.') viewerCanEdit!: boolean
}

@input('Which contracts; all conditions hold together.')
export class ContractFilter {
  @maybe.instant('Changed after this instant: for synchronising.') updatedAfter?: string | null
  @maybe.text('Found in reference or name, folded.') text?: string | null
  @maybe.id('Of this customer.') customerId?: string | null
  @maybe.id('Of this type.') typeId?: string | null
  @maybe.id('Whose plan is this one.') planId?: string | null
  @maybe.of(() => [ContractStatus], 'In one of these.') status?: ContractStatus[] | null
  @maybe.of(() => GraphQLDate, 'Whose last day is before this one.') endsBefore?: string | null
  @maybe.of(() => GraphQLDate, 'Whose last day is after this one.') endsAfter?: string | null
  @maybe.flag('That renew themselves, or that do not.') autoRenew?: boolean | null
}

const ordered = { nullable: true, description: 'In which order; ENDS_ON_ASC when nothing is said.' }

@ArgsType()
export class ContractsArgs extends PageArgs {
  @maybe.of(() => ContractFilter, 'Which contracts.') filter?: ContractFilter
  @Field(() => ContractOrder, ordered) orderBy?: string
}

@ArgsType()
export class NestedContractsArgs extends NestedPageArgs {
  @maybe.of(() => ContractFilter, 'Which contracts.') filter?: ContractFilter
  @Field(() => ContractOrder, ordered) orderBy?: string
}

export const ContractConnection = connectionOf('Contract', () => Contract)
