import { createFileRoute } from '@tanstack/react-router'

/** The week alone. */
export const Route = createFileRoute('/_app/time/_week/')({ component: () => null })
