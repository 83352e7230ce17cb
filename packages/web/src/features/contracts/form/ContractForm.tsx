import { useId, useRef, useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useForm, useWatch } from 'react-hook-form'
import { useShortcuts } from '~/lib/shortcuts'
import { announce } from '~/ui/announce'
import { Button } from '~/ui/Button'
import { placeErrors, type ServerError } from '~/ui/form-errors'
import { Columns, ScrollArea } from '~/ui/Page'
import { SaveProblems } from '~/ui/SaveProblems'
import { useFormDraft } from '~/ui/use-form-draft'
import { useLeaveGuard } from '~/ui/use-leave-guard'
import { useConflict } from '../../customers/form/use-conflict'
import { SaveBar } from '../../roles/SaveBar'
import type { ContractFieldsFragment } from './__generated__/ContractFields'
import { ContractFormContext } from './context'
import { DatesAhead } from './DatesAhead'
import css from './form.module.css'
import { NoticeFields } from './NoticeFields'
import { PlanField } from './PlanField'
import { TermFields } from './TermFields'
import { useContractFieldNames } from './use-field-names'
import { useShownValue } from './use-shown-value'
import type { ContractValues } from './values'
import { WhatFor } from './WhatFor'

export interface SaveTools {
  /** The contract as it was when the form began, or when it was last brought up to date. */
  before: ContractValues
  /** A draft waits to be put into force. */
  draft: boolean
  /** Brings the form together with what somebody else has saved, and says so. */
  meet: (theirs: ContractValues) => ServerError[]
}

interface Props {
  label: string
  head: ReactNode
  start: ContractValues
  /** The contract that is edited; null for a new one. */
  contract: ContractFieldsFragment | null
  onSave: (values: ContractValues, tools: SaveTools) => Promise<readonly ServerError[] | undefined>
  onSaved: () => void
  onCancel: () => void
  pending: boolean
  error: unknown
  draftKey: string
}

/** All of a contract in one form, and beside it what will happen on which day. */
export function ContractForm(props: Props) {
  const { label, head, start, contract, onSave, onSaved, onCancel, pending, error, draftKey } = props
  const { t } = useLingui()
  const [general, setGeneral] = useState<string[]>([])
  const [saved, setSaved] = useState(false)
  // Fields come one by one: the first in sight that is wrong gets the focus, not the first that was registered.
  const form = useForm<ContractValues>({ mode: 'onTouched', defaultValues: start, shouldFocusError: false })
  const element = useRef<HTMLFormElement>(null)
  const focusWrong = () => setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  const kept = useFormDraft(form, draftKey)
  const { isDirty, defaultValues } = form.formState
  const guard = useLeaveGuard(isDirty && !saved, onCancel)
  const names = useContractFieldNames()
  const { contested, meet, hintOf } = useConflict(form, names, useShownValue())
  const values = useWatch({ control: form.control }) as ContractValues
  const before = defaultValues as ContractValues

  const submit = (draft: boolean) =>
    form.handleSubmit(async (written) => {
      setGeneral([])
      const refusals = await onSave(written, { before, draft, meet }).catch(() => null)
      if (refusals === null) return
      if (refusals && refusals.length > 0) return setGeneral(placeErrors(form, [...refusals]))
      kept.drop()
      announce(t`Saved`)
      setSaved(true)
      form.reset(written)
      // The guard must have seen that nothing is left to lose before the address changes.
      setTimeout(onSaved)
    }, focusWrong)
  const save = submit(false)
  const submitLabel = contested ? t`Save over it` : t`Save contract`
  useShortcuts([{ key: 'mod+enter', label: submitLabel, run: () => void save() }])
  return (
    <ContractFormContext value={{ form, values, contract, terms: contract?.terms ?? NO_TERMS, hintOf }}>
      <form ref={element} className={css.page} noValidate onSubmit={save} aria-label={label}>
        {head}
        <ScrollArea label={label}>
          <Columns rail={<DatesAhead />}>
            <div className={css.notes}>
              <SaveProblems error={error} general={general} />
            </div>
            <Group name={t`What and for whom`} about={t`With whom it is, and what people call it.`}>
              <WhatFor />
            </Group>
            <Group name={t`Term and renewal`} about={t`From when to when, and what comes after.`}>
              <TermFields />
            </Group>
            <Group name={t`Service plan`} about={t`How work is priced and limited.`}>
              <PlanField />
            </Group>
            <Group name={t`Notices`} about={t`Who is told, and when, that the end is near or past.`}>
              <NoticeFields />
            </Group>
          </Columns>
        </ScrollArea>
        <SaveBar
          dirty={isDirty}
          guard={guard}
          pending={pending}
          submitLabel={submitLabel}
          restored={kept.restored}
          onDiscard={kept.discard}
          onDrop={kept.drop}
          more={
            contract ? null : (
              <Button pending={pending} onClick={() => void submit(true)()}>
                <Trans>Save as draft</Trans>
              </Button>
            )
          }
        />
      </form>
    </ContractFormContext>
  )
}

const NO_TERMS: readonly never[] = []

/** A titled part of the form. */
function Group({ name, about, children }: { name: string; about: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id}>
      <header>
        <h2 id={id}>{name}</h2>
        <p>{about}</p>
      </header>
      <div className={css.fields}>{children}</div>
    </section>
  )
}
