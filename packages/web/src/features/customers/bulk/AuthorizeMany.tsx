import { useState } from 'react'
import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Controller, useForm } from 'react-hook-form'
import { useFormat } from '~/lib/format'
import { DrawerForm } from '~/ui/DrawerForm'
import { toast } from '~/ui/toast'
import { TechnicianPicker } from '../form/TechnicianPicker'
import { useAuthorize } from '../technicians/use-authorize'

interface Props {
  customers: { id: string; name: string }[]
  onClose: () => void
  onDone: () => void
}

const SHOWN = 6

/** Authorizes the chosen technicians for all selected customers, in addition to those who already are. */
export function AuthorizeMany({ customers, onClose, onDone }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const form = useForm({ defaultValues: { technicianIds: [] as string[] } })
  const { authorize, error } = useAuthorize()
  const [done, setDone] = useState<number | null>(null)
  const [left, setLeft] = useState(customers)

  const save = async ({ technicianIds }: { technicianIds: string[] }) => {
    const failures: { message: string; id: string }[] = []
    for (const [at, { id, name }] of left.entries()) {
      setDone(at)
      const errors = await authorize(id, { add: technicianIds }).catch(() => [{ message: t`not saved, try again` }])
      const refusal = errors?.[0]
      if (refusal) failures.push({ id, message: `${name}: ${refusal.message}` })
    }
    setDone(null)
    // A second try is for those only that failed.
    setLeft(left.filter(({ id }) => failures.some((failure) => failure.id === id)))
    return failures.map(({ message }) => ({ message }))
  }
  const number = format.number((done ?? 0) + 1)
  const total = format.number(left.length)
  const rest = left.length - SHOWN
  return (
    <DrawerForm
      title={t`Authorize technicians`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        onDone()
        toast(plural(customers.length, { one: 'Saved for # customer', other: 'Saved for # customers' }))
      }}
      onClose={onClose}
      pending={done !== null}
      error={error}
      submitLabel={done === null ? t`Authorize` : t`${number} of ${total}…`}
    >
      <p className="dim">
        {format.list(left.slice(0, SHOWN).map(({ name }) => name))}
        {rest > 0 ? (
          <>
            {' '}
            <Plural value={rest} one="and # other customer" other="and # other customers" />
          </>
        ) : null}
      </p>
      <Controller
        control={form.control}
        name="technicianIds"
        rules={{ validate: (ids) => ids.length > 0 || t`Choose at least one technician.` }}
        render={({ field, fieldState }) => (
          <TechnicianPicker
            label={t`Technicians`}
            error={fieldState.error?.message}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <p className="muted">
        <Trans>Who is authorized already stays authorized.</Trans>
      </p>
    </DrawerForm>
  )
}
