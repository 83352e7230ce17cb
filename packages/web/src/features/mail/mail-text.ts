/** A piece of a mail's text: plain, or a link. */
export interface TextPart {
  text: string
  link: boolean
}

const URL = /https?:\/\/[^\s<>"]+/g

/**
 * Cuts a mail's text at its links. A full stop or a bracket at a link's end belongs to the sentence;
 * a link that ends in `…` was taken out by the server and leads nowhere.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const match of text.matchAll(URL)) {
    if (match[0].endsWith('…')) continue
    const link = match[0].replace(/[.,;:!?)\]]+$/, '')
    if (match.index > at) parts.push({ text: text.slice(at, match.index), link: false })
    parts.push({ text: link, link: true })
    at = match.index + link.length
  }
  if (at < text.length) parts.push({ text: text.slice(at), link: false })
  return parts
}
