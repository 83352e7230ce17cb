import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import { listSessions } from '../../core/auth/sessions.ts'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { answeredByCode } from '../../core/graphql/executor.ts'
import { Node } from '../../core/graphql/fields.ts'
import { DeletePayload, RevokeInput } from '../../core/graphql/inputs.ts'
import { revokeSession, updateProfile } from './profile.service.ts'
import { ProfilePayload, Session, UpdateProfileInput, Viewer } from './viewer.type.ts'

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who asks; null when nobody is signed in.' })
  me(@Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its id; null when it is not there for the one who asks.',
  })
  node(
    @Arg('id', () => ID, { description: 'The object.' }) _id: string,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => [Node], {
    description: 'Customers, contacts and tickets with these words, beginnings first, then the likest.',
  })
  search(
    @Arg('text', () => String, { description: '2 to 200 characters; “cinar” finds “Çınar”.' }) _text: string,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1–100; 25 when nothing is said.' })
    _first: number | undefined,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => [Session], { description: 'Where the one who asks is signed in, the last seen first.' })
  async sessions(@Ctx() { signInPool, principal }: AppContext) {
    return principal.accountId
      ? answeredByCode(await listSessions(signInPool, principal.accountId, principal.sessionId))
      : []
  }

  @Mutation(() => ProfilePayload, { description: 'Changes one’s own name, phone or language.' })
  updateProfile(
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => updateProfile(context, input))
  }
  @Mutation(() => DeletePayload, { description: 'Signs oneself out somewhere.' })
  revokeSession(
    @Arg('input', () => RevokeInput) input: RevokeInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => revokeSession(context, input))
  }
}
