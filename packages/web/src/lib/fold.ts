const FROM = 'çğıöşüâîû'
const TO = 'cgiosuaiu'
const PAIRS = new Map([...FROM].map((letter, i) => [letter, TO[i]]))

/**
 * Folds a text for searching: Turkish lower case, then letters without their marks.
 * The same as `tr_fold` in the database, so that `IĞDIR`, `ığdır` and `igdir` meet here as they do there.
 */
export function fold(text: string): string {
  const lower = text.normalize('NFC').toLocaleLowerCase('tr')
  return Array.from(lower, (letter) => PAIRS.get(letter) ?? letter).join('')
}

/** Where `needle` stands in `text` when both are folded: `[start, end)`, or null. Folding never changes the length of Turkish letters. */
export function foldedRange(text: string, needle: string): [number, number] | null {
  const composed = text.normalize('NFC')
  const folded = fold(composed)
  const wanted = fold(needle.trim())
  if (wanted === '' || folded.length !== composed.length) return null
  const start = folded.indexOf(wanted)
  return start < 0 ? null : [start, start + wanted.length]
}
