/** How Turkish text is compared: folded for finding, collated for ordering, by trigrams for likeness. No SQL is asked. */

const plain: Record<string, string> = { ç: 'c', ğ: 'g', ı: 'i', ö: 'o', ş: 's', ü: 'u', â: 'a', î: 'i', û: 'u' }

/** What people type without dots and hats meets what is stored with them. */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('tr')
    .replace(/[çğıöşüâîû]/g, (letter) => plain[letter]!)

const turkish = new Intl.Collator('tr')
const byCode = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)

/** Order of names as Turkish is spelled; equal ones by their code points. */
export const byTurkish = (left: string, right: string): number => turkish.compare(left, right) || byCode(left, right)

/** Order of ids, instants and codes. */
export { byCode }

/** Sets of three letters of every word, with two spaces before it and one after, as `pg_trgm` takes them. */
function trigrams(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `
    for (let start = 0; start + 3 <= padded.length; start += 1) found.add(padded.slice(start, start + 3))
  }
  return found
}

/** Trigrams in common among all of both, 0 to 1, in single precision. */
export function likeness(left: string, right: string): number {
  const [one, other] = [trigrams(left), trigrams(right)]
  if (one.size === 0 || other.size === 0) return 0
  const common = [...one].filter((each) => other.has(each)).length
  return Math.fround(common / (one.size + other.size - common))
}

/** From this likeness on, two names may be the same. */
export const alike = Math.fround(0.3)
