import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import type { Pool } from 'pg'
import { sessionCookieName } from './cookie.ts'
import { hashPassword, verifyPassword } from './hashing.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from './password.ts'

/** The header in which our routes tell better-auth the client's address. Headers of the client never get there. */
export const CLIENT_ADDRESS = 'x-accord-client-address'

export interface SignInOptions {
  /** From `createSignInPool`. */
  pool: Pool
  secret: string
  publicUrl: string
  log: { warn: (details: object, message: string) => void }
}

/**
 * better-auth, cut down to e-mail and password. It owns the flows (verify, hash, begin and end sessions, use up links);
 * routes.ts calls its functions and never exposes its router. How long a
 * session lives is the business of the database's triggers and its clock.
 */
export function createSignIn({ pool, secret, publicUrl, log }: SignInOptions) {
  const auth = betterAuth({
    appName: 'Accord',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Its messages may quote what a person typed; only their first words are kept.
    logger: { level: 'error', log: (_level, text) => log.warn({ said: text.slice(0, 80) }, 'better-auth') },
    advanced: {
      database: { generateId: false, validateSchema: false },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS], ipv6Subnet: 128 },
      useSecureCookies: false,
      cookiePrefix: 'accord',
      cookies: {
        session_token: {
          name: sessionCookieName(publicUrl),
          attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: publicUrl.startsWith('https:') },
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Counted in UTF-16 units there, in characters by us, before.
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: 2 * PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
      password: { hash: (password) => hashPassword(password), verify: verifyPassword },
    },
    user: {
      modelName: 'account',
      fields: { email: 'email_key', emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'session',
      expiresIn: 30 * 24 * 60 * 60,
      disableSessionRefresh: true,
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: { remember: { type: 'boolean', required: false, input: false } },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'account_id',
        providerId: 'provider_id',
        accountId: 'provider_account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      storeIdentifier: 'hashed',
      // An account has one link at most, so there is nothing to sweep by the clock of a node.
      disableCleanup: true,
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          // The password was right. Who is passive gets the answer of a wrong one all the same, and leaves a trace.
          before: async (session, context) => {
            const { rows } = await pool.query<{ may: boolean }>('select public.app_may_sign_in($1) as may', [
              session.userId,
            ])
            // better-auth would write an IPv6 address out in full.
            const ipAddress = context?.headers?.get(CLIENT_ADDRESS) ?? null
            if (!rows[0]?.may) {
              await audit(pool, session.userId, 'LOGIN_REFUSED_PASSIVE', ipAddress)
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' })
            }
            // A changed password begins a new session in the place of one that was remembered, or was not.
            const before = context?.context.session?.session
            const remember = before ? before.remember === true : context?.body?.rememberMe === true
            return { data: { ...session, ipAddress, remember } }
          },
        },
      },
    },
  })
  return auth
}

/** Writes what happened to a sign-in into the audit trail: who, what, and the client's address. */
export async function audit(pool: Pool, accountId: string, action: string, ip: string | null): Promise<void> {
  await pool.query('select public.app_audit_sign_in($1, $2, $3)', [accountId, action, ip])
}
