import { Arg, FieldResolver, Resolver } from 'type-graphql'
import { byPlan } from '../../core/graphql/fields.ts'
import { GraphQLDate } from '../../core/graphql/scalars.ts'
import { Contract } from '../contracts/index.ts'
import { PeriodUsage } from './usage.type.ts'

/** What usage adds to contracts. */
@Resolver(() => Contract)
export class ContractUsage {
  @FieldResolver(() => PeriodUsage, {
    nullable: true,
    description:
      'The billing period that holds a day; null on a day without a plan, and outside of the contract’s terms.',
  })
  usage(
    @Arg('on', () => GraphQLDate, { nullable: true, description: 'The day; today when nothing is said.' })
    _on?: string,
  ): unknown {
    return byPlan()
  }
}
