import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { badUserInput } from '../../core/graphql/errors.ts'
import { answeredByCode } from '../../core/graphql/executor.ts'
import { DeleteInput, DeletePayload } from '../../core/graphql/inputs.ts'
import * as calendars from './calendar.service.ts'
import * as inputs from './plan.inputs.ts'
import * as plans from './plan.service.ts'
import {
  Holiday,
  PlanPreview,
  ServicePlan,
  ServicePlanConnection,
  ServicePlansArgs,
  WorkingCalendar,
} from './plan.type.ts'
import { previewOf } from './preview.ts'
import { turkishHolidays } from './public-holidays.ts'

@Resolver()
export class PlanResolver {
  @Query(() => ServicePlanConnection, { description: 'Service plans, by title.' })
  servicePlans(
    @Args(() => ServicePlansArgs) _args: ServicePlansArgs,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => ServicePlan, { nullable: true, description: 'One service plan, in its newest revision.' })
  servicePlan(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => [WorkingCalendar], { description: 'Working calendars, by name.' })
  workingCalendars(@Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => WorkingCalendar, { nullable: true, description: 'One working calendar.' })
  workingCalendar(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => [Holiday], {
    description:
      'Public holidays of Turkey in a year, to start a calendar with; those of the religious feasts where their dates are known.',
  })
  publicHolidays(@Arg('year', () => Int, { description: '2000 to 2100.' }) year: number) {
    if (year < 2000 || year > 2100) throw badUserInput('`year` is 2000 to 2100.', { extensions: { argument: 'year' } })
    return answeredByCode(turkishHolidays(year))
  }
  @Query(() => PlanPreview, {
    description:
      'What the first period under such a plan would cost with this work; computed as an invoice is. Writes nothing.',
  })
  async planPreview(
    @Arg('plan', () => inputs.CreateServicePlanInput) plan: inputs.CreateServicePlanInput,
    @Arg('usage', () => inputs.PlanUsageInput) usage: inputs.PlanUsageInput,
    @Ctx() context: AppContext,
  ) {
    const preview = await previewOf(context, plan, usage)
    for (const line of preview.lines) for (const each of [line, line.unitPrice, line.amount]) answeredByCode(each)
    answeredByCode(preview.total)
    return answeredByCode(preview)
  }

  @Mutation(() => inputs.ServicePlanPayload, { description: 'Enters a service plan.' })
  createServicePlan(
    @Arg('input', () => inputs.CreateServicePlanInput) input: inputs.CreateServicePlanInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => plans.createServicePlan(context, input))
  }
  @Mutation(() => inputs.ServicePlanPayload, {
    description: 'Changes a service plan; a changed pricing is a new revision, and what runs keeps its own.',
  })
  updateServicePlan(
    @Arg('input', () => inputs.UpdateServicePlanInput) input: inputs.UpdateServicePlanInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => plans.updateServicePlan(context, input))
  }
  @Mutation(() => DeletePayload, { description: 'Deletes a service plan that nothing was agreed under.' })
  deleteServicePlan(
    @Arg('input', () => DeleteInput) input: DeleteInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => plans.deleteServicePlan(context, input))
  }
  @Mutation(() => inputs.WorkingCalendarPayload, { description: 'Enters a working calendar.' })
  createWorkingCalendar(
    @Arg('input', () => inputs.CreateWorkingCalendarInput) input: inputs.CreateWorkingCalendarInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => calendars.createWorkingCalendar(context, input))
  }
  @Mutation(() => inputs.WorkingCalendarPayload, { description: 'Changes a working calendar.' })
  updateWorkingCalendar(
    @Arg('input', () => inputs.UpdateWorkingCalendarInput) input: inputs.UpdateWorkingCalendarInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => calendars.updateWorkingCalendar(context, input))
  }
}
