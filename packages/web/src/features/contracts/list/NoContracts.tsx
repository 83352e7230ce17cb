import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { buttonClass } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { useCan } from '../../session/SessionProvider'

/** The empty list: nobody has made a contract yet, or none ends soon. */
export function NoContracts({ expiring, customer }: { expiring: boolean; customer?: string }) {
  const mayCreate = useCan('CONTRACTS_WRITE')
  const action = mayCreate ? (
    <Link to="/contracts/new" search={{ customer }} className={buttonClass({ look: 'primary' })}>
      <Trans>Add contract</Trans>
    </Link>
  ) : null
  if (expiring)
    return (
      <EmptyState title={<Trans>No contract ends in the next 90 days</Trans>} action={action}>
        <Trans>What comes to an end is listed here 90 days ahead, the nearest first.</Trans>
      </EmptyState>
    )
  return (
    <EmptyState title={<Trans>No contracts yet</Trans>} action={action}>
      <Trans>
        A contract says until when a customer is served, by which plan, and who is told before it ends. It renews by
        itself when it shall.
      </Trans>
    </EmptyState>
  )
}
