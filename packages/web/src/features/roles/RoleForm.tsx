import { useState, type ReactNode } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { Trans, useLingui } from '@lingui/react/macro'
import { useShortcuts } from '~/lib/shortcuts'
import { announce } from '~/ui/announce'
import { Switch } from '~/ui/Check'
import { placeErrors, type ServerError } from '~/ui/form-errors'
import { Note } from '~/ui/Note'
import { Columns, ScrollArea, Section } from '~/ui/Page'
import { SaveProblems } from '~/ui/SaveProblems'
import { TextField } from '~/ui/TextField'
import { useFormDraft } from '~/ui/use-form-draft'
import { useLeaveGuard } from '~/ui/use-leave-guard'
import { useViewer } from '../session/SessionProvider'
import { EffectPreview } from './EffectPreview'
import { MembersField } from './MembersField'
import { PermissionGrid } from './PermissionGrid'
import type { Member, RoleValues, Touched } from './role-form'
import css from './RoleForm.module.css'
import { SaveBar } from './SaveBar'

interface Props {
  /** What the screen calls itself for the scrolling region. */
  label: string
  start: RoleValues
  /** Members at present; they cannot leave here. */
  members: Member[]
  administrator?: boolean
  /** Stands above the form: title, crumbs. */
  head: ReactNode
  /** Gets what was touched too: the rest may have been changed by somebody else meanwhile. */
  onSave: (values: RoleValues, touched: Touched) => Promise<readonly ServerError[] | undefined>
  onSaved: (values: RoleValues) => void
  onCancel: () => void
  pending: boolean
  error: unknown
  submitLabel: string
  draftKey: string
}

/** A role's name, permissions, reach and members; beside it what each member would see, before it is saved. */
export function RoleForm(props: Props) {
  const { label, start, members, administrator = false, head, onSave, onSaved, onCancel, pending, error } = props
  const { t } = useLingui()
  const viewer = useViewer()
  const [general, setGeneral] = useState<string[]>([])
  const form = useForm<RoleValues>({ mode: 'onBlur', defaultValues: start })
  const draft = useFormDraft(form, props.draftKey)
  const { errors, isDirty, dirtyFields } = form.formState
  const [saved, setSaved] = useState(false)
  const guard = useLeaveGuard(isDirty && !saved, onCancel)
  const [permissions, switched, joining] = useWatch({
    control: form.control,
    name: ['permissions', 'onlyAuthorizedCustomers', 'memberIds'],
  })

  const submit = form.handleSubmit(async (values) => {
    setGeneral([])
    const touched = Object.keys(dirtyFields) as (keyof RoleValues)[]
    const refusals = await onSave(values, new Set(touched)).catch(() => null)
    if (refusals === null) return
    if (refusals && refusals.length > 0) return setGeneral(placeErrors(form, [...refusals]))
    draft.drop()
    announce(t`Saved`)
    setSaved(true)
    form.reset({ ...values, memberIds: [] })
    // The guard must have seen that nothing is left to lose before the address changes.
    setTimeout(() => {
      setSaved(false)
      onSaved(values)
    })
  })
  useShortcuts([{ key: 'mod+enter', label: props.submitLabel, run: () => void submit() }])
  return (
    <form className={css.page} noValidate onSubmit={submit} aria-label={label}>
      {head}
      <ScrollArea label={label}>
        <Columns
          railLabel={t`What members would see`}
          rail={
            <EffectPreview
              members={[...members, ...joining]}
              onlyAuthorizedCustomers={switched && !administrator}
              before={members.length > 0 ? start.onlyAuthorizedCustomers : null}
              joining={joining}
            />
          }
        >
          <div className={css.narrow}>
            <SaveProblems error={error} general={general} />
            {administrator ? (
              <Note>
                <Trans>
                  The administrator role may do everything and sees all customers. It always keeps an active member.
                </Trans>
              </Note>
            ) : null}
            <Section title={t`Name`}>
              <div className={css.name}>
                <TextField
                  label={t`Name of the role`}
                  autoComplete="off"
                  error={errors.name?.message}
                  {...form.register('name', { required: t`This cannot stay empty.` })}
                />
              </div>
            </Section>
            <Section title={t`Which customers`}>
              <Switch
                label={t`In tickets, only records of customers that he or she is authorized for`}
                hint={t`It holds everywhere: lists, search, counts, contracts, time and invoices show these customers only. Authorizing is done on the customer’s page.`}
                disabled={administrator}
                {...form.register('onlyAuthorizedCustomers')}
              />
              {errors.onlyAuthorizedCustomers ? (
                <p className={css.refusal}>{errors.onlyAuthorizedCustomers.message}</p>
              ) : null}
            </Section>
            <Section title={t`Permissions`}>
              <PermissionGrid
                given={permissions}
                giveable={viewer.permissions}
                locked={administrator}
                error={errors.permissions?.message}
                onChange={(next) => form.setValue('permissions', next, { shouldDirty: true })}
              />
            </Section>
            <Section title={t`Members`}>
              <MembersField
                members={members}
                joining={joining}
                error={errors.memberIds?.message}
                onChange={(chosen) => form.setValue('memberIds', chosen, { shouldDirty: true })}
              />
            </Section>
          </div>
        </Columns>
      </ScrollArea>
      <SaveBar
        dirty={isDirty}
        guard={guard}
        pending={pending}
        submitLabel={props.submitLabel}
        restored={draft.restored}
        onDiscard={draft.discard}
        onDrop={draft.drop}
      />
    </form>
  )
}
