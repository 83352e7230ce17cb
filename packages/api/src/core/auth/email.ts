/** Folds A–Z only: `ADMIN@X.COM` is `admin@x.com`, but a dotless ı, a full-width ＠ or an accent stays what it is. */
export function foldEmail(email: string): string {
  return email.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

const LOCAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'+-."
const HOST = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'

/**
 * Is this one plain address, such as `ayse.demir+accord@ege.com.tr`? ASCII only, no quotes, comments, groups or
 * literals, at most 254 characters, a host of at least two labels whose last is letters. Reads every character once:
 * no pattern that somebody could make slow.
 */
export function isEmail(text: string): boolean {
  if (text.length > 254) return false
  const at = text.indexOf('@')
  if (at < 1 || at > 64) return false
  const local = text.slice(0, at)
  if (!only(local, LOCAL) || local.startsWith('.') || local.endsWith('.') || local.endsWith("'")) return false
  if (local.includes('..')) return false
  const labels = text.slice(at + 1).split('.')
  if (labels.length < 2) return false
  for (const label of labels) {
    if (label.length < 1 || label.length > 63 || !only(label, HOST)) return false
    if (label.startsWith('-') || label.endsWith('-')) return false
  }
  const top = labels[labels.length - 1]!
  return top.length >= 2 && only(top, HOST.slice(0, 52))
}

function only(text: string, allowed: string): boolean {
  for (const character of text) if (!allowed.includes(character)) return false
  return true
}
