import { createFileRoute } from '@tanstack/react-router'

/** The outbox alone, without a drawer over it. */
export const Route = createFileRoute('/_app/admin/mail/_list/')({ component: () => null })
