import { lazy, Suspense, useRef } from 'react'
import { useLingui } from '@lingui/react'
import { Trans, useLingui as useMacro } from '@lingui/react/macro'
import { skipToken } from '@apollo/client/react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { forget } from '~/lib/graphql/forget'
import { DrawerForm, Pair } from '~/ui/DrawerForm'
import { Segmented } from '~/ui/Segmented'
import { SelectField, TextArea, TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useAttachedFiles } from '~/ui/use-attached-files'
import { CustomerPicker } from '../../customers/form/CustomerPicker'
import { useIdempotencyKey } from '../../customers/form/idempotency'
import { FILES, uploadIds } from '../../files/upload'
import { useCan } from '../../session/SessionProvider'
import { forgetAround } from '../forget-around'
import { PRIORITIES } from '../statuses'
import { kindWords, priorityWords } from '../words'
import { useCreateTicketMutation } from './__generated__/CreateTicket'
import { useTicketStartQuery } from './__generated__/TicketStart'
import { RecordPicker, type Chosen } from './RecordPicker'
import type { NewTicketValues } from './values'

/** Comes after the fields, which do not wait for it. */
const FilesField = lazy(() => import('~/ui/FilesField').then((module) => ({ default: module.FilesField })))

interface Props {
  /** What the address says already. */
  customerId?: string
  requesterId?: string
  assetId?: string
  contractId?: string
  onClose: () => void
  onCreated: (id: string) => void
}

/** "New ticket": for whom, what it is, and who works on it. */
export function NewTicketDrawer(props: Props) {
  return (
    <Suspense>
      <Started {...props} />
    </Suspense>
  )
}

/** An address may name a person or a thing; the customer follows from it. */
function Started({ requesterId, assetId, contractId, customerId, ...rest }: Props) {
  const seesContracts = useCan('CONTRACTS_READ')
  const { data } = useTicketStartQuery(
    requesterId || assetId || contractId
      ? {
          variables: {
            requesterId: requesterId ?? '',
            assetId: assetId ?? '',
            contractId: contractId ?? '',
            requester: requesterId !== undefined,
            asset: assetId !== undefined,
            contract: contractId !== undefined && seesContracts,
          },
        }
      : skipToken,
  )
  const [requester, asset, contract] = [data?.contact ?? null, data?.asset ?? null, data?.contract ?? null]
  return (
    <Form
      {...rest}
      customerId={customerId ?? (requester ?? asset ?? contract)?.customer.id ?? null}
      requester={requester}
      asset={asset}
      contract={contract && { id: contract.id, name: `${contract.reference} · ${contract.name}` }}
    />
  )
}

interface FormProps extends Pick<Props, 'onClose' | 'onCreated'> {
  customerId: string | null
  requester: Chosen | null
  asset: Chosen | null
  contract: Chosen | null
}

