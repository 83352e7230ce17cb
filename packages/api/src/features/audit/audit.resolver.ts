import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql'
import { read } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { AuditArgs, AuditEventConnection } from './audit.type.ts'

@Resolver()
export class AuditResolver {
  @Query(() => AuditEventConnection, { description: 'What was done, newest first.' })
  auditEvents(@Args(() => AuditArgs) _args: AuditArgs, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
}
