import { createFileRoute } from '@tanstack/react-router'
import { NewPasswordScreen } from '~/features/sign-in/NewPasswordScreen'

export const Route = createFileRoute('/reset/$token')({ component: TokenRoute })

function TokenRoute() {
  return <NewPasswordScreen token={Route.useParams().token} invited={false} />
}
