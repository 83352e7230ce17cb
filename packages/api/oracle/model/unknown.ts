/** What stands in an expected answer where the model says that there is something, and not what. */
export const anyText = '@anything'
export const anyCount = -987_654_321

export const isAnything = (expected: unknown): boolean => expected === anyText || expected === anyCount
