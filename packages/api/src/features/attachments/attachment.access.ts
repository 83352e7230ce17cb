/** Both gates of attachments. */
import type { PolicyDef } from '@mikro-orm/core'
import { allow, reach } from '../../core/db/policies.ts'
import { CONTACT, PARTNER, RESTRICTED, STAFF, SYSTEM } from '../../core/db/roles.ts'
import { anyOf, can, contact, type Doors } from '../../core/graphql/doors.ts'

/** Who may read tickets reads what hangs on them. */
export const readers = anyOf(contact, can('TICKETS_READ'))
/** Who may write tickets hangs files on them. */
export const writers = anyOf(contact, can('TICKETS_WRITE'))

export const attachmentDoors: Doors = { types: { Attachment: readers } }

/** Uploaded and not attached yet: its uploader's alone. */
const ownUpload = 'ticket_id is null and uploader_id = (select app_principal_id())'
const reached = `(select app_reaches_all()) or customer_id in (${reach})`

/**
 * Attached files are there for whoever sees what they are attached to. Nobody but their uploader attaches them, once;
 * a contact to what he or she wrote.
 */
const attached = (role: string, sees: string, attaches = sees): PolicyDef[] => [
  allow(role, `(${ownUpload}) or (ticket_id is not null and (${sees}))`, 'select'),
  allow(role, ownUpload, 'insert'),
  {
    name: `${role}_update`,
    command: 'update',
    roles: [role],
    using: ownUpload,
    check: `ticket_id is not null and uploader_id = (select app_principal_id()) and (${attaches})`,
  },
]

export const attachmentPolicies = [
  allow(SYSTEM, 'true'),
  ...attached(STAFF, 'true'),
  ...attached(RESTRICTED, `customer_id in (${reach})`),
  ...attached(PARTNER, `not internal and (${reached})`),
  ...attached(
    CONTACT,
    'not internal and exists (select from ticket t where t.id = attachment.ticket_id)',
    `not internal and (exists (select from ticket_comment c where c.id = attachment.comment_id and c.ticket_id = attachment.ticket_id and c.author_id = (select app_principal_id())) or (comment_id is null and exists (select from ticket t where t.id = attachment.ticket_id and t.requester_id = (select app_principal_id()))))`,
  ),
]
