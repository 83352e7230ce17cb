/** A piece of a text: plain words, or an address to go to. */
export interface TextPiece {
  text: string
  href?: string
}

/**
 * Addresses end at white space, quotes and apostrophes (`https://a.com/b'ye`), and at characters that turn the direction
 * of reading or cannot be seen: they would make an address look like another one.
 */
const ADDRESS = /https?:\/\/[^\s<>"'’“”«»\p{Cc}\p{Cf}]+/giu
const SENTENCE_END = /[.,;:!?…]$/u
const CLOSERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

const count = (text: string, letter: string) => text.split(letter).length - 1

/** Takes off what belongs to the sentence around it: a full stop, a bracket that was opened before. */
function trimmed(address: string): string {
  const last = address.at(-1) ?? ''
  const opener = CLOSERS[last]
  const belongs = opener ? count(address, opener) >= count(address, last) : !SENTENCE_END.test(address)
  return belongs ? address : trimmed(address.slice(0, -1))
}

/** Cuts a text into words and safe web addresses; nothing of the text is lost. */
export function piecesOf(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(found)
    if (!URL.canParse(address) || new URL(address).hostname === '') continue
    if (index > at) pieces.push({ text: text.slice(at, index) })
    pieces.push({ text: address, href: new URL(address).href })
    at = index + address.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}
