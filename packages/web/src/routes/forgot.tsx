import { createFileRoute } from '@tanstack/react-router'
import { ForgotScreen } from '~/features/sign-in/ForgotScreen'

export const Route = createFileRoute('/forgot')({ component: ForgotScreen })
