import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql'
import { write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { systemHealth, tryContractAgain } from './system.service.ts'
import { SystemHealth, TryContractAgainInput, TryContractAgainPayload } from './system.type.ts'

@Resolver()
export class SystemResolver {
  @Query(() => SystemHealth, { description: 'How it is with queues, mails and what is due on contracts.' })
  systemHealth(@Ctx() context: AppContext) {
    return systemHealth(context)
  }

  @Mutation(() => TryContractAgainPayload, {
    description: 'Lets the next sweep try a contract again that was laid aside.',
  })
  tryContractAgain(
    @Arg('input', () => TryContractAgainInput) input: TryContractAgainInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => tryContractAgain(context, input))
  }
}
