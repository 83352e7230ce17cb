import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { answeredByCode } from '../../core/graphql/executor.ts'
import { byPlan } from '../../core/graphql/fields.ts'
import { DeleteInput, DeletePayload } from '../../core/graphql/inputs.ts'
import { GraphQLDate } from '../../core/graphql/scalars.ts'
import { Contract } from '../contracts/index.ts'
import { Customer } from '../customers/index.ts'
import { Ticket } from '../tickets/index.ts'
import { LineSource } from '../usage/index.ts'
import { Viewer } from '../viewer/index.ts'
import { timeAllowance } from './allowance.ts'
import * as inputs from './time.inputs.ts'
import * as time from './time.service.ts'
import {
  NestedTimeEntriesArgs,
  RunningTimer,
  TimeAllowance,
  TimeEntriesArgs,
  TimeEntry,
  TimeEntryConnection,
  TimeWeek,
} from './time.type.ts'
import * as timers from './timer.service.ts'

@Resolver()
export class TimeResolver {
  @Query(() => TimeEntryConnection, {
    description: 'Time entries of the customers that the one who asks may see. Staff only.',
  })
  timeEntries(
    @Args(() => TimeEntriesArgs) _args: TimeEntriesArgs,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => TimeEntry, {
    nullable: true,
    description: 'One time entry; null when it is not there for the one who asks. Staff only.',
  })
  timeEntry(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => TimeWeek, {
    nullable: true,
    description: 'The ISO week of a technician that holds a day; null when there is no such technician. Staff only.',
  })
  timeWeek(
    @Arg('on', () => GraphQLDate, { description: 'A day of the week.' }) _on: string,
    @Arg('technicianId', () => ID, { nullable: true, description: 'The one who asks when nothing is said.' })
    _technicianId: string | undefined,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => TimeAllowance, {
    nullable: true,
    description:
      'What may be logged on a day, on a ticket or under a contract; null when it is not there for the one who asks. Staff only.',
  })
  async timeAllowance(
    @Arg('on', () => GraphQLDate, { description: 'The day of the work.' }) on: string,
    @Arg('ticketId', () => ID, { nullable: true, description: 'The ticket.' }) ticketId: string | undefined,
    @Arg('contractId', () => ID, { nullable: true, description: 'A contract; the ticket’s when nothing is said.' })
    contractId: string | undefined,
    @Ctx() context: AppContext,
  ) {
    const allowance = await timeAllowance(context, { on, ticketId, contractId })
    return allowance && answeredByCode(allowance)
  }

  @Mutation(() => inputs.TimeEntryPayload, { description: 'Logs time on a ticket or under a contract.' })
  logTime(
    @Arg('input', () => inputs.LogTimeInput) input: inputs.LogTimeInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => time.logTime(context, input))
  }
  @Mutation(() => inputs.TimeEntryPayload, { description: 'Changes a time entry.' })
  updateTimeEntry(
    @Arg('input', () => inputs.UpdateTimeEntryInput) input: inputs.UpdateTimeEntryInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => time.updateTimeEntry(context, input))
  }
  @Mutation(() => DeletePayload, { description: 'Deletes a time entry.' })
  deleteTimeEntry(
    @Arg('input', () => DeleteInput) input: DeleteInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => time.deleteTimeEntry(context, input))
  }
  @Mutation(() => inputs.TimerPayload, {
    description: 'Starts the timer of the one who asks; when one runs already, says what becomes of it.',
  })
  startTimer(
    @Arg('input', () => inputs.StartTimerInput) input: inputs.StartTimerInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => timers.startTimer(context, input))
  }
  @Mutation(() => inputs.TimeEntryPayload, {
    description: 'Stops a timer and logs its time; when that cannot be, the timer runs on.',
  })
  stopTimer(
    @Arg('input', () => inputs.StopTimerInput) input: inputs.StopTimerInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => timers.stopTimer(context, input))
  }
  @Mutation(() => DeletePayload, { description: 'Throws a running timer away.' })
  discardTimer(
    @Arg('input', () => inputs.DiscardTimerInput) input: inputs.DiscardTimerInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => timers.discardTimer(context, input))
  }
}

/** What time adds to customers. */
@Resolver(() => Customer)
export class CustomerTime {
  @FieldResolver(() => TimeEntryConnection, { description: 'Time that was spent for it. Staff only.' })
  timeEntries(@Args(() => NestedTimeEntriesArgs) _args: NestedTimeEntriesArgs): unknown {
    return byPlan()
  }
}

/** What time adds to contracts. */
@Resolver(() => Contract)
export class ContractTime {
  @FieldResolver(() => TimeEntryConnection, { description: 'Time that was spent under it. Staff only.' })
  timeEntries(@Args(() => NestedTimeEntriesArgs) _args: NestedTimeEntriesArgs): unknown {
    return byPlan()
  }
}

/** What time adds to tickets. */
@Resolver(() => Ticket)
export class TicketTime {
  @FieldResolver(() => TimeEntryConnection, { description: 'Time that was spent on it. Staff only.' })
  timeEntries(@Args(() => NestedTimeEntriesArgs) _args: NestedTimeEntriesArgs): unknown {
    return byPlan()
  }
  @FieldResolver(() => Int, { description: 'Minutes that were spent on it, added ones too. Staff only.' })
  minutesSpent(): unknown {
    return byPlan()
  }
}

/** What time adds to the one who asks. */
@Resolver(() => Viewer)
export class ViewerTime {
  @FieldResolver(() => RunningTimer, { nullable: true, description: 'The timer that runs; null when none does.' })
  runningTimer(): unknown {
    return byPlan()
  }
}

/** What time adds to the lines of usage and invoices. */
@Resolver(() => LineSource)
export class LineSourceTime {
  @FieldResolver(() => TimeEntry, { nullable: true, description: 'The time entry. Staff only.' })
  timeEntry(): unknown {
    return byPlan()
  }
}
