/** One selected field (or fragment) of a document that is being written. */
export interface Piece {
  alias?: string
  /** The field's name, or `...`, `... on Type`, `...Fragment`. */
  name: string
  args?: readonly string[]
  directives?: string
  selection?: string
}

export function printed({ alias, name, args = [], directives, selection }: Piece): string {
  const head = `${alias ? `${alias}: ` : ''}${name}${args.length > 0 ? `(${args.join(', ')})` : ''}`
  return [head, directives, selection === undefined ? undefined : `{ ${selection} }`].filter(Boolean).join(' ')
}

export const leaf = (name: string): Piece => ({ name })
