export const EXPIRIES = ['30', '90', '365', 'day', 'never'] as const
export type Expiry = (typeof EXPIRIES)[number]

/** The instant a key ends: so many days from now, the end of a chosen day where the reader is, or never. */
export function expiresAt(expiry: Expiry, day: string, now = new Date()): string | null {
  if (expiry === 'never') return null
  if (expiry === 'day') return new Date(`${day}T23:59:59`).toISOString()
  return new Date(now.getTime() + Number(expiry) * 86_400_000).toISOString()
}
