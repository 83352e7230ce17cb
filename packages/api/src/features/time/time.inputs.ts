import { enumType, id, input, maybe, of, type, whole } from '../../core/graphql/fields.ts'
import { MoneyInput } from '../../core/graphql/money.ts'
import { GraphQLDate } from '../../core/graphql/scalars.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'
import { RunningTimer, TimeEntry } from './time.type.ts'

const key = 'Chosen by the caller: the same key and body within 24 hours get the same answer.'
const seen = 'The version you saw; another one is a CONFLICT.'

@input('Time that was spent, on a ticket or under a contract.')
export class LogTimeInput {
  @maybe.id('The ticket; without a contract of its own the entry takes the ticket’s.') ticketId?: string | null
  @maybe.id('A contract that runs on that day; null for none, whatever the ticket has.') contractId?: string | null
  @of(() => GraphQLDate, 'The day, today or earlier.') workedOn!: string
  @maybe.instant('When the work began, on that day.') startedAt?: string | null
  @whole('Measured minutes, 1 to 1 440.') minutes!: number
  @maybe.whole('Minutes on top, where the plan lets technicians add some.') addedMinutes?: number | null
  @maybe.of(() => MoneyInput, 'An amount that came with the work, where the plan lets technicians enter one.')
  extraCost?: MoneyInput | null
  @maybe.text('What the amount was for.') extraCostReason?: string | null
  @maybe.text('What was done.') note?: string | null
  @maybe.flag('False: it counts for no limit and no bill. True when nothing is said.') billable?: boolean | null
  @maybe.id('Who worked; the one who asks when nothing is said.') technicianId?: string | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a time entry: a field left out stays, null empties it.')
export class UpdateTimeEntryInput {
  @id('The entry.') id!: string
  @whole(seen) version!: number
  @maybe.of(() => GraphQLDate, 'The day, today or earlier.') workedOn?: string | null
  @maybe.instant('When the work began, on that day.') startedAt?: string | null
  @maybe.whole('Measured minutes, 1 to 1 440.') minutes?: number | null
  @maybe.whole('Minutes on top, where the plan lets technicians add some.') addedMinutes?: number | null
  @maybe.of(() => MoneyInput, 'An amount that came with the work, where the plan lets technicians enter one.')
  extraCost?: MoneyInput | null
  @maybe.text('What the amount was for.') extraCostReason?: string | null
  @maybe.text('What was done.') note?: string | null
  @maybe.flag('False: it counts for no limit and no bill.') billable?: boolean | null
}

export const OtherTimer = enumType('OtherTimer', 'What becomes of the timer that runs when another one is started.', {
  LOG: 'Its time is logged, as by stopping it.',
  DISCARD: 'It is thrown away.',
})
export type OtherTimer = keyof typeof OtherTimer

@input('What a timer is started for.')
export class StartTimerInput {
  @maybe.id('The ticket.') ticketId?: string | null
  @maybe.id('A contract; the ticket’s when nothing is said.') contractId?: string | null
  @maybe.text('What is being done.') note?: string | null
  @maybe.of(() => OtherTimer, 'What becomes of the one that runs; a CONFLICT when one does and nothing is said.')
  running?: OtherTimer | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('How the running time is logged. What is left out is what the timer measured.')
export class StopTimerInput {
  @id('The timer.') id!: string
  @maybe.whole('Minutes instead of the measured ones, 1 to 1 440.') minutes?: number | null
  @maybe.whole('Minutes on top, where the plan lets technicians add some.') addedMinutes?: number | null
  @maybe.of(() => MoneyInput, 'An amount that came with the work, where the plan lets technicians enter one.')
  extraCost?: MoneyInput | null
  @maybe.text('What the amount was for.') extraCostReason?: string | null
  @maybe.text('What was done; the timer’s note when nothing is said.') note?: string | null
  @maybe.flag('False: it counts for no limit and no bill. True when nothing is said.') billable?: boolean | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('The timer that is thrown away.')
export class DiscardTimerInput {
  @id('The timer.') id!: string
}

@type('Answer of a mutation of time entries.')
export class TimeEntryPayload {
  @maybe.of(() => TimeEntry, 'The entry; with CONFLICT, as it is now.') timeEntry!: TimeEntry | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}

@type('Answer of a timer’s start.')
export class TimerPayload {
  @maybe.of(() => RunningTimer, 'The timer; with CONFLICT, the one that runs.') timer!: RunningTimer | null
  @maybe.of(() => TimeEntry, 'What was logged for the timer that ran before.') timeEntry!: TimeEntry | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
