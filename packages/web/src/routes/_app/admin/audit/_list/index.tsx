import { createFileRoute } from '@tanstack/react-router'

/** The log alone, without a drawer over it. */
export const Route = createFileRoute('/_app/admin/audit/_list/')({ component: () => null })
