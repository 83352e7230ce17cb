import { ArgsType, Field } from 'type-graphql'
import { connectionOf, PageArgs } from '../../core/graphql/connection.ts'
import {
  decimal,
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
import { Money } from '../../core/graphql/money.ts'
import { GraphQLDate, GraphQLDecimal } from '../../core/graphql/scalars.ts'

export const PricingMethod = enumType('PricingMethod', 'What work is measured in.', {
  HOURLY: 'Hours.',
  PER_TICKET: 'Tickets resolved.',
  FLAT: 'Not at all: the fee covers it, hours are kept for the margin.',
})
export const BillingMethod = enumType('BillingMethod', 'When it is invoiced.', {
  IN_ADVANCE: 'The fee on a period’s first day, differences with the next invoice.',
  IN_ARREARS: 'All of it after a period’s last day.',
})
export const BillingPeriod = enumType('BillingPeriod', 'How long a billing period is.', {
  WEEKLY: 'A week.',
  MONTHLY: 'A month.',
  QUARTERLY: 'Three months.',
  HALF_YEARLY: 'Six months.',
  YEARLY: 'Twelve months.',
  ONE_OFF: 'The whole term.',
})
export const OvertimeBehaviour = enumType('OvertimeBehaviour', 'What becomes of hours over the weekly limit.', {
  NOT_BILLED: 'Given away, shown at 0.',
  BILLED_AT_RATE: 'Billed at their price.',
  BILLED_AT_OVERTIME_RATE: 'Billed at their price times the multiplier.',
  REFUSED: 'The entry is not accepted.',
})
export const OverageBehaviour = enumType('OverageBehaviour', 'What becomes of work that no credit covers.', {
  BILLED: 'Billed at its price.',
  NOT_BILLED: 'Given away, shown at 0.',
  REFUSED: 'The entry is not accepted.',
})
export const CostBasis = enumType('CostBasis', 'How an hour is priced; both together: the rate and a surcharge.', {
  FIXED: 'One rate at any time.',
  DIFFERENTIAL: 'By the band in which it was worked.',
})
export const RateBand = enumType('RateBand', 'When an hour was worked.', {
  OPERATIONAL: 'In working hours.',
  NON_OPERATIONAL: 'Outside of them, on a working day.',
  WEEKEND: 'At a weekend.',
  HOLIDAY: 'On a holiday, whatever day it is.',
})
export type RateBand = keyof typeof RateBand

const rate = { nullable: true } as const

@type('Weekly working hours of a day.')
export class WorkingHours {
  @whole('1 Monday … 7 Sunday.') weekday!: number
  @text('Such as 09:00.') from!: string
  @text('Such as 18:00; 24:00 for midnight.') to!: string
}

@type('A day off.')
export class Holiday {
  @of(() => GraphQLDate, 'The day.') on!: string
  @text('What people call it.') name!: string
  @maybe.text('A half day begins at this time; null for the whole day.') from!: string | null
}

@type('Working hours, holidays and a time zone: what cuts work into bands.', { implements: Node })
export class WorkingCalendar extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @text('Name; unique.') name!: string
  @text('IANA name, such as Europe/Istanbul.') timeZone!: string
  @of(() => [WorkingHours], 'By weekday and time.') workingHours!: WorkingHours[]
  @of(() => [Holiday], 'By day.') holidays!: Holiday[]
  @flag('Plans that name no calendar go by this one.') standard!: boolean
}

@type('Price of an hour in a band.')
export class BandRate {
  @of(() => RateBand, 'The band.') band!: RateBand
  @of(() => Money, 'Price of an hour, or the surcharge on the rate.') rate!: Money
}

