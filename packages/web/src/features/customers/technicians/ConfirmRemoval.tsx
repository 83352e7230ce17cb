import { Trans, useLingui } from '@lingui/react/macro'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { LosingTickets } from './LosingTickets'

interface Props {
  customer: { id: string; name: string }
  technician: { id: string; name: string }
  onConfirm: () => void
  onClose: () => void
  pending: boolean
}

/** Before an authorization is taken away: what the technician no longer sees, and which tickets lose their assignee. */
export function ConfirmRemoval({ customer, technician, onConfirm, onClose, pending }: Props) {
  const { t } = useLingui()
  const { name } = technician
  const { name: company } = customer
  return (
    <ConfirmDialog
      title={t`Take the authorization for ${company} from ${name}?`}
      consequences={[
        <LosingTickets key="tickets" customerId={customer.id} technicianIds={[technician.id]} />,
        <Trans key="sight">
          With a role that sees authorized customers only, {company} disappears from the lists of {name} at once.
        </Trans>,
        <Trans key="back">It can be given back at any time.</Trans>,
      ]}
      confirmLabel={t`Take it away`}
      onConfirm={onConfirm}
      onClose={onClose}
      pending={pending}
      error={null}
    />
  )
}
