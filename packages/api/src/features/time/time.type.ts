import { Args, ArgsType, Field } from 'type-graphql'
import { connectionOf, NestedPageArgs, PageArgs } from '../../core/graphql/connection.ts'
import { byPlan, enumType, flag, id, input, instant, maybe, Node, of, type, whole } from '../../core/graphql/fields.ts'
import { Money } from '../../core/graphql/money.ts'
import { GraphQLDate } from '../../core/graphql/scalars.ts'
import { Contract } from '../contracts/index.ts'
import { Customer } from '../customers/index.ts'
import { Technician } from '../organization/index.ts'
import { OverageBehaviour, OvertimeBehaviour } from '../plans/index.ts'
import { Ticket } from '../tickets/index.ts'

const date = (description: string) => of(() => GraphQLDate, description)

const TimeEntryOrder = enumType('TimeEntryOrder', 'Orders of a list of time entries.', {
  WORKED_ON_ASC: 'The oldest day first.',
  WORKED_ON_DESC: 'The latest day first.',
})

@input('Which time entries; all conditions hold together.')
export class TimeEntryFilter {
  @maybe.id('Of this technician.') technicianId?: string | null
  @maybe.id('For this customer.') customerId?: string | null
  @maybe.id('Under this contract.') contractId?: string | null
  @maybe.id('On this ticket.') ticketId?: string | null
  @maybe.of(() => GraphQLDate, 'Worked after this day.') workedAfter?: string | null
  @maybe.of(() => GraphQLDate, 'Worked before this day.') workedBefore?: string | null
  @maybe.instant('Changed after this instant: for synchronising.') updatedAfter?: string | null
  @maybe.flag('To be billed, or not.') billable?: boolean | null
}

@ArgsType()
export class TimeEntriesArgs extends PageArgs {
  @maybe.of(() => TimeEntryFilter, 'Which time entries.') filter?: TimeEntryFilter
  @maybe.of(() => TimeEntryOrder, 'WORKED_ON_DESC when nothing is said.') orderBy?: string
}

@ArgsType()
export class NestedTimeEntriesArgs extends NestedPageArgs {
  @maybe.of(() => TimeEntryFilter, 'Which time entries.') filter?: TimeEntryFilter
}

@type('Minutes that a technician spent on a ticket or under a contract.', { implements: Node })
export class TimeEntry extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @of(() => Technician, 'Who worked.') technician!: Technician
  @of(() => Customer, 'The customer of its ticket or contract.') customer!: Customer
  @maybe.of(() => Ticket, 'The ticket it was spent on.') ticket!: Ticket | null
  @maybe.of(() => Contract, 'The contract it counts for; null: for none.') contract!: Contract | null
  @date('The day it counts for; of one over midnight, the day it began.') workedOn!: string
  @maybe.instant('When the work began; null when nobody knows.') startedAt!: string | null
  @whole('Measured minutes.') minutes!: number
  @whole('Minutes added to the measured ones; they follow them.') addedMinutes!: number
  @maybe.of(() => Money, 'An amount that came with the work.') extraCost!: Money | null
  @maybe.text('What the amount was for.') extraCostReason!: string | null
  @maybe.text('What was done.') note!: string | null
  @flag('Whether it counts for limits, credit and bills.') billable!: boolean
  @flag('Whether the one who asks may change or delete it.') viewerCanEdit!: boolean
  @instant('When it was entered.') createdAt!: string
  @instant('When it was last changed.') updatedAt!: string
}

export const TimeEntryConnection = connectionOf('TimeEntry', () => TimeEntry)

@type('What was worked on a day.')
export class TimeDay {
  @date('The day.') on!: string
  @whole('Minutes in all, added ones too.') minutes!: number
  @whole('Those of them that are to be billed.') billableMinutes!: number
}

@type('A technician’s week, from Monday to Sunday.')
export class TimeWeek {
  @date('Its Monday.') startsOn!: string
  @date('Its Sunday.') endsOn!: string
  @whole('Minutes in all, added ones too.') minutes!: number
  @whole('Those of them that are to be billed.') billableMinutes!: number
  @of(() => [TimeDay], 'All seven days.') days!: TimeDay[]
  @Field(() => TimeEntryConnection, { description: 'Its entries, as far as the one who asks may see them.' })
  entries(@Args(() => NestedPageArgs) _args: NestedPageArgs): unknown {
    return byPlan()
  }
}

@type('The clock that runs for a technician; one at a time.')
export class RunningTimer {
  @id() id!: string
  @maybe.of(() => Customer, 'The customer of its ticket or contract; null when the one who asks sees it no more.')
  customer!: Customer | null
  @maybe.of(() => Ticket, 'The ticket that is worked on.') ticket!: Ticket | null
  @maybe.of(() => Contract, 'The contract that is worked under.') contract!: Contract | null
  @instant('Since when it runs.') startedAt!: string
  @maybe.text('What is being done.') note!: string | null
}

@type('What may be logged on a day: what a form shows before somebody writes.')
export class TimeAllowance {
  @flag('Whether a contract runs on that day; without one nothing limits the work and nothing is billed.')
  underContract!: boolean
  @maybe.text('Currency of extra costs.') currency!: string | null
  @flag('Whether an extra cost may be entered.') mayAddCost!: boolean
  @flag('Whether minutes may be added to the measured ones.') mayAddTime!: boolean
  @maybe.whole('Normal minutes that the week allows; null without a limit.') weekMinutes!: number | null
  @maybe.whole('Those of them that are left.') weekMinutesLeft!: number | null
  @maybe.of(() => OvertimeBehaviour, 'What becomes of hours over the weekly limit.') overtime!: string | null
  @maybe.whole('Minutes of credit that are left in the period of that day; null where no credit is given.')
  creditMinutesLeft!: number | null
  @maybe.of(() => OverageBehaviour, 'What becomes of work that no credit covers.') overage!: string | null
}
