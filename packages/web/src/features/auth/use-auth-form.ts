import { useState, type FormEvent } from 'react'
import { useLingui } from '@lingui/react/macro'
import { askAuth, type Refusal } from './auth-api'

interface Options {
  path: string
  body: (form: FormData) => Record<string, unknown>
  onDone: () => void
}

/**
 * State of a form that speaks to the sign-in API: what is pending, what was refused, and in which words.
 * `faults` holds, by a field's name, what is wrong before anything is asked; the form is `noValidate`.
 */
export function useAuthForm({ path, body, onDone }: Options) {
  const { t } = useLingui()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [faults, setFaults] = useState<Record<string, string>>({})

  /** The browser's own rules, in our words: they stand at the field and not in a bubble over it. */
  const faultOf = ({ type, validity }: HTMLInputElement): string | null => {
    if (validity.valid) return null
    if (type === 'email') return validity.valueMissing ? t`Write your e-mail.` : t`This is not an e-mail address.`
    return t`Write your password.`
  }

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (pending) return
    const form = event.currentTarget
    const found = [...form.querySelectorAll('input')].flatMap((input) => {
      const fault = faultOf(input)
      return fault ? [{ input, fault }] : []
    })
    setFaults(Object.fromEntries(found.map(({ input, fault }) => [input.name, fault])))
    if (found[0]) {
      setRefusal(null)
      return found[0].input.focus()
    }
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
  return { pending, refusal, faults, submit }
}
