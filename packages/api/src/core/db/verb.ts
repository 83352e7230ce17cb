/**
 * One public verb, one transaction, as the one who asks. What the database refuses becomes a `Problem` that names the
 * input's field.
 */
import {
  ForeignKeyConstraintViolationException,
  OptimisticLockError,
  RowLevelSecurityViolationException,
  UniqueConstraintViolationException,
} from '@mikro-orm/core'
import { createHash } from 'node:crypto'
import type { Principal } from '../auth/principal.ts'
import type { Clock } from '../clock.ts'
import type { MessageKey } from '../graphql/messages.ts'
import { Problem } from '../graphql/problem.ts'
import { emOf, type Em, type Orm } from './orm.ts'

/** Who does it, where, and in which language problems and mails are told. */
export interface Actor {
  principal: Principal
  locale: 'tr' | 'en'
  ip: string
}
export interface VerbContext extends Actor {
  orm: Orm
  clock: Clock
}

/** A payload's values by field: the id of the object that is read back, or a plain text. */
export type Outcome = Readonly<Record<string, string | null>>

/** The caller worked on an older state: the payload shows the current one. */
export class StaleVersion extends Problem {
  constructor(
    readonly current: Outcome,
    path: readonly string[] = ['version'],
    words: { key?: MessageKey } = {},
  ) {
    super('CONFLICT', path, words)
  }
}

const taken = new Map<string, { path: readonly string[]; key?: MessageKey }>()

/**
 * Tells which input field a unique constraint guards, and better words for it than the code's own.
 * Uniqueness is the database's word; this only names it.
 */
export function guards(
  constraints: Readonly<Record<string, readonly string[]>>,
  words: Readonly<Record<string, MessageKey>> = {},
): void {
  for (const [name, path] of Object.entries(constraints)) taken.set(name, { path, key: words[name] })
}

const holding = new Map<string, MessageKey>()

/** Tells what stands in the way when a row cannot be deleted because others refer to it by these constraints. */
export function holds(constraints: Readonly<Record<string, MessageKey>>): void {
  for (const [name, key] of Object.entries(constraints)) holding.set(name, key)
}

const excluding = new Map<string, { path: readonly string[]; key: MessageKey }>()

/** Tells which input field an exclusion of overlaps guards: CONFLICT there, when somebody else's row was in the way. */
export function excludes(constraint: string, path: readonly string[], key: MessageKey): void {
  excluding.set(constraint, { path, key })
}

const exclusionViolation = '23P01'
const serializationFailures = new Set(['40001', '40P01'])
const attempts = 3

/**
 * Runs `work` in one transaction in the principal's database role; tried again when PostgreSQL chose it to give way, and
 * when a row that it read was changed by somebody else before it was written.
 */
export async function verb<T>(context: VerbContext, work: (em: Em) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await emOf(context.orm, context.principal, context.clock).transactional(work)
    } catch (error) {
      const again =
        serializationFailures.has(String((error as { code?: unknown }).code)) ||
        error instanceof OptimisticLockError ||
        constraintOf(error) === 'idempotency_key_pkey'
      if (again && attempt < attempts) continue
      throw asProblem(error)
    }
  }
}

function constraintOf(error: unknown): string | undefined {
  return error instanceof UniqueConstraintViolationException || error instanceof ForeignKeyConstraintViolationException
    ? (error as { constraint?: string }).constraint
    : undefined
}

function asProblem(error: unknown): unknown {
  if (error instanceof RowLevelSecurityViolationException) return new Problem('NOT_FOUND', ['id'])
  if (error instanceof OptimisticLockError) return new Problem('CONFLICT', [])
  const guarded = taken.get(constraintOf(error) ?? '')
  const held = holding.get(constraintOf(error) ?? '')
  const { code, constraint } = error as { code?: unknown; constraint?: string }
  const excluded = code === exclusionViolation ? excluding.get(constraint ?? '') : undefined
  if (excluded) return new Problem('CONFLICT', excluded.path, { key: excluded.key })
  if (held) return new Problem('IN_USE', ['id'], { key: held })
  return guarded ? new Problem('TAKEN', guarded.path, { key: guarded.key }) : error
}

/**
 * Answers a repeated call with the first call's answer, for 24 hours. The same key with another body is a CONFLICT.
 * Two calls at once: the second waits for the first and then finds its answer.
 */
export async function once(
  em: Em,
  { principal }: Actor,
  operation: string,
  input: { idempotencyKey?: string | null },
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const { idempotencyKey: key, ...body } = input
  if (!key) return work()
  if (key.length > 200) throw new Problem('INVALID', ['idempotencyKey'])
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  await em.execute(
    `delete from idempotency_key where principal_id = ? and key = ? and created_at < now() - interval '24 hours'`,
    [principal.id, key],
  )
  const [known] = await em.execute<{ operation: string; body_hash: string; answer: Outcome }[]>(
    'select operation, body_hash, answer from idempotency_key where principal_id = ? and key = ?',
    [principal.id, key],
  )
  if (known) {
    if (known.operation !== operation || known.body_hash !== hash) throw new Problem('CONFLICT', ['idempotencyKey'])
    return known.answer
  }
  // The row comes first: a parallel call with the same key waits here for our commit.
  await em.execute(
    `insert into idempotency_key (principal_id, key, operation, body_hash, answer) values (?, ?, ?, ?, '{}')`,
    [principal.id, key, operation, hash],
  )
  const answer = await work()
  // What is shown once is not kept.
  const { secret: _secret, ...kept } = answer
  await em.execute('update idempotency_key set answer = ?::jsonb where principal_id = ? and key = ?', [
    JSON.stringify(kept),
    principal.id,
    key,
  ])
  return answer
}
