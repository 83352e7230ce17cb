import { useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Controller, useForm } from 'react-hook-form'
import type { UpdateTicketInput } from '~/lib/__generated__/schema'
import { DrawerForm } from '~/ui/DrawerForm'
import { TextArea, TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useConflict } from '../../customers/form/use-conflict'
import { useEditTicketMutation } from '../detail/__generated__/EditTicket'
import type { Ticket } from '../detail/use-ticket'
import { forgetAround } from '../forget-around'
import { RecordPicker } from './RecordPicker'
import type { TicketValues } from './values'

const valuesOf = ({ subject, description, asset }: Ticket): TicketValues => ({
  subject,
  description,
  assetId: asset?.id ?? null,
})

/** The words of a ticket and what it is about. Who saves second sees the first one’s words beside the own. */
export function EditTicketDrawer({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useLingui()
  const { id, number } = ticket
  // The version that was on screen when the drawer opened: what others save meanwhile must not pass unseen.
  const [version, setVersion] = useState(ticket.version)
  const [theirAsset, setTheirAsset] = useState(ticket.asset)
  const form = useForm<TicketValues>({ defaultValues: valuesOf(ticket), mode: 'onTouched' })
  const { register, control, formState } = form
  const names = { subject: t`Subject`, description: t`Description`, assetId: t`Asset or service` }
  const shown = (field: keyof TicketValues, value: TicketValues[keyof TicketValues]) =>
    field === 'assetId' ? (theirAsset?.name ?? '–') : `“${value}”`
  const { contested, meet, hintOf } = useConflict(form, names, shown)
  const [update, { loading, error }] = useEditTicketMutation({ update: forgetAround(ticket) })

  const save = async (values: TicketValues) => {
    const before = form.formState.defaultValues as TicketValues
    const changed = Object.entries(values).filter(([key, value]) => value !== before[key as keyof TicketValues])
    if (changed.length === 0) return []
    const part = Object.fromEntries(changed) as Omit<UpdateTicketInput, 'id' | 'version'>
    const { data } = await update({ variables: { input: { id, version, ...part } } })
    const { ticket: now, errors = [] } = data?.updateTicket ?? {}
    if (now && errors.some(({ code }) => code === 'CONFLICT')) {
      setVersion(now.version)
      setTheirAsset(now.asset)
      return meet(valuesOf(now))
    }
    return errors
  }
  return (
    <DrawerForm
      title={t`Edit ${number}`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`Ticket saved`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={contested ? t`Save over it` : t`Save the ticket`}
      draftKey={`ticket-edit:${id}`}
    >
      <TextField
        label={names.subject}
        hint={hintOf('subject')}
        error={formState.errors.subject?.message}
        {...register('subject', { required: t`Say in one line what it is about.` })}
        autoComplete="off"
        maxLength={200}
      />
      <TextArea
        label={names.description}
        hint={hintOf('description')}
        error={formState.errors.description?.message}
        {...register('description', { required: t`Say what happened, or what is wanted.` })}
        rows={10}
        maxLength={10_000}
      />
      <Controller
        control={control}
        name="assetId"
        render={({ field, fieldState }) => (
          <RecordPicker
            of="assets"
            customerId={ticket.customer.id}
            label={names.assetId}
            optional
            clearable
            error={fieldState.error?.message}
            value={field.value}
            known={[ticket.asset, theirAsset].flatMap((asset) => asset ?? [])}
            onChange={(chosen) => field.onChange(chosen?.id ?? null)}
          />
        )}
      />
    </DrawerForm>
  )
}
