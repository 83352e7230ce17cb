import { useState } from 'react'
import { skipToken } from '@apollo/client/react'
import { useLingui } from '@lingui/react/macro'
import { Controller, useForm } from 'react-hook-form'
import type { UpdateTicketInput } from '~/lib/__generated__/schema'
import { DrawerForm } from '~/ui/DrawerForm'
import { TextArea, TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useConflict } from '../../customers/form/use-conflict'
import { useCan } from '../../session/SessionProvider'
import { useEditTicketMutation } from '../detail/__generated__/EditTicket'
import { useTicketContractQuery } from '../detail/__generated__/TicketContract'
import type { Ticket } from '../detail/use-ticket'
import { forgetAround } from '../forget-around'
import { RecordPicker } from './RecordPicker'
import type { TicketValues } from './values'

type Under = { id: string; reference: string; name: string } | null | undefined

const valuesOf = ({ subject, description, asset }: Ticket, contract: Under): TicketValues => ({
  subject,
  description,
  assetId: asset?.id ?? null,
  contractId: contract?.id ?? null,
})
const named = (contract: Under) =>
  contract ? [{ id: contract.id, name: `${contract.reference} · ${contract.name}` }] : []

/** The words of a ticket and what it is about. Who saves second sees the first one’s words beside the own. */
export function EditTicketDrawer(props: { ticket: Ticket; onClose: () => void }) {
  const contracts = useCan('CONTRACTS_READ')
  const plans = useCan('PLANS_READ')
  const { data } = useTicketContractQuery(contracts ? { variables: { id: props.ticket.id, plans } } : skipToken)
  return <Editor {...props} contracts={contracts} contract={data?.ticket?.contract ?? null} />
}

interface EditorProps {
  ticket: Ticket
  /** Whether the viewer sees contracts, and under which the ticket is. */
  contracts: boolean
  contract: Under
  onClose: () => void
}

function Editor({ ticket, contracts, contract, onClose }: EditorProps) {
  const { t } = useLingui()
  const { id, number } = ticket
  // The version that was on screen when the drawer opened: what others save meanwhile must not pass unseen.
  const [version, setVersion] = useState(ticket.version)
  const [theirAsset, setTheirAsset] = useState(ticket.asset)
  const [theirContract, setTheirContract] = useState(contract)
  const form = useForm<TicketValues>({ defaultValues: valuesOf(ticket, contract), mode: 'onTouched' })
  const { register, control, formState } = form
  const names = {
    subject: t`Subject`,
    description: t`Description`,
    assetId: t`Asset or service`,
    contractId: t`Contract`,
  }
  const shown = (field: keyof TicketValues, value: TicketValues[keyof TicketValues]) =>
    field === 'assetId'
      ? (theirAsset?.name ?? '–')
      : field === 'contractId'
        ? (theirContract?.name ?? '–')
        : `“${value}”`
  const { contested, meet, hintOf } = useConflict(form, names, shown)
  const [update, { loading, error }] = useEditTicketMutation({
    update: (cache) => {
      forgetAround(ticket)(cache)
      cache.evict({ id: cache.identify({ __typename: 'Ticket', id }), fieldName: 'contract' })
    },
  })

  const save = async (values: TicketValues) => {
    const before = form.formState.defaultValues as TicketValues
    const changed = Object.entries(values).filter(([key, value]) => value !== before[key as keyof TicketValues])
    if (changed.length === 0) return []
    const part = Object.fromEntries(changed) as Omit<UpdateTicketInput, 'id' | 'version'>
    const { data } = await update({ variables: { input: { id, version, ...part }, contracts } })
    const { ticket: now, errors = [] } = data?.updateTicket ?? {}
    if (now && errors.some(({ code }) => code === 'CONFLICT')) {
      setVersion(now.version)
      setTheirAsset(now.asset)
      setTheirContract(now.contract)
      return meet(valuesOf(now, now.contract))
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
      {contracts ? (
        <Controller
          control={control}
          name="contractId"
          render={({ field, fieldState }) => (
            <RecordPicker
              of="contracts"
              customerId={ticket.customer.id}
              label={names.contractId}
              optional
              clearable
              error={fieldState.error?.message}
              value={field.value}
              known={[...named(contract), ...named(theirContract)]}
              onChange={(chosen) => field.onChange(chosen?.id ?? null)}
            />
          )}
        />
      ) : null}
    </DrawerForm>
  )
}
