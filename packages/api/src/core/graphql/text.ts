/** Rules for text that comes from outside. */
import { Problem } from './problem.ts'
import { generic } from './messages.ts'

const ascii = /^[^\0\u0080-\uffff]*$/
/** NUL, which PostgreSQL refuses, and the two code points that are no characters and serve as byte order tricks. */
const noCharacters = /[\0\ufffe\uffff]/

/**
 * Text in the one form that is stored and compared (NFC), or null when it holds what is no text at all:
 * NUL, half a surrogate pair, U+FFFE.
 */
export function normalText(text: string): string | null {
  if (ascii.test(text)) return text
  if (noCharacters.test(text) || !text.isWellFormed()) return null
  return text.normalize('NFC')
}

/** Controls, and the marks that turn the direction of what follows: a name with them can pretend to be another. */
const deceiving = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
/** Marks without width. The joiners stay out: scripts and emoji need them between letters. */
const invisible = /[\u200b\u2060\ufeff\u00ad]/g
const spaces = /\s+/g

/**
 * A name as we keep it: NFC, without marks that nobody sees, single spaces, none at the ends.
 * Throws `Problem` INVALID for directions and controls, REQUIRED when nothing is left.
 */
export function cleanName(name: string, path: readonly string[]): string {
  const text = normalText(name)?.replace(/[\t\r\n]/g, ' ')
  if (text === undefined || deceiving.test(text)) throw new Problem('INVALID', path, { key: generic['text.hidden'] })
  const clean = text.replace(invisible, '').replace(spaces, ' ').trim()
  if (!clean) throw new Problem('REQUIRED', path)
  return clean
}
