/** The texts of notices: plain words with blanks from a fixed list, which nothing but values fills. */

/** What may stand in a template, each as `{name}`. */
export const placeholders = [
  'recipient',
  'customer',
  'contract',
  'reference',
  'type',
  'startsOn',
  'endsOn',
  'days',
  'renewal',
] as const
export type Placeholder = (typeof placeholders)[number]

export interface TemplateText {
  subject: string
  body: string
}

const blank = /\{([^{}]*)\}/g

/** Whatever stands in braces and is none of the placeholders; a brace that stands alone too. */
export function unknownPlaceholders(text: string): string[] {
  const known = new Set<string>(placeholders)
  const names = [...text.matchAll(blank)].map(([whole, name]) => (known.has(name!) ? null : whole))
  const strays = text.replace(blank, '').match(/[{}]/g) ?? []
  return [...new Set([...names.filter((name) => name !== null), ...strays])]
}

/** The text with its blanks filled. What is filled in is not looked through again. */
export const filled = (text: string, values: Readonly<Record<Placeholder, string>>): string =>
  text.replace(blank, (whole, name: string) => (Object.hasOwn(values, name) ? values[name as Placeholder] : whole))

/** The paragraphs of a body: what empty lines part. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
