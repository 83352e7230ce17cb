import { generic, message, type Locale, type MessageKey, type MessageParams } from './messages.ts'

/** What a caller can put right by himself, as the schema's `UserErrorCode` spells it. */
export type UserErrorCode =
  | 'NOT_FOUND'
  | 'REQUIRED'
  | 'INVALID'
  | 'TAKEN'
  | 'IN_USE'
  | 'CONFLICT'
  | 'NOT_ALLOWED'
  | 'LIMIT_EXCEEDED'
  | 'PERIOD_CLOSED'

/** A problem as a mutation's payload tells it. */
export interface UserError {
  code: UserErrorCode
  message: string
  path: readonly string[]
}

/**
 * Thrown by a service to refuse: its transaction rolls back, and the payload's `errors` carry it.
 * `path` leads into the input; `key` names better words than the code's own.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly key: MessageKey
  readonly params: MessageParams

  constructor(
    readonly code: UserErrorCode,
    readonly path: readonly string[] = [],
    words: { key?: MessageKey; params?: MessageParams } = {},
  ) {
    const key = words.key ?? generic[code]
    super(message('en', key, words.params))
    this.key = key
    this.params = words.params ?? {}
  }

  /** The problem as data, in the caller's language. */
  toUserError(locale: Locale): UserError {
    return { code: this.code, message: message(locale, this.key, this.params), path: this.path }
  }
}
