import { createHash, randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX_LENGTH = 8
/** 43 characters of base 62 hold 256 bits. */
const SECRET_LENGTH = 43

export interface NewKey {
  /** Looked up by, and shown in lists: not secret. */
  prefix: string
  /** `accord_<prefix>_<secret>`: shown to its maker once, stored nowhere. */
  secret: string
  /** SHA-256 of `secret`. 256 random bits need no slow hash. */
  hash: Buffer
}

/** Makes an API key. */
export function newKey(): NewKey {
  const prefix = base62(randomBytes(8)).slice(-PREFIX_LENGTH)
  const secret = `accord_${prefix}_${base62(randomBytes(32))}`
  return { prefix, secret, hash: hashKey(secret) }
}

/** Reads `accord_<prefix>_<secret>`; null for anything of another shape. */
export function parseKey(text: string): { prefix: string; hash: Buffer } | null {
  const length = 'accord_'.length + PREFIX_LENGTH + 1 + SECRET_LENGTH
  if (text.length !== length || !text.startsWith('accord_')) return null
  const prefix = text.slice(7, 7 + PREFIX_LENGTH)
  const secret = text.slice(8 + PREFIX_LENGTH)
  if (text[7 + PREFIX_LENGTH] !== '_' || !isBase62(prefix) || !isBase62(secret)) return null
  return { prefix, hash: hashKey(text) }
}

function hashKey(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

function base62(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`)
  let text = ''
  const length = Math.ceil((bytes.length * 8) / Math.log2(62))
  while (text.length < length) {
    text = ALPHABET[Number(rest % 62n)]! + text
    rest /= 62n
  }
  return text
}

function isBase62(text: string): boolean {
  for (const character of text) if (!ALPHABET.includes(character)) return false
  return true
}
