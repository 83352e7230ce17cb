import { id, input, maybe, of, text, type, whole } from '../../core/graphql/fields.ts'
import { GraphQLDate } from '../../core/graphql/scalars.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'
import { Contract, ContractType, NoticeSide, PeriodUnit } from './contract.type.ts'

const key = 'Chosen by the caller: the same key and body within 24 hours get the same answer.'
const seen = 'The version you saw; another one is a CONFLICT.'
const errors = 'What the caller can put right; empty when it worked.'

@input('A new kind of contract.')
export class CreateContractTypeInput {
  @text('Name; unique.') name!: string
  @maybe.flag('Requests under such contracts ask for approval by themselves; false when nothing is said.')
  requestsNeedApproval?: boolean | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a kind of contract: a field left out stays.')
export class UpdateContractTypeInput {
  @id('The type.') id!: string
  @maybe.text('Name; unique.') name?: string | null
  @maybe.flag('Inactive types are offered no more.') active?: boolean | null
  @maybe.flag('Requests under such contracts ask for approval by themselves.') requestsNeedApproval?: boolean | null
}

@input('How long something lasts.')
export class PeriodInput {
  @whole('How many; 1 to 1 000.') count!: number
  @of(() => PeriodUnit, 'Of what.') unit!: PeriodUnit
}

@input('So many days before or after a term’s end.')
export class NoticeInput {
  @of(() => NoticeSide, 'Before or after the end.') side!: NoticeSide
  @whole('0 to 365 before, 1 to 365 after.') days!: number
}

@input('A new contract.')
export class CreateContractInput {
  @id('With whom; for good.') customerId!: string
  @id('An active type.') typeId!: string
  @text('What people call it.') name!: string
  @maybe.text('What was agreed, in words.') description?: string | null
  @of(() => GraphQLDate, 'Its first day.') startsOn!: string
  @of(() => GraphQLDate, 'Its last day.') endsOn!: string
  @maybe.id('An active service plan, taken in its newest revision; nothing is priced without one.') planId?:
    string | null
  @maybe.flag('A new term begins by itself on the day after the end; needs a renewal period.') autoRenew?:
    boolean | null
  @maybe.of(() => PeriodInput, 'How long a new term lasts.') renewalPeriod?: PeriodInput | null
  @maybe.of(() => [NoticeInput], 'When people are told of its end, at most 20. Staff only.')
  notices?: NoticeInput[] | null
  @maybe.ids('Active technicians who see the customer and are told, at most 50. Staff only.')
  noticeUserIds?: string[] | null
  @maybe.ids('Active contacts of the customer with an e-mail address who are told, at most 50.')
  noticeContactIds?: string[] | null
  @maybe.flag('Leaves it for `activateContract`.') draft?: boolean | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a contract: a field left out stays, null empties it. Lists are taken as a whole.')
export class UpdateContractInput {
  @id('The contract.') id!: string
  @whole(seen) version!: number
  @maybe.id('An active type.') typeId?: string | null
  @maybe.text('What people call it.') name?: string | null
  @maybe.text('What was agreed, in words.') description?: string | null
  @maybe.of(() => GraphQLDate, 'Its first day, until it has come.') startsOn?: string | null
  @maybe.of(() => GraphQLDate, 'The last day of its last term; not before today, which is a termination.')
  endsOn?: string | null
  @maybe.id('A service plan in its newest revision, from the next billing period on; null: none from then on.')
  planId?: string | null
  @maybe.flag('A new term begins by itself on the day after the end; needs a renewal period.') autoRenew?:
    boolean | null
  @maybe.of(() => PeriodInput, 'How long a new term lasts.') renewalPeriod?: PeriodInput | null
  @maybe.of(() => [NoticeInput], 'When people are told of its end, at most 20. Staff only.')
  notices?: NoticeInput[] | null
  @maybe.ids('Active technicians who see the customer and are told, at most 50. Staff only.')
  noticeUserIds?: string[] | null
  @maybe.ids('Active contacts of the customer with an e-mail address who are told, at most 50.')
  noticeContactIds?: string[] | null
}

@input('A draft that is to hold.')
export class ActivateContractInput {
  @id('The contract, a draft.') id!: string
  @whole(seen) version!: number
}

@type('Answer of a mutation of kinds of contracts.')
export class ContractTypePayload {
  @maybe.of(() => ContractType, 'The type.') contractType!: ContractType | null
  @of(() => [UserError], errors) errors!: UserError[]
}

@type('Answer of a mutation of contracts.')
export class ContractPayload {
  @maybe.of(() => Contract, 'The contract; with CONFLICT, as it is now.') contract!: Contract | null
  @of(() => [UserError], errors) errors!: UserError[]
}
