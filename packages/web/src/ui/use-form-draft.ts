import { useEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'
import { draftKeeper, readDraft, type DraftKeeper } from '~/lib/draft'

/**
 * Keeps what is typed in this browser until it is saved, and brings it back when the form opens again.
 * `restored` is true while a draft of an earlier time stands in the form; `drop` forgets the draft, the form stays as
 * it is; `discard` returns to the form's own values.
 */
export function useFormDraft<V extends FieldValues>(form: UseFormReturn<V>, key: string | undefined) {
  const [restored, setRestored] = useState(() => key !== undefined && readDraft(key) !== null)
  const keeper = useRef<DraftKeeper>(null)
  useEffect(() => {
    if (!key) return
    const draft = readDraft(key)
    if (draft) {
      const start = form.formState.defaultValues as DefaultValues<V>
      form.reset({ ...start, ...draft }, { keepDefaultValues: true })
    }
    const kept = draftKeeper(key)
    keeper.current = kept
    const unsubscribe = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => kept.change(isDirty === false ? null : values),
    })
    return () => {
      unsubscribe()
      kept.stop()
    }
    // The form object is stable; only another key means another draft.
  }, [form, key])

  const drop = () => {
    setRestored(false)
    keeper.current?.settle(form.getValues())
  }
  const discard = () => {
    drop()
    form.reset()
  }
  return { restored, drop, discard }
}
