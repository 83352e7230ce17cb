import { ArgsType } from 'type-graphql'
import { connectionOf, NestedPageArgs } from '../../core/graphql/connection.ts'
import { input, instant, maybe, Node, of, Person, text, type } from '../../core/graphql/fields.ts'
import { ViewerKind } from '../../core/graphql/viewer-enums.ts'

@type('One field that changed. Fields that the one who asks may not see are left out.')
export class FieldChange {
  @text('Name of the field, as in the schema.') field!: string
  @maybe.text('What it was; null for nothing.') from!: string | null
  @maybe.text('What it became; null for nothing.') to!: string | null
}

@type('Who did what to which object, and when. Never changed, never deleted.', { implements: Node })
export class AuditEvent extends Node {
  @instant('When it was done.') at!: string
  @maybe.of(() => Person, 'Who did it; null for a key, or for somebody the one who asks may not see.')
  actor!: Person | null
  @maybe.text('Name of who did it, as it was then.') actorName!: string | null
  @maybe.of(() => ViewerKind, 'What kind of principal did it; null for the system.') actorKind!: string | null
  @text('What was done: CREATED, UPDATED, DELETED, or a verb of its own such as CONVERTED_TO_TECHNICIAN.')
  action!: string
  @maybe.text('Type of the object, also when the object itself is gone or not for the one who asks.') subjectType!:
    string | null
  @maybe.of(() => Node, 'The object; null when it is gone or not for the one who asks.') subject!: Node | null
  @of(() => [FieldChange], 'What changed.') changes!: FieldChange[]
}

@input('Which events; all conditions hold together.')
export class AuditFilter {
  @maybe.id('Done by this person or key.') actorId?: string | null
  @maybe.id('Done to this object.') subjectId?: string | null
  @maybe.id('Done to this customer, its contacts or groups.') customerId?: string | null
  @maybe.text('This action only, such as PASSIVATED.') action?: string | null
  @maybe.instant('Done after this instant.') after?: string | null
  @maybe.instant('Done before this instant.') before?: string | null
}

@ArgsType()
export class AuditArgs extends NestedPageArgs {
  @maybe.of(() => AuditFilter, 'Which events.') filter?: AuditFilter
}

export const AuditEventConnection = connectionOf('AuditEvent', () => AuditEvent)
