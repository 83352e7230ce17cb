import { createFileRoute } from '@tanstack/react-router'
import { SignInScreen } from '~/features/sign-in/SignInScreen'
import { params, text } from '~/lib/search-params'

/** Sign-in for everybody. Loads neither Apollo nor the shell. */
export const Route = createFileRoute('/login')({
  validateSearch: params({ next: text }),
  component: LoginRoute,
})

function LoginRoute() {
  return <SignInScreen next={Route.useSearch().next} />
}
