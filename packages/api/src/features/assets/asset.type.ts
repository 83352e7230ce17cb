import { ArgsType } from 'type-graphql'
import { connectionOf, NestedPageArgs, PageArgs } from '../../core/graphql/connection.ts'
import { enumType, id, input, instant, maybe, Node, of, text, type, whole } from '../../core/graphql/fields.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'
import { Contract } from '../contracts/index.ts'
import { Customer } from '../customers/index.ts'

export const AssetKind = enumType('AssetKind', 'What a customer has.', {
  ASSET: 'A thing: a computer, a machine, a line.',
  SERVICE: 'A service: e-mail, backup, monitoring.',
})
export type AssetKind = keyof typeof AssetKind

@input('Which assets and services; all conditions hold together.')
export class AssetFilter {
  @maybe.instant('Changed after this instant: for synchronising.') updatedAfter?: string | null
  @maybe.text('Found in name or serial number, folded.') text?: string | null
  @maybe.id('Of this customer.') customerId?: string | null
  @maybe.of(() => AssetKind, 'Assets or services.') kind?: AssetKind | null
}

@ArgsType()
export class AssetsArgs extends PageArgs {
  @maybe.of(() => AssetFilter, 'Which assets and services.') filter?: AssetFilter
}

@ArgsType()
export class NestedAssetsArgs extends NestedPageArgs {
  @maybe.of(() => AssetFilter, 'Which assets and services.') filter?: AssetFilter
}

@type('A thing or a service that a customer has.', { implements: Node })
export class Asset extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @of(() => AssetKind, 'An asset or a service.') kind!: AssetKind
  @text('What people call it.') name!: string
  @maybe.text('Serial number or another mark of its own.') serialNumber!: string | null
  @maybe.text('State in your own words, such as “in use” or “in repair”.') status!: string | null
  @of(() => Customer, 'Whose it is; for good.') customer!: Customer
  @maybe.of(() => Contract, 'The contract that covers it.') contract!: Contract | null
  @instant('When it was entered.') createdAt!: string
  @instant('When it was last changed.') updatedAt!: string
}

export const AssetConnection = connectionOf('Asset', () => Asset)

const key = 'Chosen by the caller: the same key and body within 24 hours get the same answer.'

@input('A new asset or service.')
export class CreateAssetInput {
  @id('The customer; for good.') customerId!: string
  @of(() => AssetKind, 'An asset or a service.') kind!: AssetKind
  @text('What people call it.') name!: string
  @maybe.text('Serial number or another mark of its own.') serialNumber?: string | null
  @maybe.text('State in your own words.') status?: string | null
  @maybe.id('The contract of the customer that covers it.') contractId?: string | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of an asset or service: a field left out stays, null empties it.')
export class UpdateAssetInput {
  @id('The asset or service.') id!: string
  @whole('The version you saw; another one is a CONFLICT.') version!: number
  @maybe.text('What people call it.') name?: string | null
  @maybe.text('Serial number or another mark of its own.') serialNumber?: string | null
  @maybe.text('State in your own words.') status?: string | null
  @maybe.id('The contract of the customer that covers it; null for none.') contractId?: string | null
}

@type('Answer of a mutation of assets.')
export class AssetPayload {
  @maybe.of(() => Asset, 'The asset or service; with CONFLICT, as it is now.') asset!: Asset | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
