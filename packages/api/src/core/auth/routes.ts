import { isAPIError } from 'better-auth/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { queueMail } from '../mail/outbox.ts'
import { passwordChangedMail, resetMail } from '../mail/templates.ts'
import { Answer, bad, send, signedOut, tooMany, wrong } from './answer.ts'
import { flag, shortPassword, text } from './body.ts'
import { clearedCookie, readCookies, sessionCookieName, verifyCookie } from './cookie.ts'
import { foldEmail, isEmail } from './email.ts'
import { HashingBusy } from './hashing.ts'
import { createLimits } from './limits.ts'
import { accountOfLink, createLink, linkUrl } from './links.ts'
import { isForeignOrigin, isPlainJson } from './origin.ts'
import { passwordProblem } from './password.ts'
import { inTransaction, runOn } from './pool.ts'
import type { Gate } from './principal.ts'
import { isDenial } from './denial.ts'
import { revokeAllSessions } from './sessions.ts'
import { audit, CLIENT_ADDRESS, createSignIn } from './signin.ts'

export interface AuthRoutesOptions {
  /** From `createSignInPool`. */
  pool: Pool
  gate: Gate
  secret: string
  publicUrl: string
  /** Origins whose pages may sign in; always with that of `publicUrl`. */
  origins: ReadonlySet<string>
  rateLimit: boolean
  log: { warn: (details: object, message: string) => void; error: (details: object, message: string) => void }
}

/** An address that nobody can have; better-auth hashes the password for it and says no, as for any unknown one. */
const NOBODY = 'nobody@accord.invalid'

/**
 * Signing in and out, resets, invitations and changed passwords: five POSTs under `/api/auth`, JSON only, from our own
 * pages only. Register with `{ prefix: '/api/auth' }`; everything else under it is 404.
 */
