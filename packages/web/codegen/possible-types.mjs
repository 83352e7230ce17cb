// Prints which types an interface or union can be: the cache needs it to match fragments on them.
import { isAbstractType } from 'graphql'

/** Codegen's entry. */
export const plugin = (schema) => {
  const abstract = Object.values(schema.getTypeMap()).filter(
    (type) => isAbstractType(type) && !type.name.startsWith('__'),
  )
  const possible = Object.fromEntries(
    abstract.map((type) => [type.name, schema.getPossibleTypes(type).map((t) => t.name)]),
  )
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possible, null, 2)}\n`
}
