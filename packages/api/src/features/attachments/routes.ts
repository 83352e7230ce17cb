/** `/files`: uploads come in, attachments go out; both as the one who asks. */
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { finished, type Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDenial } from '../../core/auth/denial.ts'
import type { Gate, Principal } from '../../core/auth/principal.ts'
import type { Clock } from '../../core/clock.ts'
import { emOf, type Orm } from '../../core/db/orm.ts'
import type { VerbContext } from '../../core/db/verb.ts'
import { describeError } from '../../core/graphql/describe-error.ts'
import { ourError } from '../../core/graphql/errors.ts'
import { localeOf } from '../../core/graphql/locale.ts'
import { message } from '../../core/graphql/messages.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import type { Slots } from '../../core/graphql/slots.ts'
import { systemCode } from '../../core/refusal.ts'
import { newStorageKey, type Storage } from '../../core/storage/storage.ts'
import { readers, writers } from './attachment.access.ts'
import { assertRoom, keepUpload } from './attachment.service.ts'
import { formatOf, isWhatItSays, takenEndings, type Format } from './content.ts'
import { FileRefusal } from './file-refusal.ts'
import { said } from './messages.ts'
import { fileNameOf } from './name.ts'
import { drain, maxFileBytes, stage, sweepStaging, tooLarge } from './staging.ts'

export interface FileRoutesOptions {
  gate: Gate
  /** Null where the rate is not limited. */
  slots: Slots | null
  orm: Orm
  clock: Clock
  storage: Storage
  /** Directory for uploads that are not whole yet; made when the first one comes. */
  staging: string
  log: { warn: (details: object, text: string) => void; error: (details: object, text: string) => void }
}

const hour = 3_600_000

