/** Shared inputs and payloads. */
import { id, input, maybe, of, type, whole } from './fields.ts'
import { UserError } from './user-error.type.ts'

@input('What to delete.')
export class DeleteInput {
  @id('The row.') id!: string
  @whole('The version you saw; another one is a CONFLICT.') version!: number
}

@type('Answer of a deletion.')
export class DeletePayload {
  @maybe.id('Id of what is gone.') deletedId!: string | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}

@input('What to revoke.')
export class RevokeInput {
  @id('The key or session.') id!: string
}
