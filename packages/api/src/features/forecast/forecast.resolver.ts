import { Arg, FieldResolver, Resolver } from 'type-graphql'
import { byPlan } from '../../core/graphql/fields.ts'
import { GraphQLDate } from '../../core/graphql/scalars.ts'
import { Contract } from '../contracts/index.ts'
import { ContractForecast } from './forecast.type.ts'

/** What forecasts add to contracts. */
@Resolver(() => Contract)
export class ContractForecasts {
  @FieldResolver(() => ContractForecast, {
    description: 'Terms, notices and amounts up to a day, just as they will be made. Writes nothing.',
  })
  forecast(
    @Arg('until', () => GraphQLDate, { description: 'The last day; today to five years on.' }) _until: string,
  ): unknown {
    return byPlan()
  }
}
