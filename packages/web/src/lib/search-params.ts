// The address is the state of a list. These readers turn what stands in it into typed values and drop what does not fit:
// a mistyped or old link opens the list, never an error page.
export type Reader<T> = (value: string | undefined) => T | undefined

/** A free text; empty is absent. */
export const text: Reader<string> = (value) => value?.trim() || undefined

/** `true` or `false`. */
export const flag: Reader<boolean> = (value) => (value === 'true' ? true : value === 'false' ? false : undefined)

/** A whole number from 1. */
export const count: Reader<number> = (value) => {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}

/** One of the given words. */
export const oneOf =
  <const T extends string>(...words: T[]): Reader<T> =>
  (value) =>
    words.find((word) => word === value)

/** Some of the given words, written with commas. */
export const someOf =
  <const T extends string>(...words: T[]): Reader<T[]> =>
  (value) => {
    const found = value?.split(',').filter((part): part is T => words.some((word) => word === part))
    return found?.length ? found : undefined
  }

/** What a shape of readers gives; everything is optional, since an address may lack it. */
export type ParamsOf<S extends Record<string, Reader<unknown>>> = {
  [K in keyof S]?: S[K] extends Reader<infer T> ? T : never
}

/** A parameter as it stands in the address; links inside the application give values instead of texts. */
function asText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join(',')
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined
}

/** For a route's `validateSearch`: `params({ q: text, active: flag, sort: oneOf('NAME_ASC', 'NAME_DESC') })`. */
export function params<S extends Record<string, Reader<unknown>>>(shape: S) {
  return (raw: Record<string, unknown>): ParamsOf<S> => {
    const found: Record<string, unknown> = {}
    for (const [key, read] of Object.entries(shape)) {
      const parsed = read(asText(raw[key]))
      if (parsed !== undefined) found[key] = parsed
    }
    return found as ParamsOf<S>
  }
}

/** Reads `?a=1&b=x,y` as texts; the router's own reading would turn a search for 007 into 7. */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search))

/** Writes parameters in a stable order; what is absent is left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const written = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString()
  return written === '' ? '' : `?${written}`
}
