import type { CodeField } from '../../core/graphql/executor.ts'
import { lastSeenField } from '../../core/graphql/loaders.ts'

export { viewerDoors } from './viewer.access.ts'
export { viewerModels, viewerRoots } from './viewer.read.ts'
export { ViewerResolver } from './viewer.resolver.ts'
export { Viewer } from './viewer.type.ts'

/** Root fields that code answers. */
export const viewerCodeRoots = ['sessions']

/** Fields that code answers beside the rows that `core/read` brings. */
export const codeFields: ReadonlyMap<string, CodeField> = new Map([
  ['Contact.lastSeenAt', lastSeenField],
  ['Technician.lastSeenAt', lastSeenField],
])
