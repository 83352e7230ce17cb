import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { NestedPageArgs } from '../../core/graphql/connection.ts'
import { cancelJob } from './job.service.ts'
import { CancelJobInput, Job, JobConnection, JobPayload } from './job.type.ts'

@Resolver()
export class JobResolver {
  @Query(() => Job, { nullable: true, description: 'An own job; null when there is none of that id.' })
  job(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => JobConnection, { description: 'Jobs that the one who asks has asked for, newest first.' })
  jobs(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Mutation(() => JobPayload, { description: 'Cancels an own job; what it has done stays done.' })
  cancelJob(
    @Arg('input', () => CancelJobInput) input: CancelJobInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => cancelJob(context, input))
  }
}
