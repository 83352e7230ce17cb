import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useForm, useController, type Control } from 'react-hook-form'
import { Trans, useLingui } from '@lingui/react/macro'
import type { TicketKind } from '~/lib/__generated__/schema'
import { forget } from '~/lib/graphql/forget'
import { Button } from '~/ui/Button'
import { FilesField } from '~/ui/FilesField'
import { placeErrors } from '~/ui/form-errors'
import { Note } from '~/ui/Note'
import { useTitle } from '~/ui/Page'
import { Segmented } from '~/ui/Segmented'
import { TextArea, TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useAttachedFiles } from '~/ui/use-attached-files'
import { useFormDraft } from '~/ui/use-form-draft'
import { useKeptFiles } from '~/ui/use-kept-files'
import { FILES, uploadIds } from '../files/upload'
import { useViewer } from '../session/SessionProvider'
import { useSendKey } from '../portal-tickets/send-key'
import { SendProblem } from '../portal-tickets/SendProblem'
import { usePortalCreateMutation } from './__generated__/PortalNew'
import css from './New.module.css'
import type { NewSearch } from './search'

interface Values {
  kind: TicketKind
  subject: string
  description: string
}

const DRAFT = 'portal-new'

/** Something does not work, or somebody wants something: three fields, kept in this browser until they are sent. */
export function NewScreen({ search }: { search: NewSearch }) {
  const { t } = useLingui()
  useTitle(t`New request`)
  const navigate = useNavigate()
  const form = useForm<Values>({
    defaultValues: {
      kind: search.type === 'request' ? 'REQUEST' : 'INCIDENT',
      subject: search.subject ?? '',
      description: '',
    },
  })
  const draft = useFormDraft(form, DRAFT)
  const keyOf = useSendKey()
  const attached = useAttachedFiles(FILES)
  const kept = useKeptFiles(attached, `${DRAFT} ${useViewer().person?.id}`)
  const [refusals, setRefusals] = useState<string[]>([])
  const [create, { error }] = usePortalCreateMutation({ update: forget('tickets') })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (values) => {
    setRefusals([])
    const files = await attached.arrived()
    if (!files) return setRefusals([t`Not sent: a file could not be uploaded. Try it again or remove it.`])
    const content = {
      kind: values.kind,
      subject: values.subject.trim(),
      description: values.description.trim(),
      attachmentIds: uploadIds(files),
    }
    const { data } = await create({ variables: { input: { ...content, idempotencyKey: keyOf(content) } } }).catch(
      () => ({ data: undefined }),
    )
    if (!data) return
    setRefusals(placeErrors(form, data.createTicket.errors))
    const { ticket } = data.createTicket
    if (!ticket) return
    draft.drop()
    await kept.drop()
    const { id, number } = ticket
    await navigate({ to: '/portal/records/$id', params: { id }, replace: true })
    toast(t`Sent. Its number is ${number}.`)
  })

  const beginAnew = () => {
    draft.discard()
    for (const { key } of attached.files) attached.remove(key)
    kept.settle()
  }

  return (
    <>
      <h1>
        <Trans>New request</Trans>
      </h1>
      <form className={css.form} noValidate onSubmit={(event) => void submit(event)} aria-label={t`New request`}>
        {draft.restored || kept.restored ? (
          <Note role="status">
            <Trans>What you wrote last time is back.</Trans>{' '}
            <button type="button" className={css.discard} onClick={beginAnew}>
              <Trans>Begin anew</Trans>
            </button>
          </Note>
        ) : null}
        <Kind control={form.control} />
        <TextField
          size="large"
          label={t`Subject`}
          hint={t`In one line, e.g. “The printer in accounting jams”`}
          autoComplete="off"
          error={errors.subject?.message}
          {...form.register('subject', {
            validate: (value) => value.trim() !== '' || t`Say in one line what it is about.`,
          })}
        />
        <TextArea
          size="large"
          label={t`Description`}
          hint={t`What happens, since when, and who is affected`}
          rows={6}
          error={errors.description?.message}
          {...form.register('description', {
            validate: (value) => value.trim() !== '' || t`Describe it in a few words.`,
          })}
        />
        <FilesField attached={attached} accept={FILES.accept} locked={isSubmitting} size="large" />
        <SendProblem error={error} refusals={refusals} />
        <div className={css.foot}>
          <Button type="submit" look="primary" size="large" wide pending={isSubmitting}>
            <Trans>Send</Trans>
          </Button>
          <p className="muted sm">
            <Trans>What you write and attach is kept on this device until it is sent.</Trans>
          </p>
        </div>
      </form>
    </>
  )
}

function Kind({ control }: { control: Control<Values> }) {
  const { t } = useLingui()
  const { field } = useController({ control, name: 'kind' })
  return (
    <div>
      <Segmented<TicketKind>
        size="large"
        legend={t`What is it?`}
        value={field.value}
        onChange={field.onChange}
        options={[
          { value: 'INCIDENT', label: t`Something does not work` },
          { value: 'REQUEST', label: t`I need something` },
        ]}
      />
    </div>
  )
}
