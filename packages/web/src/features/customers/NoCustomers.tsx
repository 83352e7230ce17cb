import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { buttonClass } from '~/ui/Button'
import { EmptyState, Forbidden } from '~/ui/EmptyState'
import { useViewer } from '../session/SessionProvider'

/** The empty list: nobody has entered a customer yet, or the viewer is authorized for none. */
export function NoCustomers() {
  const { onlyAuthorizedCustomers, permissions } = useViewer()
  if (onlyAuthorizedCustomers)
    return (
      <Forbidden title={<Trans>You are not authorized for a customer yet</Trans>}>
        <Trans>
          Your role sees only customers that it is authorized for. An administrator can authorize you on the customer’s
          page.
        </Trans>
      </Forbidden>
    )
  const action = permissions.includes('CUSTOMERS_WRITE') ? (
    <Link to="/customers/new" className={buttonClass({ look: 'primary' })}>
      <Trans>New customer account</Trans>
    </Link>
  ) : null
  return (
    <EmptyState title={<Trans>No customers yet</Trans>} action={action}>
      <Trans>
        A customer is a company or an own department that you serve. Contacts, contracts and tickets belong to one.
      </Trans>
    </EmptyState>
  )
}
