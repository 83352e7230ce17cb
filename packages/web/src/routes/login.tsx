import { createFileRoute } from '@tanstack/react-router'
import { SignInScreen } from '~/features/sign-in/SignInScreen'
import { flag, params, text } from '~/lib/search-params'

/** Sign-in for everybody. Loads neither Apollo nor the shell. */
export const Route = createFileRoute('/login')({
  validateSearch: params({ next: text, renewed: flag }),
  component: LoginRoute,
})

function LoginRoute() {
  const { next, renewed = false } = Route.useSearch()
  return <SignInScreen next={next} renewed={renewed} />
}
