export { systemDoors } from './system.access.ts'
export { SystemResolver } from './system.resolver.ts'

/** Root fields that code answers. */
export const systemCodeRoots = ['systemHealth']