function Form({ customerId, requester, asset, contract, onClose, onCreated }: FormProps) {
  const { i18n } = useLingui()
  const { t } = useMacro()
  const form = useForm<NewTicketValues>({
    defaultValues: {
      customerId,
      requesterId: requester?.id ?? null,
      kind: 'INCIDENT',
      subject: '',
      description: '',
      priority: 'NORMAL',
      assigneeId: null,
      assetId: asset?.id ?? null,
      contractId: contract?.id ?? null,
    },
    mode: 'onTouched',
  })
  const { register, control, formState } = form
  const keyFor = useIdempotencyKey()
  const seesContracts = useCan('CONTRACTS_READ')
  const attached = useAttachedFiles(FILES)
  const created = useRef({ id: '', number: '' })
  const customer = useWatch({ control, name: 'customerId' })
  const [create, { loading, error }] = useCreateTicketMutation({
    update: (cache, { data }) => {
      const ticket = data?.createTicket.ticket
      if (ticket) forgetAround(ticket)(cache)
      forget('tickets')(cache)
    },
  })
  const save = async ({ customerId: of, contractId: under, ...values }: NewTicketValues) => {
    const files = await attached.arrived()
    if (!files) return [{ message: t`Not sent: a file could not be uploaded. Try it again or remove it.` }]
    // Left out, the server takes the customer's only contract in force.
    const contractId = under ?? undefined
    const body = { ...values, customerId: of, contractId, attachmentIds: uploadIds(files) }
    const { data } = await create({ variables: { input: { ...body, idempotencyKey: keyFor(body) } } })
    const ticket = data?.createTicket.ticket
    if (ticket) created.current = ticket
    return data?.createTicket.errors
  }
  return (
    <DrawerForm
      title={t`New ticket`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        const { id, number } = created.current
        onCreated(id)
        toast(t`${number} opened`)
      }}
      onClose={onClose}
      pending={loading || formState.isSubmitting}
      holdsMore={attached.files.length > 0}
      error={error}
      submitLabel={t`Open the ticket`}
      draftKey="ticket:new"
    >
      <Controller
        control={control}
        name="customerId"
        rules={{ required: t`Choose the customer.` }}
        render={({ field, fieldState }) => (
          <CustomerPicker
            label={t`Customer`}
            error={fieldState.error?.message}
            value={field.value}
            onBlur={field.onBlur}
            onChange={(id) => {
              if (id === field.value) return
              field.onChange(id)
              // People and things belong to one customer.
              form.setValue('requesterId', null)
              form.setValue('assetId', null)
              form.setValue('contractId', null)
            }}
          />
        )}
      />
      {customer ? (
        <Controller
          control={control}
          name="requesterId"
          rules={{ required: t`Say for whom it is opened.` }}
          render={({ field, fieldState }) => (
            <RecordPicker
              key={customer}
              of="people"
              customerId={customer}
              label={t`Requester`}
              hint={t`A contact of the customer; he or she sees the ticket in the portal.`}
              error={fieldState.error?.message}
              value={field.value}
              known={requester ? [requester] : []}
              onChange={(chosen) => field.onChange(chosen?.id ?? null)}
            />
          )}
        />
      ) : (
        <p className="muted">
          <Trans>The requester is chosen among the contacts of the customer.</Trans>
        </p>
      )}
      <Controller
        control={control}
        name="kind"
        render={({ field }) => (
          <div>
            <Segmented
              legend={t`Kind`}
              value={field.value}
              onChange={field.onChange}
              options={[
                { value: 'INCIDENT', label: i18n._(kindWords.INCIDENT) },
                { value: 'REQUEST', label: i18n._(kindWords.REQUEST) },
              ]}
            />
          </div>
        )}
      />
      <TextField
        label={t`Subject`}
        error={formState.errors.subject?.message}
        {...register('subject', { required: t`Say in one line what it is about.` })}
        autoComplete="off"
        maxLength={200}
      />
      <TextArea
        label={t`Description`}
        error={formState.errors.description?.message}
        {...register('description', { required: t`Say what happened, or what is wanted.` })}
        rows={6}
        maxLength={10_000}
      />
      <Suspense>
        <FilesField attached={attached} accept={FILES.accept} locked={formState.isSubmitting} />
      </Suspense>
      <Pair>
        <SelectField label={t`Priority`} {...register('priority')}>
          {PRIORITIES.map((value) => (
            <option key={value} value={value}>
              {i18n._(priorityWords[value])}
            </option>
          ))}
        </SelectField>
        <Controller
          control={control}
          name="assigneeId"
          render={({ field, fieldState }) => (
            <RecordPicker
              of="technicians"
              label={t`Assignee`}
              placeholder={t`Nobody`}
              optional
              clearable
              error={fieldState.error?.message}
              value={field.value}
              onChange={(chosen) => field.onChange(chosen?.id ?? null)}
            />
          )}
        />
      </Pair>
      {customer ? (
        <Controller
          control={control}
          name="assetId"
          render={({ field, fieldState }) => (
            <RecordPicker
              key={customer}
              of="assets"
              customerId={customer}
              label={t`Asset or service`}
              optional
              clearable
              error={fieldState.error?.message}
              value={field.value}
              known={asset ? [asset] : []}
              onChange={(chosen) => field.onChange(chosen?.id ?? null)}
            />
          )}
        />
      ) : null}
      {customer && seesContracts ? (
        <Controller
          control={control}
          name="contractId"
          render={({ field, fieldState }) => (
            <RecordPicker
              key={customer}
              of="contracts"
              customerId={customer}
              label={t`Contract`}
              hint={t`Left empty, the customer’s only contract in force is taken.`}
              optional
              clearable
              error={fieldState.error?.message}
              value={field.value}
              known={contract ? [contract] : []}
              onChange={(chosen) => field.onChange(chosen?.id ?? null)}
            />
          )}
        />
      ) : null}
    </DrawerForm>
  )
}
