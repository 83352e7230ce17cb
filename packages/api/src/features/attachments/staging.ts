/** Where an upload waits until it is whole and proved. */
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newStorageKey } from '../../core/storage/storage.ts'
import { systemCode } from '../../core/refusal.ts'
import { FileRefusal } from './file-refusal.ts'
import { said } from './messages.ts'

export const maxFileBytes = 10 * 1024 * 1024
const hour = 3_600_000

export const tooLarge = () =>
  new FileRefusal(413, 'FILE_TOO_LARGE', said['file.tooLarge'], { max: maxFileBytes / 1024 / 1024 })

/** Writes the body into a file of its own, never more than a file may have; the file is gone when it throws. */
export async function stage(directory: string, body: Readable): Promise<{ path: string; size: number }> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, newStorageKey())
  let size = 0
  const measure = new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length
      done(size > maxFileBytes ? tooLarge() : null, part)
    },
  })
  try {
    await pipeline(keepOpen(body), measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return { path, size }
  } catch (error) {
    await rm(path, { force: true })
    if (systemCode(error) === 'ERR_STREAM_PREMATURE_CLOSE' || systemCode(error) === 'ECONNRESET')
      throw new FileRefusal(400, 'FILE_INCOMPLETE', said['file.incomplete'])
    throw error
  }
}

/** A pipeline that ends early would close the connection with its source, and nobody would hear why. */
async function* keepOpen(body: Readable): AsyncGenerator<Buffer> {
  for await (const part of body.iterator({ destroyOnReturn: false })) yield part as Buffer
}

const drained = 4 * maxFileBytes
const drainMs = 2_000

/** Lets the rest of a refused body come in, for a while: a client that is still sending would not hear the answer. */
export function drain(body: Readable): Promise<void> {
  if (body.readableEnded || body.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    let size = 0
    const count = (part: Buffer) => {
      size += part.length
      if (size > drained) end()
    }
    const end = () => {
      clearTimeout(timer)
      body.off('data', count)
      resolve()
    }
    const timer = setTimeout(end, drainMs)
    body.on('data', count).once('end', end).once('close', end).once('error', end)
  })
}

/** Takes away what uploads left behind whose program was killed. */
export async function sweepStaging(directory: string): Promise<void> {
  const names = await readdir(directory).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  })
  for (const name of names) {
    const path = join(directory, name)
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > hour) await rm(path, { force: true })
  }
}
