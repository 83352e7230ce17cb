import type { Permission } from '~/lib/__generated__/schema'
import type { Viewer } from './session'

/** Whether somebody has a permission: for loaders, which run before any component could ask. */
export const may = (viewer: Viewer, permission: Permission): boolean => viewer.permissions.includes(permission)
