import { flag, id, input, instant, maybe, of, Person, text, type } from '../../core/graphql/fields.ts'
import { GraphQLDate } from '../../core/graphql/scalars.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'
import { ViewerKind } from '../../core/graphql/viewer-enums.ts'
import { Customer } from '../customers/index.ts'
import { Permission } from '../organization/index.ts'
import { TicketScope } from '../tickets/index.ts'

@type('Who asks, and what he or she may do.')
export class Viewer {
  @of(() => ViewerKind, 'The kind of principal.') kind!: string
  @maybe.of(() => Person, 'The technician or contact; null for a key.') person!: Person | null
  @of(() => [Permission], 'What he or she may do; contacts have none of these.') permissions!: Permission[]
  @of(() => [TicketScope], 'Settings of the portal’s toggle that the contact has the right to; none for others.')
  ticketScopes!: TicketScope[]
  @text('The language he or she has chosen: tr or en.') locale!: string
  @of(() => GraphQLDate, 'The day that contracts are on now, in the calendar of this installation.') today!: string
  @flag('Sees some customers only: those authorized for, or those the key was given.') onlyAuthorizedCustomers!: boolean
  @maybe.of(() => Customer, 'The customer of a contact; null for others.') customer!: Customer | null
}

@type('A place where one is signed in.')
export class Session {
  @id() id!: string
  @maybe.text('Browser and system, such as “Firefox · Windows”.') device!: string | null
  @maybe.text('Address from which the session began.') ipAddress!: string | null
  @instant('When it began.') createdAt!: string
  @instant('When it was last used, to the minute.') lastSeenAt!: string
  @instant('When it ends if it is not used.') expiresAt!: string
  @flag('The one that asks.') current!: boolean
}

@input('Changes of one’s own profile: a field left out stays, null empties it.')
export class UpdateProfileInput {
  @maybe.text('Language of screens and mails: tr or en.') locale?: string | null
  @maybe.text('Full name.') name?: string | null
  @maybe.text('Phone number; contacts only.') phone?: string | null
}

@type('Answer of a change of one’s own profile.')
export class ProfilePayload {
  @maybe.of(() => Viewer, 'Who asks, as changed.') viewer!: Viewer | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
