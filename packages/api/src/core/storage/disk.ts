/** Files in a directory that only this user can read (0700, files 0600). */
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { systemCode } from '../refusal.ts'
import type { Storage, Stored } from './storage.ts'

const keyed = /^[0-9a-f]{48}$/

/** Keeps files in `directory`, which is made when the first one comes, in 256 folders by the beginning of their keys. */
export function diskStorage(directory: string): Storage {
  const folderOf = (key: string) => {
    if (!keyed.test(key)) throw new Error('not a storage key')
    return join(directory, key.slice(0, 2))
  }
  return {
    async put(key, body) {
      const folder = folderOf(key)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const [draft, path] = [join(folder, `${key}.part`), join(folder, key)]
      try {
        await pipeline(body, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }))
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      await syncFolder(folder)
    },
    async get(key) {
      try {
        return (await open(join(folderOf(key), key))).createReadStream()
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return null
        throw error
      }
    },
    async delete(key) {
      await rm(join(directory, key.slice(0, 2), key), { force: true })
    },
    async *list() {
      for (const folder of await namesIn(directory)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue
        for (const key of await namesIn(join(directory, folder))) yield* timed(join(directory, folder, key), key)
      }
    },
  }
}

/** A name that was written, but whose folder was not, is gone after a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

async function* timed(path: string, key: string): AsyncGenerator<Stored> {
  try {
    yield { key, changedAt: (await stat(path)).mtime }
  } catch (error) {
    // Deleted in the meantime.
    if (systemCode(error) !== 'ENOENT') throw error
  }
}
