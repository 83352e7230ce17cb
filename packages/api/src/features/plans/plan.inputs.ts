import { Field, InputType } from 'type-graphql'
import { id, input, maybe, of, text, type, whole } from '../../core/graphql/fields.ts'
import { MoneyInput } from '../../core/graphql/money.ts'
import { GraphQLDate, GraphQLDecimal } from '../../core/graphql/scalars.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'
import {
  BillingMethod,
  BillingPeriod,
  CostBasis,
  OverageBehaviour,
  OvertimeBehaviour,
  PricingMethod,
  RateBand,
  ServicePlan,
  WorkingCalendar,
} from './plan.type.ts'

const key = 'Chosen by the caller: the same key and body within 24 hours get the same answer.'
const seen = 'The version you saw; another one is a CONFLICT.'
const number = (description: string) => Field(() => GraphQLDecimal, { nullable: true, description })

@input('Price of an hour in a band.')
class BandRateInput {
  @of(() => RateBand, 'The band.') band!: RateBand
  @of(() => MoneyInput, 'Price of an hour, or the surcharge on the rate.') rate!: MoneyInput
}

/** What may be said of a plan's pricing; stands in the schema through its heirs only. */
@InputType()
abstract class PlanTerms {
  @maybe.text('For whom it is, in a few words.') description?: string | null
  @maybe.of(() => MoneyInput, 'Amount of every full period.') fixedFee?: MoneyInput | null
  @number('Hours that come with each period.') includedHours?: string | null
  @maybe.whole('Tickets that come with each period.') includedTickets?: number | null
  @number('Hours of an ISO week up to which work is normal.') weeklyHourLimit?: string | null
  @maybe.of(() => MoneyInput, 'Price of an hour that no credit covers.') hourlyRate?: MoneyInput | null
  @maybe.of(() => MoneyInput, 'Price of a ticket that no credit covers.') ticketRate?: MoneyInput | null
  @number('What the price of overtime is multiplied by.') overtimeMultiplier?: string | null
  @maybe.flag('Hours outside of working hours use no credit.') creditCoversOperationalOnly?: boolean | null
  @maybe.flag('Unused credit goes on to the next period.') rollOverUnused?: boolean | null
  @number('Hours or tickets that may be carried over in all.') rollOverCap?: string | null
  @maybe.whole('Further periods that credit lives for.') rollOverPeriods?: number | null
  @maybe.flag('Technicians may add an amount with a reason.') technicianMayAddCost?: boolean | null
  @maybe.flag('Technicians may add time to what was measured.') technicianMayAddTime?: boolean | null
  @maybe.of(() => [BandRateInput], 'Prices by band.') bandRates?: BandRateInput[] | null
  @maybe.id('The calendar of its bands; null: the organization’s.') calendarId?: string | null
}

@input('A new service plan.')
export class CreateServicePlanInput extends PlanTerms {
  @text('What people call it.') title!: string
  @of(() => PricingMethod, 'What work is measured in.') pricingMethod!: string
  @of(() => BillingMethod, 'When it is invoiced.') billingMethod!: string
  @of(() => BillingPeriod, 'How long a billing period is.') billingPeriod!: string
  @of(() => OvertimeBehaviour, 'What becomes of hours over the weekly limit.') overtime!: string
  @of(() => OverageBehaviour, 'What becomes of normal work that no credit covers.') overage!: string
  @of(() => [CostBasis], 'How an hour is priced; none: hours cost nothing.') costBases!: string[]
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a service plan: a field left out stays, null empties it. A changed pricing is a new revision.')
export class UpdateServicePlanInput extends PlanTerms {
  @id('The plan.') id!: string
  @whole(seen) version!: number
  @maybe.text('What people call it.') title?: string | null
  @maybe.flag('Inactive plans are offered no more.') active?: boolean | null
  @maybe.of(() => PricingMethod, 'What work is measured in.') pricingMethod?: string | null
  @maybe.of(() => BillingMethod, 'When it is invoiced.') billingMethod?: string | null
  @maybe.of(() => BillingPeriod, 'How long a billing period is.') billingPeriod?: string | null
  @maybe.of(() => OvertimeBehaviour, 'What becomes of hours over the weekly limit.') overtime?: string | null
  @maybe.of(() => OverageBehaviour, 'What becomes of normal work that no credit covers.') overage?: string | null
  @maybe.of(() => [CostBasis], 'How an hour is priced; none: hours cost nothing.') costBases?: string[] | null
}

@input('Work of an example month, to see what a plan would make of it.')
export class PlanUsageInput {
  @number('Hours in working hours.') hours?: string | null
  @number('Hours outside of them, on working days.') nonOperationalHours?: string | null
  @number('Hours at weekends.') weekendHours?: string | null
  @number('Hours on holidays.') holidayHours?: string | null
  @maybe.whole('Tickets resolved.') tickets?: number | null
}

@input('Working hours of a day.')
export class WorkingHoursInput {
  @whole('1 Monday … 7 Sunday.') weekday!: number
  @text('Such as 09:00.') from!: string
  @text('Such as 18:00; 24:00 for midnight.') to!: string
}

@input('A day off.')
export class HolidayInput {
  @of(() => GraphQLDate, 'The day.') on!: string
  @text('What people call it.') name!: string
  @maybe.text('A half day begins at this time.') from?: string | null
}

@input('A new working calendar.')
export class CreateWorkingCalendarInput {
  @text('Name; unique.') name!: string
  @text('IANA name, such as Europe/Istanbul.') timeZone!: string
  @of(() => [WorkingHoursInput], 'Working hours; those of a day do not overlap.') workingHours!: WorkingHoursInput[]
  @of(() => [HolidayInput], 'Days off, each once.') holidays!: HolidayInput[]
  @maybe.flag('Makes it the organization’s; the former one is it no more.') standard?: boolean | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a working calendar: a field left out stays.')
export class UpdateWorkingCalendarInput {
  @id('The calendar.') id!: string
  @whole(seen) version!: number
  @maybe.text('Name; unique.') name?: string | null
  @maybe.text('IANA name, such as Europe/Istanbul.') timeZone?: string | null
  @maybe.of(() => [WorkingHoursInput], 'All working hours.') workingHours?: WorkingHoursInput[] | null
  @maybe.of(() => [HolidayInput], 'All days off.') holidays?: HolidayInput[] | null
  @maybe.flag('True makes it the organization’s.') standard?: boolean | null
}

@type('Answer of a mutation of service plans.')
export class ServicePlanPayload {
  @maybe.of(() => ServicePlan, 'The plan; with CONFLICT, as it is now.') servicePlan!: ServicePlan | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
@type('Answer of a mutation of working calendars.')
export class WorkingCalendarPayload {
  @maybe.of(() => WorkingCalendar, 'The calendar; with CONFLICT, as it is now.')
  workingCalendar!: WorkingCalendar | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