/** Register with `{ prefix: '/files' }`: `PUT /uploads?name=…` and `GET /attachments/:id`. */
export async function fileRoutes(app: FastifyInstance, options: FileRoutesOptions): Promise<void> {
  const { gate, slots, orm, clock, storage, staging, log } = options
  const askers = new WeakMap<FastifyRequest, Principal>()

  // A body of any type comes as the stream it is: nothing of it is gathered in memory.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, body, done) => done(null, body))

  const swept = () =>
    void sweepStaging(staging).catch((error: unknown) => log.warn({ error }, 'broken uploads could not be cleared'))
  swept()
  const timer = setInterval(swept, hour).unref()
  app.addHook('onClose', async () => clearInterval(timer))

  app.setErrorHandler(async (error: unknown, request, reply) => {
    if (request.body !== undefined) await drain(request.body as Readable)
    return refuse(request, reply, error)
  })

  app.put('/uploads', async (request, reply) => {
    const context = await actorOf(request)
    if (writers.test(context.principal, {}) !== true) throw new FileRefusal(403, 'FORBIDDEN', said['file.forbidden'])
    const given = (request.query as { name?: unknown }).name
    const name = typeof given === 'string' ? fileNameOf(given) : null
    if (!name) throw new FileRefusal(422, 'FILE_NAME', said['file.name'])
    const format = formatOf(name)
    if (!format) throw new FileRefusal(415, 'FILE_KIND', said['file.kind'], { endings: takenEndings })
    if (Number(request.headers['content-length'] ?? 0) > maxFileBytes) throw tooLarge()
    await takeSlot(context.principal, reply)
    await emOf(orm, context.principal, clock).transactional((em) => assertRoom(em, context, 1))
    if (request.body === undefined) throw new FileRefusal(422, 'FILE_EMPTY', said['file.empty'])

    return reply.code(201).send(await receive(request.body as Readable, name, format, context))
  })

  app.get('/attachments/:id', async (request, reply) => {
    const { principal } = await actorOf(request)
    const { id } = request.params as { id: string }
    await takeSlot(principal, reply)
    const missing = new FileRefusal(404, 'NOT_FOUND', said['file.notFound'])
    if (!isUuid(id) || readers.test(principal, {}) !== true) throw missing
    const [file] = await emOf(orm, principal, clock).transactional((em) =>
      em.execute<{ name: string; contentType: string; size: number; storageKey: string }[]>(
        `select name, content_type as "contentType", size, storage_key as "storageKey" from attachment where id = ?`,
        [id],
      ),
    )
    if (!file) throw missing
    const body = await storage.get(file.storageKey)
    if (!body) {
      log.error({ requestId: request.id, attachment: id }, 'the file of an attachment is not in the storage')
      throw missing
    }
    return reply
      .headers({
        'content-type': file.contentType.startsWith('text/') ? `${file.contentType}; charset=utf-8` : file.contentType,
        'content-length': String(file.size),
        'content-disposition': `attachment; filename*=UTF-8''${headerText(file.name)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(body)
  })

  /** Takes a body in: whole, proved, stored, and then written into the table. */
  async function receive(body: Readable, name: string, format: Format, context: VerbContext) {
    const staged = await stage(staging, body)
    try {
      const { path, size } = staged
      if (size === 0) throw new FileRefusal(422, 'FILE_EMPTY', said['file.empty'])
      const file = await open(path)
      try {
        if (!(await isWhatItSays(format, file, size)))
          throw new FileRefusal(415, 'FILE_CONTENT', said['file.content'], {
            ending: name.slice(name.lastIndexOf('.')),
          })
      } finally {
        await file.close()
      }
      const storageKey = newStorageKey()
      // The row comes last: what is in the table lies whole in the storage, and what is not is swept.
      await storage.put(storageKey, createReadStream(path), size)
      const upload = { name, contentType: format.type, size, storageKey }
      const id = await keepUpload(context, upload).catch(async (error: unknown) => {
        await storage.delete(storageKey).catch(() => undefined)
        throw error
      })
      return { id, name, contentType: format.type, size }
    } finally {
      await rm(staged.path, { force: true })
    }
  }

  /** Who asks, as the database says now. */
  async function actorOf(request: FastifyRequest): Promise<VerbContext> {
    const principal = await gate.whoAsks({ headers: request.headers, url: request.url, ip: request.ip })
    if (principal === null) throw new FileRefusal(401, 'UNAUTHENTICATED', said['file.signIn'])
    if (isDenial(principal)) throw principal
    askers.set(request, principal)
    return { principal, locale: localeOf(request.headers['accept-language'], principal), ip: request.ip, orm, clock }
  }

  async function takeSlot(principal: Principal, reply: FastifyReply): Promise<void> {
    if (!slots) return
    const end = new AbortController()
    finished(reply.raw, () => end.abort())
    finished(reply.raw, await slots.take(principal.id, end.signal))
  }

  function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
    // Its body may not have come in whole: nothing else can be read from this connection.
    if (request.method === 'PUT') reply.header('connection', 'close')
    if (typeof error === 'object' && error !== null && isDenial(error))
      return reply.code(error.status).headers(error.headers).send({ code: error.code, message: error.message })
    const known = asRefusal(error)
    if (known.status >= 500)
      log.error({ requestId: request.id, error: describeError(error) }, 'a file could not be taken or given')
    if (known.code === 'RATE_LIMITED') reply.header('retry-after', '1')
    const locale = localeOf(request.headers['accept-language'], askers.get(request) ?? null)
    return reply.code(known.status).send({ code: known.code, message: message(locale, known.key, known.params) })
  }
}

const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

function asRefusal(error: unknown): FileRefusal {
  if (error instanceof FileRefusal) return error
  const { statusCode } = error as { statusCode?: unknown }
  if (typeof statusCode === 'number' && statusCode < 500)
    return new FileRefusal(400, 'FILE_INCOMPLETE', said['file.incomplete'])
  const code = ourError(error)?.extensions.code
  if (code === 'RATE_LIMITED') return new FileRefusal(429, 'RATE_LIMITED', said['file.busy'])
  if (noRoom.has(systemCode(error) ?? '')) return new FileRefusal(507, 'NO_ROOM', said['file.noRoom'])
  return new FileRefusal(code === 'TIMEOUT' ? 503 : 500, 'INTERNAL_SERVER_ERROR', said['file.broken'])
}

/** As RFC 8187 wants it. */
const headerText = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
