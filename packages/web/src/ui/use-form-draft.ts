import { useEffect, useState } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'
import { dropDraft, keepDraft, readDraft } from '~/lib/draft'

const PAUSE_MS = 400

/**
 * Keeps what is typed in this browser until it is saved, and brings it back when the form opens again.
 * `restored` is true while a draft of an earlier time stands in the form; `discard` returns to the form's own values.
 */
export function useFormDraft<V extends FieldValues>(form: UseFormReturn<V>, key: string | undefined) {
  const [restored, setRestored] = useState(() => key !== undefined && readDraft(key) !== null)
  useEffect(() => {
    if (!key) return
    const draft = readDraft(key)
    if (draft) {
      const start = form.formState.defaultValues as DefaultValues<V>
      form.reset({ ...start, ...draft }, { keepDefaultValues: true })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        clearTimeout(timer)
        timer = setTimeout(() => (isDirty === false ? dropDraft(key) : keepDraft(key, values)), PAUSE_MS)
      },
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
    // The form object is stable; only another key means another draft.
  }, [form, key])

  const drop = () => {
    setRestored(false)
    if (key) dropDraft(key)
  }
  const discard = () => {
    drop()
    form.reset()
  }
  return { restored, drop, discard }
}
