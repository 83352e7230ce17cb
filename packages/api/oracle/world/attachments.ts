/** Files of tickets and comments, and uploads that hang on nothing yet; and what people asked to be done in bulk. */
import type { Dice } from '../dice.ts'
import { instant } from './instants.ts'
import type { ApiKeyRow, AttachmentRow, ContactRow, JobRow, TechnicianRow, World } from './rows.ts'

type Somebody = TechnicianRow | ContactRow | ApiKeyRow

function kindOf({ roles }: World, row: Somebody): AttachmentRow['uploaderKind'] {
  if (row.type !== 'Technician') return row.type === 'Contact' ? 'CONTACT' : 'PARTNER'
  return roles.find(({ id }) => id === row.roleId)!.administrator ? 'ADMIN' : 'TECHNICIAN'
}

export function addAttachments(dice: Dice, world: World): void {
  const file = (uploader: Pick<AttachmentRow, 'uploaderKind' | 'uploaderId' | 'uploaderName'>): AttachmentRow => ({
    type: 'Attachment',
    id: dice.uuid(),
    customerId: null,
    ticketId: null,
    commentId: null,
    internal: false,
    ...uploader,
    name: dice.pick(['ekran görüntüsü.png', 'Iğdır.pdf', '=liste.csv']),
    contentType: dice.pick(['image/png', 'application/pdf', 'text/csv']),
    size: dice.int(1, 5_000),
    storageKey: dice.hex(24),
    createdAt: instant(dice),
  })
  const by = (row: Somebody) => ({ uploaderKind: kindOf(world, row), uploaderId: row.id, uploaderName: row.name })
  for (const { id, customerId, requesterId } of dice.some(world.tickets, 12, 25)) {
    const requester = world.contacts.find((each) => each.id === requesterId)!
    for (let left = dice.int(1, 2); left > 0; left -= 1)
      world.attachments.push({ ...file(by(requester)), customerId, ticketId: id })
  }
  // What came with a comment is as public as it is.
  for (const comment of world.comments.filter(({ internal }) => internal || dice.chance(30)))
    world.attachments.push({
      ...file({
        uploaderKind: comment.authorKind,
        uploaderId: comment.authorId,
        uploaderName: comment.authorName,
      }),
      customerId: comment.customerId,
      ticketId: comment.ticketId,
      commentId: comment.id,
      internal: comment.internal,
    })
  for (const row of everybody(dice, world)) world.attachments.push(file(by(row)))
}

export function addJobs(dice: Dice, world: World): void {
  for (const row of everybody(dice, world)) {
    for (let number = dice.int(1, 3); number > 0; number -= 1) {
      // One of a person runs at a time.
      const status = number === 1 ? dice.pick(['RUNNING', 'DONE'] as const) : dice.pick(ended)
      const total = dice.int(0, 4)
      const isEnded = status !== 'RUNNING' && status !== 'QUEUED'
      const job: JobRow = {
        type: 'Job',
        id: dice.uuid(),
        kind: dice.pick(['BULK_CHANGE', 'IMPORT', 'EXPORT', 'BILLING_RUN']),
        status,
        total,
        payload: {},
        createdByKind: kindOf(world, row),
        createdBy: row.id,
        locale: 'tr',
        ipAddress: '192.0.2.7',
        cancelAsked: false,
        attempt: 0,
        losses: 0,
        notBefore: instant(dice),
        failure: status === 'FAILED' ? 'Yarıda kaldı' : null,
        createdAt: instant(dice),
        startedAt: status === 'QUEUED' ? null : instant(dice),
        finishedAt: isEnded ? instant(dice) : null,
      }
      world.jobs.push(job)
      for (let at = 0; at < (status === 'DONE' ? total : dice.int(0, total)); at += 1)
        world.jobRows.push({
          jobId: job.id,
          row: at,
          ...(dice.chance(40)
            ? { code: 'NOT_FOUND', path: ['ids', dice.uuid()], message: 'Kayıt bulunamadı.' }
            : { code: null, path: null, message: null }),
        })
    }
  }
}

const ended = ['QUEUED', 'DONE', 'FAILED', 'CANCELLED'] as const

/** Some of every kind, those who are not let in any more among them. */
const everybody = (dice: Dice, { technicians, contacts, keys }: World): Somebody[] => [
  ...technicians,
  ...contacts.filter(({ active }) => !active || dice.chance(40)),
  ...keys.filter(() => dice.chance(70)),
]
