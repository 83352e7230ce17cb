import type { IncomingHttpHeaders } from 'node:http'

/**
 * Does another site send this? Browsers name the origin of every POST; programs do not, and are no danger, since nobody
 * makes them send a cookie against their will.
 */
export function isForeignOrigin(headers: IncomingHttpHeaders, own: ReadonlySet<string>): boolean {
  if (headers.origin !== undefined) return !own.has(headers.origin)
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

const JSON_TYPES = new Set(['application/json', 'application/json;charset=utf-8'])

/** JSON in UTF-8 and nothing else: any other type could be sent by a form of another site. */
export function isPlainJson(contentType: string | undefined): boolean {
  return contentType !== undefined && JSON_TYPES.has(contentType.toLowerCase().replace('; ', ';'))
}