@type('How work under a contract is priced, limited and billed.', { implements: Node })
export class ServicePlan extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @whole('Grows when the pricing changes; running terms keep theirs.') revision!: number
  @text('What people call it.') title!: string
  @maybe.text('For whom it is, in a few words.') description!: string | null
  @flag('Inactive plans are offered no more.') active!: boolean
  @of(() => PricingMethod, 'What work is measured in.') pricingMethod!: string
  @of(() => BillingMethod, 'When it is invoiced.') billingMethod!: string
  @of(() => BillingPeriod, 'How long a billing period is.') billingPeriod!: string
  @maybe.of(() => Money, 'Amount of every full period.') fixedFee!: Money | null
  @Field(() => GraphQLDecimal, { ...rate, description: 'Hours that come with each period.' }) includedHours!:
    string | null
  @maybe.whole('Tickets that come with each period.') includedTickets!: number | null
  @Field(() => GraphQLDecimal, { ...rate, description: 'Hours of an ISO week up to which work is normal.' })
  weeklyHourLimit!: string | null
  @maybe.of(() => Money, 'Price of an hour that no credit covers.') hourlyRate!: Money | null
  @maybe.of(() => Money, 'Price of a ticket that no credit covers.') ticketRate!: Money | null
  @of(() => OvertimeBehaviour, 'What becomes of hours over the weekly limit.') overtime!: string
  @Field(() => GraphQLDecimal, { ...rate, description: 'What the price of overtime is multiplied by.' })
  overtimeMultiplier!: string | null
  @of(() => OverageBehaviour, 'What becomes of normal work that no credit covers.') overage!: string
  @flag('Hours outside of working hours use no credit.') creditCoversOperationalOnly!: boolean
  @flag('Unused credit goes on to the next period.') rollOverUnused!: boolean
  @Field(() => GraphQLDecimal, { ...rate, description: 'Hours or tickets that may be carried over in all.' })
  rollOverCap!: string | null
  @maybe.whole('Further periods that credit lives for; null: as long as the contract.') rollOverPeriods!: number | null
  @flag('Technicians may add an amount with a reason.') technicianMayAddCost!: boolean
  @flag('Technicians may add time to what was measured.') technicianMayAddTime!: boolean
  @of(() => [CostBasis], 'How an hour is priced.') costBases!: string[]
  @of(() => [BandRate], 'Prices by band.') bandRates!: BandRate[]
  @maybe.of(() => WorkingCalendar, 'The calendar of its bands; null: the organization’s.')
  calendar!: WorkingCalendar | null
  @instant('When it was entered.') createdAt!: string
  @instant('When it was last changed.') updatedAt!: string
}

@input('Which service plans; all conditions hold together.')
export class ServicePlanFilter {
  @maybe.text('Found in title or description, folded.') text?: string | null
  @maybe.flag('Active or inactive.') active?: boolean | null
  @maybe.of(() => PricingMethod, 'Measured in this.') pricingMethod?: string | null
}

@ArgsType()
export class ServicePlansArgs extends PageArgs {
  @maybe.of(() => ServicePlanFilter, 'Which service plans.') filter?: ServicePlanFilter
}

export const ServicePlanConnection = connectionOf('ServicePlan', () => ServicePlan)

@type('A line of what a period would cost.')
export class PriceLine {
  @text('FIXED_FEE, WORK, OVERTIME, TICKETS or CREDIT.') kind!: string
  @decimal('Hours, tickets, or 1; four places.') quantity!: string
  @text('HOUR, TICKET or PERIOD.') unit!: string
  @of(() => Money, 'Price of one.') unitPrice!: Money
  @of(() => Money, 'What the line comes to, rounded once.') amount!: Money
  @flag('Work that the plan gives away.') givenAway!: boolean
}

@type('What a period under a plan would cost.')
export class PlanPreview {
  @of(() => GraphQLDate, 'The period of the example.') startsOn!: string
  @of(() => GraphQLDate, 'Its last day.') endsOn!: string
  @of(() => [PriceLine], 'Line by line.') lines!: PriceLine[]
  @of(() => Money, 'The sum of the lines.') total!: Money
  @decimal('Hours, or tickets, that the next period would bring along.') carriedOver!: string
}
