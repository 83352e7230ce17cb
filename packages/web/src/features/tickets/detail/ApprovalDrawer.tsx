import { Trans, useLingui } from '@lingui/react/macro'
import { Controller, useForm } from 'react-hook-form'
import { DrawerForm } from '~/ui/DrawerForm'
import { toast } from '~/ui/toast'
import { RecordsPicker } from '../form/RecordPicker'
import { useRequestApproval } from './use-request-approval'
import type { Ticket } from './use-ticket'

interface Props {
  ticket: Ticket
  onClose: () => void
}

/** Chooses the contacts who are asked; the first answer of one of them counts. */
export function ApprovalDrawer({ ticket, onClose }: Props) {
  const { t } = useLingui()
  const { number, customer, requester } = ticket
  const asked = ticket.approvals.filter(({ status }) => status === 'PENDING').map(({ approver }) => approver)
  const form = useForm({ defaultValues: { approverIds: asked.map(({ id }) => id) } })
  const { request, pending, error } = useRequestApproval(ticket)
  return (
    <DrawerForm
      title={t`Approval of ${number}`}
      form={form}
      onSubmit={({ approverIds }) => request(approverIds)}
      onSaved={() => {
        onClose()
        toast(t`Asked for approval`)
      }}
      onClose={onClose}
      pending={pending}
      error={error}
      submitLabel={t`Ask for approval`}
    >
      <Controller
        control={form.control}
        name="approverIds"
        rules={{ validate: (ids) => ids.length > 0 || t`Choose at least one person.` }}
        render={({ field, fieldState }) => (
          <RecordsPicker
            of="people"
            customerId={customer.id}
            label={t`Who is asked`}
            hint={t`Contacts of ${customer.name} who can sign in; never the requester, ${requester.name}.`}
            error={fieldState.error?.message}
            value={field.value}
            onChange={field.onChange}
            known={asked}
          />
        )}
      />
      <p className="muted">
        <Trans>They get an e-mail. The first one who answers decides; work starts after the approval.</Trans>
      </p>
    </DrawerForm>
  )
}
