import { useForm } from 'react-hook-form'
import { Trans, useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { Fact, Facts } from '~/ui/Facts'
import { placeErrors } from '~/ui/form-errors'
import { Note } from '~/ui/Note'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { usePortalProfileQuery, useUpdatePortalProfileMutation } from './__generated__/PortalProfile'

interface Values {
  name: string
  phone: string
}

/** Name and telephone of the signed-in contact. Suspends. */
export function PersonForm() {
  const { t } = useLingui()
  const { data } = usePortalProfileQuery()
  const person = data.me?.person
  const phone = person?.__typename === 'Contact' ? (person.phone ?? '') : ''
  const form = useForm<Values>({ defaultValues: { name: person?.name ?? '', phone } })
  const [update, { loading, error }] = useUpdatePortalProfileMutation()
  const { errors, isDirty } = form.formState
  const problem = error ? problemOf(error) : null

  const submit = form.handleSubmit(async (values) => {
    const input = { name: values.name.trim(), phone: values.phone.trim() || null }
    const { data: saved } = await update({ variables: { input } }).catch(() => ({ data: null }))
    if (!saved) return
    const [first] = placeErrors(form, saved.updateProfile.errors)
    if (first) form.setError('root', { message: first })
    if (saved.updateProfile.errors.length > 0) return
    form.reset(values)
    toast(t`Saved.`)
  })
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)} aria-label={t`About you`}>
      {problem ? (
        <Note tone="error" role="alert">
          {problem.kind === 'offline' ? (
            <Trans>Not saved: the server cannot be reached.</Trans>
          ) : (
            <Trans>Not saved. Try again.</Trans>
          )}{' '}
          {problem.id}
        </Note>
      ) : null}
      {errors.root?.message ? (
        <Note tone="error" role="alert">
          {errors.root.message}
        </Note>
      ) : null}
      <TextField
        size="large"
        label={t`Name`}
        autoComplete="name"
        error={errors.name?.message}
        {...form.register('name', { required: t`Write your name.` })}
      />
      <TextField
        size="large"
        label={t`Telephone`}
        type="tel"
        autoComplete="tel"
        optional
        error={errors.phone?.message}
        {...form.register('phone')}
      />
      <div>
        <Facts>
          <Fact name={t`E-mail`}>{person?.email}</Fact>
        </Facts>
        <p className="muted sm">
          <Trans>You sign in with it. Your administrator can change it.</Trans>
        </p>
      </div>
      <div>
        <Button type="submit" look="primary" size="large" pending={loading} disabled={!isDirty}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  )
}
