import { createFileRoute } from '@tanstack/react-router'

/** The list alone, without a drawer over it. */
export const Route = createFileRoute('/_app/admin/service/contract-types/_list/')({ component: () => null })
