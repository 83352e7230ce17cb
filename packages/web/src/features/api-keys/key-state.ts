/** What a key is good for now. */
export type KeyState = 'live' | 'expired' | 'revoked'

interface Dates {
  expiresAt: string | null
  revokedAt: string | null
}

/** A revoked key stays revoked, even when its day has passed too. */
export function keyState({ expiresAt, revokedAt }: Dates, now = new Date()): KeyState {
  if (revokedAt) return 'revoked'
  return expiresAt && new Date(expiresAt) <= now ? 'expired' : 'live'
}

const SOON_MS = 14 * 86_400_000

/** Whether a living key ends within two weeks. */
export const endsSoon = ({ expiresAt }: Dates, now = new Date()): boolean =>
  expiresAt !== null && new Date(expiresAt).getTime() - now.getTime() < SOON_MS
