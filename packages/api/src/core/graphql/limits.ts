/** What one operation, and one caller over time, may ask of us. */
export interface Limits {
  /** Lexical tokens of a document; counted while parsing, so nothing later meets a longer one. */
  tokens: number
  /** Validation errors told at once, the note that there are more included. */
  validationErrors: number
  /** Fields from the root to a leaf, fragments followed. */
  depth: number
  /** The same below `__schema` and `__type`. */
  introspectionDepth: number
  /** Aliases of an operation, fragments counted each time they are spread. */
  aliases: number
  rootFields: number
  mutationFields: number
  /** Selections of an operation, fragments counted each time they are spread: stops fragments that double fragments. */
  selections: number
  /** Most that `first` and `last` may ask, and what is asked when both are left out. */
  page: { most: number; usual: number }
  /** Nodes, and what dear fields declare beside them, of one operation. */
  cost: number
  /** Points a caller may save up, and how many come back each second. */
  bucket: { capacity: number; restorePerSecond: number }
  /** What a request costs that fails before it runs: parsing and validating it was work too. */
  refusalCost: number
  /** Predicates of one `filter` argument, and how deep they nest. */
  predicates: number
  filterDepth: number
  /** Nesting of a variable, length of an array, characters of a string (an input field may declare `maxLength`). */
  valueDepth: number
  items: number
  characters: number
}

export const defaultLimits: Limits = {
  tokens: 1_500,
  validationErrors: 5,
  depth: 12,
  introspectionDepth: 16,
  aliases: 30,
  rootFields: 20,
  mutationFields: 10,
  selections: 2_000,
  page: { most: 100, usual: 25 },
  cost: 10_000,
  bucket: { capacity: 100_000, restorePerSecond: 2_000 },
  refusalCost: 10,
  predicates: 30,
  filterDepth: 5,
  valueDepth: 20,
  items: 1_000,
  characters: 10_000,
}
