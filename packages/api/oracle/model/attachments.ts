/** Attachments, as the specification has them: as visible as what they hang on; an upload is its uploader’s alone. */
import type { AttachmentRow } from '../world/rows.ts'
import { isStaff } from './asker.ts'
import { columns, nodesOf, typeOf, type Feature } from './feature.ts'
import { byInstant } from './orders.ts'
import { ticketReaders } from './rules.ts'
import { seesTicket } from './ticket-rules.ts'
import { partaker } from './tickets.ts'

const attachment = columns<AttachmentRow>()

export const attachments: Feature = {
  nodes: {
    Attachment: nodesOf<AttachmentRow>(
      (world) => world.attachments,
      byInstant('createdAt'),
      (asker, { ticketId, internal, uploaderId }, world) => {
        if (ticketId === null) return uploaderId === asker.id
        const ticket = world.tickets.find(({ id }) => id === ticketId)!
        return (!internal || isStaff(asker)) && seesTicket(asker, ticket, world)
      },
    ),
  },
  types: {
    Attachment: typeOf<AttachmentRow>(ticketReaders, {
      ...attachment.plain('id', 'name', 'contentType', 'size'),
      ...attachment.instants('createdAt'),
      uploader: {
        value: ({ uploaderKind, uploaderId, uploaderName }, question) =>
          partaker(question, uploaderKind, uploaderId, uploaderName),
      },
      url: { value: ({ id }) => `/files/attachments/${id}` },
    }),
  },
}
