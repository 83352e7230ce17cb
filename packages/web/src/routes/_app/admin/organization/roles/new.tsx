import { createFileRoute } from '@tanstack/react-router'
import { NewRoleScreen } from '~/features/roles/NewRoleScreen'

export const Route = createFileRoute('/_app/admin/organization/roles/new')({ component: NewRoleScreen })
