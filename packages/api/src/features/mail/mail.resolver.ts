import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { resendMail } from './mail.service.ts'
import { MailConnection, MailPayload, MailsArgs, ResendMailInput } from './mail.type.ts'

@Resolver()
export class MailResolver {
  @Query(() => MailConnection, { description: 'Mails that we wrote, newest first.' })
  mails(@Args(() => MailsArgs) _args: MailsArgs, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }

  @Mutation(() => MailPayload, { description: 'Sends a failed mail again.' })
  resendMail(
    @Arg('input', () => ResendMailInput) input: ResendMailInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => resendMail(context, input))
  }
}
