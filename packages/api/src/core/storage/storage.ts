/** Where files lie: under random keys, never under a name that somebody gave. */
import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { S3Settings } from './s3.ts'

export interface Stored {
  key: string
  changedAt: Date
}

export interface Storage {
  /** Keeps the whole of `body` (`size` bytes) under `key`, or nothing of it when it throws. */
  put(key: string, body: Readable, size: number): Promise<void>
  /** What lies under the key; null when nothing does. */
  get(key: string): Promise<Readable | null>
  /** Takes away what lies there; nothing is no error. */
  delete(key: string): Promise<void>
  /** Everything there is, what a broken `put` left behind included. */
  list(): AsyncIterable<Stored>
}

/** Opens a directory, or a bucket of an S3-compatible server. */
export async function openStorage(at: { directory: string } | S3Settings): Promise<Storage> {
  // The library of S3 is large: nobody loads it who keeps files on disk.
  if ('bucket' in at) return (await import('./s3.ts')).s3Storage(at)
  return (await import('./disk.ts')).diskStorage(at.directory)
}

/** A key that nobody can guess. */
export const newStorageKey = (): string => randomBytes(24).toString('hex')
