export const PASSWORD_MIN = 10
const PASSWORD_MAX = 256

/** How many characters a person would count; an emoji is one. */
const length = (password: string) => [...password].length

export const isLongEnough = (password: string): boolean =>
  length(password) >= PASSWORD_MIN && length(password) <= PASSWORD_MAX

/** Not `aaaaaaaaaa`, `abcabcabcabc` or `1234567890`. The server knows far more words; this is what can be said while typing. */
export function isVaried(password: string): boolean {
  const plain = password.toLocaleLowerCase('tr')
  if (new Set(plain).size < 4) return false
  for (let unit = 1; unit <= 4; unit++) {
    if (
      plain ===
      plain
        .slice(0, unit)
        .repeat(Math.ceil(plain.length / unit))
        .slice(0, plain.length)
    )
      return false
  }
  const steps = new Set(
    [...plain.slice(1)].map((character, at) => (character.charCodeAt(0) - plain.charCodeAt(at) + 10) % 10),
  )
  return !(steps.size === 1 && (steps.has(1) || steps.has(9)))
}
