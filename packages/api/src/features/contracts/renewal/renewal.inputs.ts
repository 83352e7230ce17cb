import { id, input, maybe, of, text, whole } from '../../../core/graphql/fields.ts'
import { GraphQLDate } from '../../../core/graphql/scalars.ts'
import { PeriodInput } from '../contract.inputs.ts'

const seen = 'The version you saw; another one is a CONFLICT.'

@input('A contract that is to go on.')
export class RenewContractInput {
  @id('The contract.') id!: string
  @whole(seen) version!: number
  @maybe.of(() => PeriodInput, 'How long the new term lasts; the contract’s renewal period when nothing is said.')
  period?: PeriodInput | null
  @maybe.id('The plan of the new term, in its newest revision; left out: the plan it has; null: none.')
  planId?: string | null
  @maybe.text('Chosen by the caller: the same key and body within 24 hours get the same answer.')
  idempotencyKey?: string | null
}

@input('A contract that ends early.')
export class TerminateContractInput {
  @id('The contract.') id!: string
  @whole(seen) version!: number
  @of(() => GraphQLDate, 'The last day that it holds.') on!: string
  @text('Why, in a few words.') reason!: string
}
