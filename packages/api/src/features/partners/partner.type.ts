import { flag, input, instant, maybe, Node, of, text, type } from '../../core/graphql/fields.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'
import { Customer } from '../customers/index.ts'
import { Permission, Technician } from '../organization/index.ts'

@type(
  'A key with which a partner’s program asks. It reaches what it was given and what its maker may do at that moment.',
  { implements: Node },
)
export class ApiKey extends Node {
  @text('What the key is for.') name!: string
  @text('Its beginning, to recognise it by; not secret.') prefix!: string
  @of(() => [Permission], 'What it was given.') permissions!: Permission[]
  @flag('Reaches all customers of its maker.') allCustomers!: boolean
  @of(() => [Customer], 'Customers that it was given, by name; none when it has all.') customers!: Customer[]
  @maybe.of(() => Technician, 'Who made it: the key never does more than he or she may.') createdBy!: Technician | null
  @instant('When it was made.') createdAt!: string
  @maybe.instant('When it ends by itself; null for never.') expiresAt!: string | null
  @maybe.instant('When it was last used, to the minute.') lastUsedAt!: string | null
  @maybe.instant('When it was revoked.') revokedAt!: string | null
}

@input('A new key.')
export class CreateApiKeyInput {
  @text('What the key is for.') name!: string
  @of(() => [Permission], 'What it may do: never more than its maker.') permissions!: Permission[]
  @flag('All customers of its maker, also those that come later.') allCustomers!: boolean
  @maybe.ids('The customers it reaches, when not all.') customerIds?: string[] | null
  @maybe.instant('When it ends by itself.') expiresAt?: string | null
  @maybe.text('Chosen by the caller: the same key and body within 24 hours get the same answer, without the secret.')
  idempotencyKey?: string | null
}

@type('Answer of a mutation of keys.')
export class ApiKeyPayload {
  @maybe.of(() => ApiKey, 'The key.') apiKey!: ApiKey | null
  @maybe.text('What the program sends as `Authorization: Bearer …`. Shown this once: only its hash is kept.') secret!:
    string | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
