import { randomBytes } from 'node:crypto'

/**
 * A new row's key: UUID version 7, so that keys made later sort later. Made by the program, because a row that the
 * maker may not see afterwards cannot return its id.
 */
export const newId = (): string => idOf(Date.now(), randomBytes(16))

/** Sorts before every key that is made at that moment or later. */
export const firstIdAt = (moment: Date): string => idOf(moment.getTime(), Buffer.alloc(16))

function idOf(milliseconds: number, bytes: Buffer): string {
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
