import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { byPlan } from '../../core/graphql/fields.ts'
import { DeleteInput, DeletePayload } from '../../core/graphql/inputs.ts'
import { Customer } from '../customers/index.ts'
import * as assets from './asset.service.ts'
import {
  Asset,
  AssetConnection,
  AssetPayload,
  AssetsArgs,
  CreateAssetInput,
  NestedAssetsArgs,
  UpdateAssetInput,
} from './asset.type.ts'

@Resolver()
export class AssetResolver {
  @Query(() => AssetConnection, { description: 'Assets and services of the customers that the one who asks may see.' })
  assets(@Args(() => AssetsArgs) _args: AssetsArgs, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => Asset, {
    nullable: true,
    description: 'One asset or service; null when it is not there for the one who asks.',
  })
  asset(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Mutation(() => AssetPayload, { description: 'Enters an asset or a service of a customer.' })
  createAsset(
    @Arg('input', () => CreateAssetInput) input: CreateAssetInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => assets.createAsset(context, input))
  }
  @Mutation(() => AssetPayload, { description: 'Changes an asset or a service.' })
  updateAsset(
    @Arg('input', () => UpdateAssetInput) input: UpdateAssetInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => assets.updateAsset(context, input))
  }
  @Mutation(() => DeletePayload, {
    description: 'Deletes an asset or a service; IN_USE while tickets name it.',
  })
  deleteAsset(
    @Arg('input', () => DeleteInput) input: DeleteInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => assets.deleteAsset(context, input))
  }
}

/** What assets add to customers. */
@Resolver(() => Customer)
export class CustomerAssets {
  @FieldResolver(() => AssetConnection, { description: 'Its assets and services, by name.' })
  assets(@Args(() => NestedAssetsArgs) _args: NestedAssetsArgs): unknown {
    return byPlan()
  }
}
