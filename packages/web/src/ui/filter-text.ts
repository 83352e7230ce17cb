import { fold } from '~/lib/fold'

export interface FilterOption {
  value: string
  label: string
  /** Further words that mean it when typed, in any language. */
  words?: string[]
}

export interface FilterField {
  key: string
  label: string
  /** Names of the field when typed before a colon: `durum:pasif`, `status:passive`. */
  words: string[]
  options: FilterOption[]
}

export interface ParsedFilter {
  text: string
  values: Record<string, string>
}

const starts = (wanted: string, words: string[]) => wanted !== '' && words.some((word) => fold(word).startsWith(wanted))

function readToken(token: string, fields: FilterField[]): [string, string] | null {
  const [name = '', value = ''] = token.split(/:(.*)/s)
  const field = fields.find(({ words }) => words.some((word) => fold(word) === fold(name)))
  const option = field?.options.find(({ label, words = [] }) =>
    starts(fold(value.replaceAll('"', '')), [label, ...words]),
  )
  return field && option ? [field.key, option.value] : null
}

/** Takes the filters out of a typed line: `depo durum:pasif` → text `depo` and the status. What is not understood stays text. */
export function parseFilter(line: string, fields: FilterField[]): ParsedFilter {
  const values: Record<string, string> = {}
  const rest = (line.match(/[^\s:]+:"[^"]*"|\S+/g) ?? []).filter((token) => {
    const found = token.includes(':') ? readToken(token, fields) : null
    if (found) values[found[0]] = found[1]
    return !found
  })
  return { text: rest.join(' '), values }
}
