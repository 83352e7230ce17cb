import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { Fact, Facts } from '~/ui/Facts'
import { placeErrors } from '~/ui/form-errors'
import { Note } from '~/ui/Note'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useViewer } from '../session/SessionProvider'
import { useUpdateProfileMutation } from './__generated__/UpdateProfile'

interface Values {
  name: string
}

/** One's own name; the e-mail is the sign-in and stands in the organization's hands. */
export function NameForm() {
  const { t } = useLingui()
  const { person } = useViewer()
  const form = useForm<Values>({ mode: 'onBlur', defaultValues: { name: person?.name ?? '' } })
  const [general, setGeneral] = useState<string[]>([])
  const [update, { loading, error }] = useUpdateProfileMutation({ update: forget('users', 'technicians') })
  const { errors, isDirty } = form.formState
  const problem = error ? problemOf(error) : null

  const submit = form.handleSubmit(async ({ name }) => {
    setGeneral([])
    const answer = await update({ variables: { input: { name } } }).catch(() => null)
    const refusals = answer?.data?.updateProfile.errors
    if (!refusals) return
    if (refusals.length > 0) return setGeneral(placeErrors(form, refusals))
    form.reset({ name: answer.data?.updateProfile.viewer?.person?.name ?? name })
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
      {general.map((message) => (
        <Note key={message} tone="error" role="alert">
          {message}
        </Note>
      ))}
      <TextField
        label={t`Name`}
        autoComplete="name"
        hint={t`Colleagues and customers see it.`}
        error={errors.name?.message}
        {...form.register('name', { required: t`This cannot stay empty.` })}
      />
      <Facts>
        <Fact name={t`You sign in with`}>{person?.email}</Fact>
      </Facts>
      <div>
        <Button type="submit" pending={loading} disabled={!isDirty}>
          <Trans>Save name</Trans>
        </Button>
      </div>
    </form>
  )
}
