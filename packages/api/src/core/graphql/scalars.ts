/** Scalars of the schema. Values stay text from the wire to PostgreSQL and back: no float and no time zone touches them. */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'

function textScalar(
  name: string,
  description: string,
  wrong: string,
  parse: (text: string) => string | null,
  serialize: (value: unknown) => string | null,
): GraphQLScalarType<string, string> {
  const read = (value: unknown) => {
    const parsed = typeof value === 'string' ? parse(value) : null
    if (parsed === null) throw new GraphQLError(wrong)
    return parsed
  }
  return new GraphQLScalarType({
    name,
    description,
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : null),
    serialize: (value) => {
      const text = serialize(value)
      if (text === null) throw new TypeError(`${name} cannot show a ${typeof value}`)
      return text
    },
  })
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists, years 1 to 9999: `2026-02-29` is none. */
export function isCalendarDate(text: string): boolean {
  const found = datePattern.exec(text)
  if (!found) return false
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6})\d{0,3})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** An ISO 8601 instant with its offset as the same instant in UTC, to the microsecond; null when it is none. */
function toUtc(text: string): string | null {
  const found = instantPattern.exec(text)
  if (!found || !isCalendarDate(found[1]!)) return null
  const [, date, hour, minute, second = '00', fraction = '', offset] = found
  const instant = new Date(`${date}T${hour}:${minute}:${second}${offset}`)
  const year = instant.getUTCFullYear()
  if (Number.isNaN(year) || year < 1 || year > 9999) return null
  const digits = fraction.replace(/0+$/, '')
  return `${instant.toISOString().slice(0, 19)}${digits ? `.${digits}` : ''}Z`
}

/** Whether the text is an ISO 8601 instant with its offset. */
export const isInstant = (text: string): boolean => toUtc(text) !== null

const decimalPattern = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,4})?$/
const negativeZero = /^-0(?:\.0+)?$/

/** Whether the text is an exact decimal that `numeric(19,4)` holds: no exponent, no minus before zero. */
const isDecimal = (text: string): boolean => decimalPattern.test(text) && !negativeZero.test(text)

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether an id could be one of ours. One that could not is treated like one that names no row. */
export const isUuid = (id: unknown): id is string => typeof id === 'string' && uuidPattern.test(id)

/** The ids of a list that could be ours. */
export const uuids = (ids: unknown): string[] => (ids as unknown[]).filter(isUuid)

export const GraphQLDate = textScalar(
  'Date',
  'A calendar date without a time zone, such as `2026-11-23`.',
  'A Date is a day that exists, written like 2026-11-23.',
  (text) => (isCalendarDate(text) ? text : null),
  (value) => (typeof value === 'string' && isCalendarDate(value) ? value : null),
)

export const GraphQLDateTime = textScalar(
  'DateTime',
  'An instant, ISO 8601: `2026-11-23T09:00:00Z`. Any offset is taken, UTC is answered.',
  'A DateTime is an instant with its offset, written like 2026-11-23T09:00:00Z.',
  toUtc,
  (value) => {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
    return typeof value === 'string' ? (value.endsWith('Z') ? value : toUtc(value)) : null
  },
)

export const GraphQLDecimal = textScalar(
  'Decimal',
  'An exact decimal number as a string, such as `"1250.50"`: at most 15 digits before the point and 4 after it.',
  'A Decimal is a string such as "1250.50": at most 15 digits before the point and 4 after it, no exponent.',
  (text) => (isDecimal(text) ? text : null),
  (value) => (typeof value === 'string' && isDecimal(value) ? value : null),
)
