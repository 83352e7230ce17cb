import { createFileRoute, redirect } from '@tanstack/react-router'

/** Groups belong to customers and stand beside them; who looks for them among the settings is led there. */
export const Route = createFileRoute('/_app/admin/service/groups')({
  beforeLoad: () => {
    throw redirect({ to: '/groups', replace: true })
  },
})
