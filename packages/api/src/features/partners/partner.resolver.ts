import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { RevokeInput } from '../../core/graphql/inputs.ts'
import { createApiKey, revokeApiKey } from './partner.service.ts'
import { ApiKey, ApiKeyPayload, CreateApiKeyInput } from './partner.type.ts'

@Resolver()
export class PartnerResolver {
  @Query(() => [ApiKey], {
    description: 'Keys of partners, newest first; staff limited to authorized customers see their own.',
  })
  apiKeys(@Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }

  @Mutation(() => ApiKeyPayload, { description: 'Makes a key for a partner’s program. Its secret is shown this once.' })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => createApiKey(context, input))
  }
  @Mutation(() => ApiKeyPayload, { description: 'Ends a key for good, from its next request on.' })
  revokeApiKey(
    @Arg('input', () => RevokeInput) input: RevokeInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => revokeApiKey(context, input))
  }
}
