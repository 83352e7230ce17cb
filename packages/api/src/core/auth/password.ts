import { commonPasswords } from './common-passwords.ts'

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 256

export type PasswordProblem =
  'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_CHARACTERS' | 'PASSWORD_COMMON' | 'PASSWORD_LIKE_EMAIL'

/** How many characters a person would count; an emoji is one. */
export function passwordLength(password: string): number {
  // A string is cut before it is counted: what is far too long is not walked through.
  return [...password.slice(0, 4 * PASSWORD_MAX)].length
}

/**
 * What speaks against this as a new password, or null. By NIST SP 800-63B: length and a list of what is tried first,
 * no rules about kinds of characters. `about` tells its owner's e-mail and name.
 */
export function passwordProblem(password: string, about: { email: string; name: string }): PasswordProblem | null {
  const length = passwordLength(password)
  if (length > PASSWORD_MAX) return 'PASSWORD_TOO_LONG'
  if (length < PASSWORD_MIN) return 'PASSWORD_TOO_SHORT'
  for (const character of password) if (character < ' ' || character === '\x7f') return 'PASSWORD_CHARACTERS'
  const plain = fold(password)
  if (isAboutOwner(plain, about)) return 'PASSWORD_LIKE_EMAIL'
  if (commonPasswords.has(plain) || commonPasswords.has(core(plain)) || isMonotonous(plain)) return 'PASSWORD_COMMON'
  return null
}

/** Takes out what anybody can guess of the owner, and asks whether enough is left to guess. */
function isAboutOwner(plain: string, { email, name }: { email: string; name: string }): boolean {
  const address = fold(email)
  const [local = '', host = ''] = address.split('@')
  const words = [address, host, local, ...local.split(/[._+-]/), host.split('.')[0]!, ...fold(name).split(' ')]
  let rest = plain
  for (const word of words) if (word.length >= 3) rest = rest.replaceAll(word, '')
  return rest !== plain && rest.length < 6
}

/** Lower case without Turkish marks, so that `ŞİFRE` and `sifre` are one word. */
function fold(text: string): string {
  return text.toLocaleLowerCase('tr').normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i')
}

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** The word inside `P@ssw0rd-2024!`: what is added at the ends goes, look-alikes become letters. */
function core(text: string): string {
  const isLetter = (character: string | undefined) => character !== undefined && character >= 'a' && character <= 'z'
  let from = 0
  let to = text.length
  while (from < to && !isLetter(text[from])) from++
  while (to > from && !isLetter(text[to - 1])) to--
  return [...text.slice(from, to)].map((character) => LOOKALIKES[character] ?? character).join('')
}

/** `aaaaaaaaaa`, `abababababab`, `abcdefghij`, `9876543210`: few decisions, however long. */
function isMonotonous(text: string): boolean {
  if (new Set(text).size < 4) return true
  for (let unit = 1; unit <= 4; unit++) {
    if (
      text ===
      text
        .slice(0, unit)
        .repeat(Math.ceil(text.length / unit))
        .slice(0, text.length)
    )
      return true
  }
  const digits = [...text].every((character) => character >= '0' && character <= '9')
  const steps = [...text.slice(1)].map((character, at) => {
    const step = character.charCodeAt(0) - text.charCodeAt(at)
    // After 9 people go on with 0.
    return digits ? (step + 10) % 10 : step
  })
  return new Set(steps).size === 1
}
