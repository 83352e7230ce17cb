/** The name of a part, which is a module that is imported dynamically, from its path below the package. */
export const partName = (path: string): string =>
  path
    .replace(/^src\//, '')
    .replace(/\.tsx?(?=\?|$)/, '')
    .replace('?tsr-split=component---loader', '')
