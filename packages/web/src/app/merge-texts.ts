import type { Messages } from '@lingui/core'

/** One catalog out of the many that stand beside the code. Equal texts have equal keys. */
export const merge = (catalogs: Record<string, unknown>): Messages => Object.assign({}, ...Object.values(catalogs)) as Messages
