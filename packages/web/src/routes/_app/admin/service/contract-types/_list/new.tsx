import { createFileRoute, redirect } from '@tanstack/react-router'
import { NewTypeDrawer } from '~/features/contract-types/NewTypeDrawer'

/** Enters a kind of contract, over the list. */
export const Route = createFileRoute('/_app/admin/service/contract-types/_list/new')({
  beforeLoad: ({ context: { viewer } }) => {
    if (!viewer.permissions.includes('CONTRACTS_WRITE')) throw redirect({ to: '/admin/service/contract-types' })
  },
  component: NewTypeDrawer,
})