export async function authRoutes(app: FastifyInstance, options: AuthRoutesOptions): Promise<void> {
  const { pool, gate, secret, publicUrl, origins, log } = options
  const { api } = createSignIn(options)
  const limits = createLimits(options)
  const cookieName = sessionCookieName(publicUrl)
  const background = new Set<Promise<void>>()
  app.addHook('onClose', async () => void (await Promise.allSettled(background)))

  app.removeAllContentTypeParsers()
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 16_384 }, (request, text, done) =>
    text === '' ? done(null, {}) : parseJson(request, text as string, done),
  )
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (request.method !== 'POST') return
    if (isForeignOrigin(request.headers, origins)) throw new Answer(403, 'FORBIDDEN', 'FOREIGN_ORIGIN')
    if (!isPlainJson(request.headers['content-type'])) throw new Answer(415, 'BAD_USER_INPUT', 'JSON_ONLY')
  })
  app.setNotFoundHandler((request, reply) => send(request, reply, new Answer(404, 'NOT_FOUND', 'NOT_FOUND')))
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof Answer) return send(request, reply, error)
    if (error instanceof HashingBusy) return send(request, reply, tooMany(3))
    if (error.statusCode === 413) return send(request, reply, new Answer(413, 'BAD_USER_INPUT', 'TOO_LARGE'))
    if (error.statusCode !== undefined && error.statusCode < 500 && !isAPIError(error)) {
      return send(request, reply, new Answer(error.statusCode, 'BAD_USER_INPUT', 'BAD_REQUEST'))
    }
    log.error({ error, requestId: request.id }, 'sign-in failed')
    return send(request, reply, new Answer(500, 'INTERNAL_SERVER_ERROR', 'INTERNAL'))
  })

  app.post('/sign-in/email', async (request, reply) => {
    const email = foldEmail(text(request, 'email'))
    const password = shortPassword(request, 'password')
    const rememberMe = flag(request, 'rememberMe')
    const wait = await limits.tryPassword(email, request.ip)
    if (wait) throw tooMany(wait)
    const body = { email: isEmail(email) ? email : NOBODY, password, rememberMe }
    const { headers, response } = await api
      .signInEmail({ body, headers: headersFor(request), returnHeaders: true })
      .catch(async (error: unknown) => {
        if (isRefused(error)) throw wrong()
        await limits.undo(email, request.ip)
        throw error
      })
    await limits.good(email, request.ip)
    await pool.query('delete from sign_in.session where token = $1 or (account_id = $2 and expires_at <= now())', [
      sessionToken(request),
      response.user.id,
    ])
    await audit(pool, response.user.id, 'LOGIN', request.ip)
    passCookie(reply, headers, rememberMe)
    return { ok: true }
  })

  app.post('/sign-out', async (request, reply) => {
    if (flag(request, 'everywhere')) {
      const principal = await gate.whoAsks({ headers: request.headers, url: request.url, ip: request.ip })
      if (principal !== null && !isDenial(principal) && principal.accountId)
        await revokeAllSessions(pool, principal.accountId)
    }
    await api.signOut({ headers: headersFor(request) })
    reply.header('set-cookie', clearedCookie(publicUrl))
    return { ok: true }
  })

  app.post('/request-password-reset', async (request) => {
    const email = foldEmail(text(request, 'email'))
    const wait = await limits.tryReset(request.ip)
    if (wait) throw tooMany(wait)
    // Answered before anything is looked up, so neither the answer nor its time tells whether the address is known.
    const work = mailReset(email).catch((error: unknown) => log.error({ error }, 'a reset mail could not be written'))
    background.add(work)
    void work.finally(() => background.delete(work))
    return { ok: true }
  })

  app.post('/reset-password', async (request) => {
    const token = text(request, 'token')
    const newPassword = shortPassword(request, 'newPassword')
    const wait = await limits.tryLink(request.ip)
    if (wait) throw tooMany(wait)
    const account = await accountOfLink(runOn(pool), token)
    if (!account) throw bad('LINK_INVALID', 'token')
    const problem = passwordProblem(newPassword, account)
    if (problem) throw bad(problem, 'newPassword')
    await api.resetPassword({ body: { token, newPassword } }).catch((error: unknown) => {
      // Somebody else used the link in the meantime.
      throw isRefused(error) ? bad('LINK_INVALID', 'token') : error
    })
    await limits.forgive(foldEmail(account.email), request.ip)
    await tellChanged(account, 'PASSWORD_RESET', request.ip)
    return { ok: true }
  })

  app.post('/change-password', async (request, reply) => {
    const currentPassword = shortPassword(request, 'currentPassword')
    const newPassword = shortPassword(request, 'newPassword')
    const principal = await gate.whoAsks({ headers: request.headers, url: request.url, ip: request.ip })
    if (principal === null || isDenial(principal) || !principal.accountId) throw signedOut()
    const { rows } = await pool.query<Account & { remember: boolean }>(
      `select a.id, a.email, a.name, a.locale, s.remember
       from sign_in.session s join sign_in.account a on a.id = s.account_id where s.id = $1`,
      [principal.sessionId],
    )
    const account = rows[0]
    if (!account) throw signedOut()
    const problem = passwordProblem(newPassword, account)
    if (problem) throw bad(problem, 'newPassword')
    const wait = await limits.tryPassword(foldEmail(account.email), request.ip)
    if (wait) throw tooMany(wait)
    const { headers } = await api
      .changePassword({
        body: { currentPassword, newPassword, revokeOtherSessions: true },
        headers: headersFor(request),
        returnHeaders: true,
      })
      .catch(async (error: unknown) => {
        if (isRefused(error) && error.statusCode === 400) throw bad('WRONG_PASSWORD', 'currentPassword')
        await limits.undo(foldEmail(account.email), request.ip)
        throw isRefused(error) ? signedOut() : error
      })
    await limits.good(foldEmail(account.email), request.ip)
    passCookie(reply, headers, account.remember)
    await tellChanged(account, 'PASSWORD_CHANGED', request.ip)
    return { ok: true }
  })

  async function mailReset(email: string): Promise<void> {
    if (!isEmail(email) || !(await limits.mayMail(email))) return
    const { rows } = await pool.query<Account>(
      'select id, email, name, locale from sign_in.account where email_key = $1 and public.app_may_sign_in(id)',
      [email],
    )
    const account = rows[0]
    if (!account) return
    await inTransaction(pool, async (run) => {
      const url = linkUrl(publicUrl, 'reset', await createLink(run, account.id, 'reset'))
      await queueMail(run, { name: account.name, address: account.email }, resetMail({ ...account, url }))
    })
  }

  /** To the address that the sign-in has: who did not do this reads it there. The password is changed, come what may. */
  async function tellChanged(account: Account, action: string, ip: string): Promise<void> {
    try {
      await audit(pool, account.id, action, ip)
      await queueMail(runOn(pool), { name: account.name, address: account.email }, passwordChangedMail(account))
    } catch (error) {
      log.error({ error }, 'nobody was told of a changed password')
    }
  }

  function sessionToken(request: FastifyRequest): string | null {
    const cookie = readCookies(request.headers.cookie).find(([name]) => name === cookieName)
    return cookie ? verifyCookie(cookie[1], secret) : null
  }

  /** Of a request's headers better-auth sees the session cookie, the browser's name and the address that Fastify trusts. */
  function headersFor(request: FastifyRequest): Headers {
    const headers = new Headers({ [CLIENT_ADDRESS]: request.ip })
    const cookie = readCookies(request.headers.cookie).find(([name]) => name === cookieName)
    if (cookie) headers.set('cookie', `${cookieName}=${cookie[1]}`)
    const agent = request.headers['user-agent']
    if (agent) headers.set('user-agent', agent.slice(0, 300))
    return headers
  }

  function passCookie(reply: FastifyReply, headers: Headers, remember: boolean): void {
    const cookie = headers.getSetCookie().find((line) => line.startsWith(`${cookieName}=`))
    if (!cookie) throw new Error('a session began without a cookie')
    const parts = cookie.split('; ').filter((part) => remember || !part.toLowerCase().startsWith('max-age='))
    reply.header('set-cookie', parts.join('; '))
  }
}

/** better-auth said no; anything else is a fault. */
function isRefused(error: unknown): error is Error & { statusCode: number } {
  return isAPIError(error) && error.statusCode < 500
}

interface Account {
  id: string
  email: string
  name: string
  locale: 'tr' | 'en'
}
