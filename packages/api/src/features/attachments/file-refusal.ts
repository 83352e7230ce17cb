import type { MessageKey, MessageParams } from '../../core/graphql/messages.ts'

export type FileRefusalCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'FILE_NAME'
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_KIND'
  | 'FILE_CONTENT'
  | 'FILE_INCOMPLETE'
  | 'LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'NO_ROOM'
  | 'INTERNAL_SERVER_ERROR'

/** Why a file is not taken or not given; answered as `{ code, message }`. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal'

  constructor(
    readonly status: number,
    readonly code: FileRefusalCode,
    readonly key: MessageKey,
    readonly params: MessageParams = {},
  ) {
    super(code)
  }
}
