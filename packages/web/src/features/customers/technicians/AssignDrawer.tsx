import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { DrawerForm } from '~/ui/DrawerForm'
import { Note } from '~/ui/Note'
import { toast } from '~/ui/toast'
import { TechnicianPicker } from '../form/TechnicianPicker'
import { LosingTickets } from './LosingTickets'
import type { CustomerTechniciansQuery } from './__generated__/CustomerTechnicians'
import { useAuthorize } from './use-authorize'

interface Props {
  customer: NonNullable<CustomerTechniciansQuery['customer']>
  onClose: () => void
}

/** Chooses the authorized technicians as one set, and says what the difference means. */
export function AssignDrawer({ customer, onClose }: Props) {
  const { t } = useLingui()
  const { id, name, technicians } = customer
  const before = technicians.nodes.map((technician) => technician.id)
  const form = useForm({ defaultValues: { technicianIds: before } })
  const { authorize, pending, error } = useAuthorize()
  const chosen = useWatch({ control: form.control, name: 'technicianIds' })
  const start = form.formState.defaultValues?.technicianIds ?? []
  const add = chosen.filter((technician) => !start.includes(technician))
  const remove = start.filter(
    (technician): technician is string => technician !== undefined && !chosen.includes(technician),
  )

  return (
    <DrawerForm
      title={t`Authorized technicians of ${name}`}
      form={form}
      onSubmit={() => (add.length + remove.length === 0 ? Promise.resolve([]) : authorize(id, { add, remove }))}
      onSaved={() => {
        onClose()
        toast(t`Technicians saved`)
      }}
      onClose={onClose}
      pending={pending}
      error={error}
      submitLabel={t`Save technicians`}
      draftKey={`customer-technicians:${id}`}
    >
      <Controller
        control={form.control}
        name="technicianIds"
        render={({ field, fieldState }) => (
          <TechnicianPicker
            label={t`Authorized technicians`}
            hint={t`Type to find somebody. The × takes somebody out.`}
            error={fieldState.error?.message}
            optional
            value={field.value}
            onChange={field.onChange}
            known={technicians.nodes}
          />
        )}
      />
      {add.length + remove.length > 0 ? (
        <Note tone={remove.length > 0 ? 'warning' : 'info'} role="status">
          {add.length > 0 ? (
            <p>
              <Plural
                value={add.length}
                one="# technician will be authorized."
                other="# technicians will be authorized."
              />
            </p>
          ) : null}
          {remove.length > 0 ? (
            <div>
              <LosingTickets customerId={id} technicianIds={remove} />
              <Plural
                value={remove.length}
                one="# technician will lose the authorization; with a role that sees authorized customers only, this customer disappears from his or her lists at once."
                other="# technicians will lose the authorization; with a role that sees authorized customers only, this customer disappears from their lists at once."
              />
            </div>
          ) : null}
        </Note>
      ) : (
        <p className="muted">
          <Trans>Roles that see all customers see this one anyway.</Trans>
        </p>
      )}
    </DrawerForm>
  )
}
