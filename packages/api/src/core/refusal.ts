/**
 * Why the program cannot start or go on, in one line that names the cure.
 * Whoever runs the program sees the message alone, without a stack trace.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    message: string,
    /** Lines to copy that put it right, such as SQL. */
    readonly cure: readonly string[] = [],
  ) {
    super(message)
  }
}

/** The `code` of a failed system call (`ENOENT`, `EADDRINUSE` …), or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
