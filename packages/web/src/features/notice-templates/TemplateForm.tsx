import { useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useForm, useWatch, type FieldPath } from 'react-hook-form'
import { problemOf } from '~/lib/problem'
import { useShortcuts } from '~/lib/shortcuts'
import { announce } from '~/ui/announce'
import { placeErrors } from '~/ui/form-errors'
import { Note } from '~/ui/Note'
import { Columns, ScrollArea } from '~/ui/Page'
import { TextArea, TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useFormDraft } from '~/ui/use-form-draft'
import { useLeaveGuard } from '~/ui/use-leave-guard'
import { useConflict } from '../customers/form/use-conflict'
import { SaveBar } from '../roles/SaveBar'
import type { TemplateFieldsFragment } from './__generated__/TemplateList'
import { useUpdateTemplateMutation } from './__generated__/UpdateTemplate'
import { PLACEHOLDERS } from './placeholders'
import { Preview } from './Preview'
import css from './templates.module.css'
import { usePreview } from './use-preview'

interface TemplateValues {
  subject: string
  body: string
}

const valuesOf = ({ subject, body }: TemplateFieldsFragment): TemplateValues => ({ subject, body })

/** One text with its blanks, and beside it the mail as its recipient would read it. */
export function TemplateForm({ template }: { template: TemplateFieldsFragment }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, side, locale } = template
  const [version, setVersion] = useState(template.version)
  const [general, setGeneral] = useState<string[]>([])
  const [saved, setSaved] = useState(false)
  const form = useForm<TemplateValues>({ mode: 'onTouched', defaultValues: valuesOf(template) })
  const draft = useFormDraft(form, `notice-template:${id}`)
  const { errors, isDirty, defaultValues } = form.formState
  const guard = useLeaveGuard(isDirty && !saved, () => void navigate({ to: '/', ignoreBlocker: true }))
  const names = { subject: t`Subject`, body: t`Text` }
  const { contested, meet, hintOf } = useConflict(form, names, (_, value) => `“${value}”`)
  const [update, { loading, error }] = useUpdateTemplateMutation()
  const values = useWatch({ control: form.control }) as TemplateValues
  const written = values.subject.trim() !== '' && values.body.trim() !== ''
  const shown = usePreview(written ? { side, locale, ...values } : null, ({ message, path }) => {
    const field = path.at(-1)
    if (field === 'subject' || field === 'body') form.setError(field, { type: 'server', message })
  })

  const save = form.handleSubmit(async ({ subject, body }) => {
    setGeneral([])
    const before = defaultValues as TemplateValues
    if (subject === before.subject && body === before.body) return
    const answer = await update({ variables: { input: { id, version, subject, body } } }).catch(() => null)
    const { noticeTemplate: current, errors: refusals = [] } = answer?.data?.updateNoticeTemplate ?? {}
    if (!answer) return
    if (current) setVersion(current.version)
    if (current && refusals.some(({ code }) => code === 'CONFLICT'))
      return setGeneral(meet(valuesOf(current)).map(({ message }) => message))
    if (refusals.length > 0) return setGeneral(placeErrors(form, [...refusals]))
    draft.drop()
    setSaved(true)
    form.reset(current ? valuesOf(current) : { subject, body })
    announce(t`Saved`)
    toast(t`Template saved`)
    setTimeout(() => setSaved(false))
  })
  const submitLabel = contested ? t`Save over it` : t`Save template`
  useShortcuts([{ key: 'mod+enter', label: submitLabel, run: () => void save() }])
  const area = useRef<HTMLDivElement>(null)

  /** Puts a blank where the caret stands in the field that was used last. */
  const insert = (name: string) => {
    const last = area.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('[data-last]')
    const field: FieldPath<TemplateValues> = last?.name === 'subject' ? 'subject' : 'body'
    const blank = `{${name}}`
    const text = form.getValues(field)
    const at = last?.selectionStart ?? text.length
    form.setValue(field, text.slice(0, at) + blank + text.slice(last?.selectionEnd ?? at), { shouldDirty: true })
    requestAnimationFrame(() => {
      last?.focus()
      last?.setSelectionRange(at + blank.length, at + blank.length)
    })
  }
  const problem = error ? problemOf(error) : null
  return (
    <form className={css.page} noValidate onSubmit={save} aria-label={t`Notice template`}>
      <ScrollArea label={t`Notice template`}>
        <Columns rail={<Preview {...shown} />}>
          <div
            ref={area}
            className={css.fields}
            onFocus={({ target }) => {
              if (!target.matches('input, textarea')) return
              for (const other of area.current?.querySelectorAll('[data-last]') ?? [])
                other.removeAttribute('data-last')
              target.setAttribute('data-last', '')
            }}
          >
            {problem ? (
              <Note tone="error" role="alert">
                <Trans>Not saved. What you typed stays here; try again.</Trans>{' '}
                <span className="muted">{problem.id}</span>
              </Note>
            ) : null}
            {general.map((message) => (
              <Note key={message} tone="error" role="alert">
                {message}
              </Note>
            ))}
            <p className="dim">
              {side === 'BEFORE_END' ? (
                <Trans>Goes to recipients of this language before a contract ends, and on its last day.</Trans>
              ) : (
                <Trans>Goes to recipients of this language after a contract has ended without being renewed.</Trans>
              )}{' '}
              <Trans>What is written already stays as it was sent.</Trans>
            </p>
            <TextField
              label={names.subject}
              hint={hintOf('subject')}
              autoComplete="off"
              maxLength={200}
              lang={locale.toLowerCase()}
              error={errors.subject?.message}
              {...form.register('subject', {
                validate: (typed) => typed.trim() !== '' || t`This cannot stay empty.`,
              })}
            />
            <TextArea
              label={names.body}
              hint={hintOf('body') ?? t`An empty line begins a new paragraph. The greeting is put before it.`}
              rows={8}
              maxLength={5000}
              lang={locale.toLowerCase()}
              error={errors.body?.message}
              {...form.register('body', { validate: (typed) => typed.trim() !== '' || t`This cannot stay empty.` })}
            />
            <Blanks onInsert={insert} />
          </div>
        </Columns>
      </ScrollArea>
      <SaveBar
        dirty={isDirty}
        guard={guard}
        pending={loading}
        submitLabel={submitLabel}
        restored={draft.restored}
        onDiscard={draft.discard}
        onDrop={draft.drop}
      />
    </form>
  )
}

/** What can be filled in: a click puts it where the caret stands. */
function Blanks({ onInsert }: { onInsert: (name: string) => void }) {
  const { t, i18n } = useLingui()
  return (
    <section className={css.blanks} aria-label={t`Placeholders`}>
      <h2>
        <Trans>Placeholders</Trans>
      </h2>
      <p className="muted sm">
        <Trans>They are filled when the mail is written. A click puts one where the caret stands.</Trans>
      </p>
      <ul>
        {PLACEHOLDERS.map(({ name, about }) => (
          <li key={name}>
            <button type="button" onClick={() => onInsert(name)}>
              <code>{`{${name}}`}</code>
              <span>{i18n._(about)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
