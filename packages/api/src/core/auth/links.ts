import { createHash, randomBytes } from 'node:crypto'

/** Runs one statement with `$1` parameters inside whatever transaction its owner has open, and gives the rows. */
export type Run = <Row = Record<string, unknown>>(sql: string, values: unknown[]) => Promise<Row[]>

const RESET_HOURS = 1
const INVITATION_HOURS = 7 * 24

/**
 * Makes an invitation link for an account: a token to set a password with, good once and for seven days; an older link
 * of the account ends. Runs in the caller's transaction, as the staff member who invites, so that the mail and the link
 * are written together. Null: the principal may not invite this account, or the account is passive.
 */
export async function createInvitation(run: Run, accountId: string): Promise<string | null> {
  const token = newToken()
  const [row] = await run<{ made: boolean }>('select public.app_create_link($1, $2, $3) as made', [
    accountId,
    linkHash(token),
    INVITATION_HOURS,
  ])
  return row?.made ? token : null
}

/** The same for the sign-in role (a reset that somebody asked for) and for the owner (the first administrator). */
export async function createLink(run: Run, accountId: string, purpose: 'reset' | 'invite'): Promise<string> {
  const token = newToken()
  await run(
    `insert into sign_in.verification (identifier, value, expires_at)
     values ($1, $2::text, now() + make_interval(hours => $3::int))`,
    [linkHash(token), accountId, purpose === 'reset' ? RESET_HOURS : INVITATION_HOURS],
  )
  return token
}

/** Where the link of a mail leads: always to the configured address, whatever host a request named. */
export function linkUrl(publicUrl: string, purpose: 'reset' | 'invite', token: string): string {
  return new URL(`/${purpose}/${token}`, publicUrl).href
}

/** Whose link this is; null when it is unknown, used, replaced or expired by the database's clock. */
export async function accountOfLink(run: Run, token: string) {
  const [account] = await run<{ id: string; email: string; name: string; locale: 'tr' | 'en' }>(
    `select a.id, a.email, a.name, a.locale
     from sign_in.verification v join sign_in.account a on a.id = v.value::uuid
     where v.identifier = $1 and v.expires_at > now() and public.app_may_sign_in(a.id)`,
    [linkHash(token)],
  )
  return account ?? null
}

/** The form in which better-auth looks a hashed reset token up. */
export function linkHash(token: string): string {
  return createHash('sha256').update(`reset-password:${token}`).digest('base64url')
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}
