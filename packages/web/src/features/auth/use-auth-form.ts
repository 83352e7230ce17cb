import { useState, type FormEvent } from 'react'
import { useLingui } from '@lingui/react/macro'
import { askAuth, type Refusal } from './auth-api'

interface Options {
  path: string
  body: (form: FormData) => Record<string, unknown>
  onDone: () => void
}

/** State of a form that speaks to the sign-in API: what is pending, what was refused, and in which words. */
export function useAuthForm({ path, body, onDone }: Options) {
  const { t } = useLingui()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (pending) return
    const form = event.currentTarget
    setPending(true)
    setRefusal(null)
    try {
      const refused = await askAuth(path, body(new FormData(form)))
      if (!refused) return onDone()
      setRefusal(refused.message ? refused : { ...refused, message: t`Something went wrong. Try again.` })
      form.querySelector<HTMLElement>('input[type=password], input[name*=assword]')?.focus()
    } catch {
      setRefusal({
        status: 0,
        code: 'OFFLINE',
        message: t`The server cannot be reached. Check your connection and try again.`,
      })
    } finally {
      setPending(false)
    }
  }
  return { pending, refusal, submit }
}
