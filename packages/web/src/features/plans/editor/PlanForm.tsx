import { useId, useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useForm, useWatch } from 'react-hook-form'
import { useShortcuts } from '~/lib/shortcuts'
import { announce } from '~/ui/announce'
import { placeErrors, type ServerError } from '~/ui/form-errors'
import { Note } from '~/ui/Note'
import { Columns, ScrollArea } from '~/ui/Page'
import { SaveProblems } from '~/ui/SaveProblems'
import { useFormDraft } from '~/ui/use-form-draft'
import { useLeaveGuard } from '~/ui/use-leave-guard'
import { useConflict } from '../../customers/form/use-conflict'
import { SaveBar } from '../../roles/SaveBar'
import { LiveExample } from '../example/LiveExample'
import { PlanFormContext } from '../form/context'
import { usePlanFieldNames } from '../form/use-field-names'
import { changesOf, makesRevision, type PlanValues } from '../form/values'
import { GroupList } from './GroupList'
import { GROUPS } from './groups'
import css from './PlanForm.module.css'
import { useShownValue } from './use-shown-value'

export interface SaveTools {
  /** The plan as it was when the form began, or when it was last brought up to date. */
  before: PlanValues
  /** Brings the form together with what somebody else has saved, and says so. */
  meet: (theirs: PlanValues) => ServerError[]
}

interface Props {
  label: string
  head: ReactNode
  start: PlanValues
  /** The revision that is saved; null for a plan that is not. */
  revision: number | null
  /** Whether the viewer may change plans; others read them here. */
  mayEdit: boolean
  onSave: (values: PlanValues, tools: SaveTools) => Promise<readonly ServerError[] | undefined>
  onSaved: () => void
  onCancel: () => void
  pending: boolean
  error: unknown
  draftKey: string
  /** Below the live example. */
  aside?: ReactNode
}

/** All fields of a plan in four groups, and beside them what the plan makes of a month. */
export function PlanForm(props: Props) {
  const { label, head, start, revision, mayEdit, onSave, onSaved, onCancel, pending, error, draftKey, aside } = props
  const { t, i18n } = useLingui()
  const id = useId()
  const [general, setGeneral] = useState<string[]>([])
  const [saved, setSaved] = useState(false)
  const form = useForm<PlanValues>({ mode: 'onTouched', defaultValues: start })
  const draft = useFormDraft(form, mayEdit ? draftKey : undefined)
  const { errors, isDirty, defaultValues } = form.formState
  const guard = useLeaveGuard(isDirty && !saved, onCancel)
  const names = usePlanFieldNames()
  const { contested, meet, hintOf } = useConflict(form, names, useShownValue())
  const values = useWatch({ control: form.control }) as PlanValues
  const before = defaultValues as PlanValues
  const next = revision === null ? null : revision + 1
  const revises = next !== null && isDirty && makesRevision(changesOf(values, before, i18n.locale))

  const submit = form.handleSubmit(async (written) => {
    setGeneral([])
    const refusals = await onSave(written, { before, meet }).catch(() => null)
    if (refusals === null) return
    if (refusals && refusals.length > 0) return setGeneral(placeErrors(form, [...refusals]))
    draft.drop()
    announce(t`Saved`)
    setSaved(true)
    form.reset(written)
    // The guard must have seen that nothing is left to lose before the address changes.
    setTimeout(() => {
      setSaved(false)
      onSaved()
    })
  })
  const submitLabel = contested ? t`Save over it` : revises ? t`Save as revision ${next}` : t`Save service plan`
  useShortcuts(mayEdit ? [{ key: 'mod+enter', label: submitLabel, run: () => void submit() }] : [])
  const sectionId = (key: string) => `${id}${key}`
  return (
    <PlanFormContext value={{ form, values, hintOf }}>
      <form className={css.page} noValidate onSubmit={submit} aria-label={label}>
        {head}
        <ScrollArea label={label}>
          <Columns
            rail={
              <>
                <LiveExample id={sectionId('example')} />
                {aside}
              </>
            }
          >
            <GroupList
              groups={[
                ...GROUPS.map(({ key, name, fields }) => ({
                  id: sectionId(key),
                  name: i18n._(name),
                  wrong: fields.some((field) => errors[field] !== undefined),
                })),
                { id: sectionId('example'), name: t`Live example`, wrong: false },
              ]}
            />
            <div className={css.notes}>
              <SaveProblems error={error} general={general} />
              {mayEdit ? null : (
                <Note>
                  <Trans>Your role may see service plans but not change them.</Trans>
                </Note>
              )}
              {revises ? (
                <Note role="status">
                  <Trans>
                    Saving makes revision {next}: contracts keep revision {revision} until their next term, new ones
                    take revision {next}.
                  </Trans>
                </Note>
              ) : null}
            </div>
            <fieldset className={css.fieldset} disabled={!mayEdit}>
              {GROUPS.map(({ key, name, about, Fields }) => (
                <section key={key} id={sectionId(key)} className={css.section} aria-labelledby={sectionId(`${key}-h`)}>
                  <header>
                    <h2 id={sectionId(`${key}-h`)} tabIndex={-1}>
                      {i18n._(name)}
                    </h2>
                    <p>{i18n._(about)}</p>
                  </header>
                  <div className={css.fields}>
                    <Fields />
                  </div>
                </section>
              ))}
            </fieldset>
          </Columns>
        </ScrollArea>
        {mayEdit ? (
          <SaveBar
            dirty={isDirty}
            guard={guard}
            pending={pending}
            submitLabel={submitLabel}
            restored={draft.restored}
            onDiscard={draft.discard}
            onDrop={draft.drop}
          />
        ) : null}
      </form>
    </PlanFormContext>
  )
}
