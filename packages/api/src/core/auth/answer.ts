import type { FastifyReply, FastifyRequest } from 'fastify'
import { message, type MessageKey } from './messages.ts'

/** Ends a request with `{ code, message, reason?, path? }`. */
export class Answer extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly key: MessageKey,
    readonly more: { reason?: string; path?: string[]; retryAfter?: number } = {},
  ) {
    super(code)
  }
}
export const wrong = () => new Answer(401, 'INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL_OR_PASSWORD')
export const signedOut = () => new Answer(401, 'UNAUTHENTICATED', 'SIGNED_OUT')
export const bad = (key: MessageKey, ...path: string[]) => new Answer(400, 'BAD_USER_INPUT', key, { reason: key, path })
export const tooMany = (retryAfter: number) => new Answer(429, 'RATE_LIMITED', 'TOO_MANY', { retryAfter })

/** Sends an answer in the language of who asks. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Answer) {
  const { retryAfter, ...more } = answer.more
  if (retryAfter) reply.header('retry-after', String(retryAfter))
  const language = request.headers['accept-language']
  return reply.code(answer.status).send({ code: answer.code, message: message(answer.key, language), ...more })
}
