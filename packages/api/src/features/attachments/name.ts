import { normalText } from '../../core/graphql/text.ts'

const longest = 200
/** Controls, marks of direction, and marks without width but for the joiners that scripts and emoji need. */
const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/gu

/**
 * A file's name as we keep it: the last step of a path, without marks that nobody sees, at most 200 characters with the
 * ending kept. Null when nothing is left that could be called a name.
 */
export function fileNameOf(given: string): string | null {
  const text = normalText(given.replaceAll('\0', ''))
  const last = text
    ?.split(/[\\/]/)
    .at(-1)
    ?.replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
  const [, stem, ending] = /^(.*?)(\.[^.]{1,10})?$/.exec(last ?? '') ?? []
  if (!stem || /^[. ]*$/.test(stem)) return null
  const room = longest - (ending?.length ?? 0)
  let kept = ''
  for (const sign of stem) {
    if (kept.length + sign.length > room) break
    kept += sign
  }
  return kept + (ending ?? '')
}
