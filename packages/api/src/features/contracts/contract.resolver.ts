import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { byPlan } from '../../core/graphql/fields.ts'
import { DeleteInput, DeletePayload } from '../../core/graphql/inputs.ts'
import { Customer } from '../customers/index.ts'
import { ServicePlan } from '../plans/index.ts'
import * as inputs from './contract.inputs.ts'
import * as contracts from './contract.service.ts'
import { Contract, ContractConnection, ContractsArgs, ContractType, NestedContractsArgs } from './contract.type.ts'
import * as types from './type.service.ts'

@Resolver()
export class ContractResolver {
  @Query(() => ContractConnection, { description: 'Contracts that the one who asks may see.' })
  contracts(
    @Args(() => ContractsArgs) _args: ContractsArgs,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => Contract, {
    nullable: true,
    description: 'One contract; null when it is not there for the one who asks.',
  })
  contract(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => [ContractType], { description: 'Kinds of contracts, by name.' })
  contractTypes(@Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }

  @Mutation(() => inputs.ContractTypePayload, { description: 'Enters a kind of contract.' })
  createContractType(
    @Arg('input', () => inputs.CreateContractTypeInput) input: inputs.CreateContractTypeInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => types.createContractType(context, input))
  }
  @Mutation(() => inputs.ContractTypePayload, { description: 'Changes a kind of contract.' })
  updateContractType(
    @Arg('input', () => inputs.UpdateContractTypeInput) input: inputs.UpdateContractTypeInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => types.updateContractType(context, input))
  }
  @Mutation(() => inputs.ContractPayload, {
    description: 'Enters a contract with its first term; it holds at once, or is a draft.',
  })
  createContract(
    @Arg('input', () => inputs.CreateContractInput) input: inputs.CreateContractInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contracts.createContract(context, input))
  }
  @Mutation(() => inputs.ContractPayload, {
    description:
      'Changes a contract: of a draft all but the customer; a changed plan applies from the next billing period on.',
  })
  updateContract(
    @Arg('input', () => inputs.UpdateContractInput) input: inputs.UpdateContractInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contracts.updateContract(context, input))
  }
  @Mutation(() => inputs.ContractPayload, { description: 'Makes a draft hold.' })
  activateContract(
    @Arg('input', () => inputs.ActivateContractInput) input: inputs.ActivateContractInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contracts.activateContract(context, input))
  }
  @Mutation(() => DeletePayload, { description: 'Deletes a draft; what holds is terminated instead.' })
  deleteContract(
    @Arg('input', () => DeleteInput) input: DeleteInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contracts.deleteContract(context, input))
  }
}

/** What contracts add to customers. */
@Resolver(() => Customer)
export class CustomerContracts {
  @FieldResolver(() => ContractConnection, { description: 'Its contracts, as far as the one who asks may see them.' })
  contracts(@Args(() => NestedContractsArgs) _args: NestedContractsArgs): unknown {
    return byPlan()
  }
  @FieldResolver(() => Int, { description: 'Its active contracts, as far as the one who asks may see them.' })
  activeContractCount(): unknown {
    return byPlan()
  }
}

/** What contracts add to service plans. */
@Resolver(() => ServicePlan)
export class PlanContracts {
  @FieldResolver(() => ContractConnection, {
    description: 'Contracts that it applies to, as far as the one who asks may see them.',
  })
  contracts(@Args(() => NestedContractsArgs) _args: NestedContractsArgs): unknown {
    return byPlan()
  }
}
