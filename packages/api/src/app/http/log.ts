import { pino, stdTimeFunctions, type DestinationStream, type Logger, type LevelWithSilent } from 'pino'
import { describeError } from '../../core/graphql/describe-error.ts'

/** Names of what no log may hold, at any depth: secrets, and texts that may contain them. */
const secretName =
  /password|passwd|secret|authorization|cookie|credential|api[-_]?key|^variables$|^(?:body|html|text)$|token$/i
/** Secrets inside of texts: API keys, bearer tokens, links that reset a password or accept an invitation. */
const secretText = /accord_[\w-]+|\bBearer\s+\S+|(?<=\/(?:reset|invite)\/)[^/?#\s"]+/g
const hidden = '[redacted]'
const deepest = 6
const longest = 50

/** JSON lines, one event each, with everything secret taken out. Without a destination they go to standard output. */
export function createLogger(level: LevelWithSilent, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (event) => withoutSecrets(event) as Record<string, unknown>,
      },
      hooks: {
        logMethod(args, method) {
          method.apply(
            this,
            args.map((each) => (typeof each === 'string' ? textWithoutSecrets(each) : each)) as typeof args,
          )
        },
      },
    },
    ...(destination ? [destination] : []),
  )
}

/** The text as a log may hold it. */
const textWithoutSecrets = (text: string): string => text.replace(secretText, hidden)

/** A copy without secrets, cut where it is too deep or too long. */
function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return textWithoutSecrets(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return withoutSecrets(describeError(value), depth)
  if (value instanceof Date) return value
  if (depth >= deepest) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, longest).map((each) => withoutSecrets(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, longest)
      .map(([key, each]) => [
        key,
        each !== null && each !== undefined && secretName.test(key) ? hidden : withoutSecrets(each, depth + 1),
      ]),
  )
}
