/** What the log keeps of an error. */
export interface ErrorNote {
  type: string
  message: string
  sqlState?: string
  constraint?: string
  table?: string
  at?: string
}

const sqlState = /^[0-9A-Z]{5}$/

/**
 * An error for the log: its type, words and where it arose, but none of the values that database libraries put into
 * their messages. Those carry the whole statement with its parameters; PostgreSQL's own sentence does not.
 */
export function describeError(error: unknown): ErrorNote {
  if (!(error instanceof Error)) return { type: typeof error, message: 'A value that is no error was thrown' }
  const source = innermost(error)
  const { code, constraint, table } = source as { code?: unknown; constraint?: unknown; table?: unknown }
  return {
    type: error.constructor.name,
    message: source.message.slice(0, 500),
    ...(typeof code === 'string' && sqlState.test(code) && { sqlState: code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof table === 'string' && { table }),
    ...(source.stack && { at: frames(source.stack) }),
  }
}

function innermost(error: Error): Error {
  let found = error
  for (let depth = 0; depth < 8; depth += 1) {
    const { originalError, cause, previous } = found as { originalError?: unknown; cause?: unknown; previous?: unknown }
    const next = originalError ?? previous ?? cause
    if (!(next instanceof Error)) break
    found = next
  }
  return found
}

/** Only the frames: a stack begins with the message. */
const frames = (stack: string) =>
  stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n')
