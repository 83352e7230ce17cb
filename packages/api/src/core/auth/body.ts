import type { FastifyRequest } from 'fastify'
import { bad } from './answer.ts'
import { PASSWORD_MAX, passwordLength } from './password.ts'

function field(request: FastifyRequest, name: string): unknown {
  const { body } = request
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
}

/** A text of at most a thousand characters. */
export function text(request: FastifyRequest, name: string): string {
  const value = field(request, name)
  if (typeof value !== 'string' || value === '' || value.length > 1024) throw bad('BAD_REQUEST', name)
  return value
}

/** A password that is worth hashing: not empty, not longer than any can be, without the character that ends strings. */
export function shortPassword(request: FastifyRequest, name: string): string {
  const value = field(request, name)
  if (typeof value !== 'string' || value === '') throw bad('BAD_REQUEST', name)
  if (passwordLength(value) > PASSWORD_MAX) throw bad('PASSWORD_TOO_LONG', name)
  if (value.includes('\0')) throw bad('PASSWORD_CHARACTERS', name)
  return value
}

/** True or false; false when it is not there. */
export function flag(request: FastifyRequest, name: string): boolean {
  const value = field(request, name) ?? false
  if (typeof value !== 'boolean') throw bad('BAD_REQUEST', name)
  return value
}
