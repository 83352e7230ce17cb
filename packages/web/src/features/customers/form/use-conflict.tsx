import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'

interface Meeting<V> {
  theirs: V
  /** Changed by both. */
  contested: (keyof V)[]
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Two people edited the same thing. What only the other changed is taken over; what both changed keeps the own words
 * and shows the current value beside them, to be taken with one click. `names` are the labels of the fields.
 */
export function useConflict<V extends FieldValues>(
  form: UseFormReturn<V>,
  names: Record<keyof V, string>,
  shown: (field: keyof V, value: V[keyof V]) => ReactNode,
) {
  const { t } = useLingui()
  const format = useFormat()
  const [meeting, setMeeting] = useState<Meeting<V> | null>(null)

  const set = (key: keyof V, value: V[keyof V]) => form.setValue(key as Path<V>, value, { shouldDirty: true })
  const list = (fields: (keyof V)[]) => format.list(fields.map((field) => names[field]))

  /** Brings the form and the current state together; gives back what to say about it. */
  const meet = (theirs: V): { message: string }[] => {
    const mine = form.getValues()
    const before = form.formState.defaultValues as V
    const keys = Object.keys(theirs) as (keyof V)[]
    const own = keys.filter((key) => !same(mine[key], before[key]))
    const changed = keys.filter((key) => !same(theirs[key], before[key]))
    const contested = changed.filter((key) => own.includes(key) && !same(mine[key], theirs[key]))
    const taken = changed.filter((key) => !own.includes(key))
    form.reset(theirs)
    for (const key of own) set(key, mine[key])
    setMeeting({ theirs, contested })

    const [both, theirsAlone] = [list(contested), list(taken)]
    const first = both
      ? t`Somebody else has saved this meanwhile. Changed by both of you: ${both}. Your words still stand, the saved ones are shown below them. Saving again writes yours.`
      : t`Somebody else has saved this meanwhile. Your changes do not touch each other; save again to keep both.`
    return [{ message: theirsAlone ? `${first} ${t`Brought up to date: ${theirsAlone}.`}` : first }]
  }

  /** The hint of a field that both changed: what stands there now, and a button to take it. */
  const hintOf = (field: keyof V): ReactNode => {
    if (!meeting?.contested.includes(field)) return undefined
    const value = meeting.theirs[field]
    const current = value === '' || value === null ? <Trans>empty</Trans> : shown(field, value)
    return (
      <>
        <Trans>Saved meanwhile: {current}</Trans>{' '}
        <Button size="small" onClick={() => set(field, value)}>
          <Trans>Take it</Trans>
        </Button>
      </>
    )
  }
  return { contested: meeting !== null && meeting.contested.length > 0, meet, hintOf }
}
