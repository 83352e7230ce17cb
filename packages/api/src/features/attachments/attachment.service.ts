/** Uploads become rows here, and attachments. */
import { newId } from '../../core/db/ids.ts'
import type { Em } from '../../core/db/orm.ts'
import { verb, type Actor, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { FileRefusal } from './file-refusal.ts'
import { said } from './messages.ts'

/** Files that one may have uploaded and not attached, and their bytes. */
const mostUploads = 20
const mostUploadedBytes = 100 * 1024 * 1024
/** Files of one comment, or of a new ticket. */
const mostAttached = 10

export interface Upload {
  name: string
  contentType: string
  size: number
  storageKey: string
}

/** Refuses when one more upload of `size` bytes is too much for the one who asks. */
export async function assertRoom(em: Em, { principal }: Actor, size: number): Promise<void> {
  const [now] = await em.execute<{ files: number; bytes: number }[]>(
    `select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes from attachment
     where ticket_id is null and uploader_id = ?`,
    [principal.id],
  )
  if (now!.files >= mostUploads || now!.bytes + size > mostUploadedBytes)
    throw new FileRefusal(422, 'LIMIT_EXCEEDED', said['file.tooMany'], {
      max: mostUploads,
      megabytes: mostUploadedBytes / 1024 / 1024,
    })
}

/** Writes the row of a file that lies whole in the storage; gives back its id. */
export function keepUpload(context: VerbContext, upload: Upload): Promise<string> {
  const { principal } = context
  return verb(context, async (em) => {
    // One at a time, so that many at once do not find room for each of them.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 4))', [principal.id])
    await assertRoom(em, context, upload.size)
    const id = newId()
    await em.execute(
      `insert into attachment (id, uploader_kind, uploader_id, uploader_name, name, content_type, size, storage_key, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, now())`,
      [
        id,
        principal.kind,
        principal.id,
        principal.name,
        upload.name,
        upload.contentType,
        upload.size,
        upload.storageKey,
      ],
    )
    return id
  })
}

export interface AttachTo {
  customerId: string
  ticketId: string
  commentId?: string
  internal?: boolean
}

/** Own uploads, found and locked until the commit. */
export interface FoundUploads {
  ids: readonly string[]
  names: readonly string[]
}

/**
 * The own uploads that an input names. Problems: LIMIT_EXCEEDED (more than 10), NOT_FOUND (foreign, gone or attached
 * already), both at `path`.
 */
export async function foundUploads(
  em: Em,
  { principal }: Actor,
  given: readonly string[] | null | undefined,
  path: readonly string[] = ['attachmentIds'],
): Promise<FoundUploads> {
  const ids = [...new Set(given ?? [])]
  if (!ids.length) return { ids, names: [] }
  if (ids.length > mostAttached)
    throw new Problem('LIMIT_EXCEEDED', path, { key: said['attachments.tooMany'], params: { max: mostAttached } })
  const missing = new Problem('NOT_FOUND', path, { key: said['attachments.notFound'] })
  if (!ids.every(isUuid)) throw missing
  const rows = await em.execute<{ name: string }[]>(
    `select name from attachment where id = any (?::uuid[]) and ticket_id is null and uploader_id = ?
     order by id for update`,
    [`{${ids.join()}}`, principal.id],
  )
  if (rows.length !== ids.length) throw missing
  return { ids, names: rows.map(({ name }) => name) }
}

/** Attaches uploads to a ticket, or to a comment on it, in the transaction that writes it. */
export async function attach(em: Em, { ids }: FoundUploads, to: AttachTo): Promise<void> {
  if (!ids.length) return
  await em.execute(
    `update attachment set customer_id = ?, ticket_id = ?, comment_id = ?, internal = ? where id = any (?::uuid[])`,
    [to.customerId, to.ticketId, to.commentId ?? null, to.internal ?? false, `{${ids.join()}}`],
  )
}
