import type { ApolloCache } from '@apollo/client'
import { useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { problemOf } from '~/lib/problem'
import { toast, toastError } from '~/ui/toast'
import { forgetOf } from '../customers/forget-of'
import { useSetContactActiveMutation } from './__generated__/SetContactActive'

interface Target {
  id: string
  version: number
  name: string
  email: string | null
  customer: { id: string; active: boolean }
}

/** What every change of a contact makes old: its history, its customer's, and the lists. */
export function forgetAround({ id, customer }: { id: string; customer: { id: string } }) {
  return (cache: ApolloCache) => {
    forgetOf('Contact', id, 'timeline')(cache)
    forgetOf('Customer', customer.id, 'timeline', 'contacts', 'groups')(cache)
    forget('contacts', 'contactReach', 'groups')(cache)
  }
}

/** Activates or passivates at once on screen, with a way back; what the server refuses is put back and told. */
export function useContactActive() {
  const { t } = useLingui()
  const [mutate, { loading }] = useSetContactActiveMutation()

  /** The new version, or null when it was refused. */
  const attempt = async (target: Target, active: boolean): Promise<number | null> => {
    const { id, version, email, customer } = target
    try {
      const { data } = await mutate({
        variables: { input: { id, version, active } },
        optimisticResponse: {
          setContactActive: {
            __typename: 'ContactPayload',
            contact: {
              __typename: 'Contact',
              id,
              version,
              active,
              canSignIn: active && email !== null && customer.active,
            },
            errors: [],
          },
        },
        update: (cache, result) => {
          // The optimistic round only paints; lists are asked again once the server has answered.
          if (result.data?.setContactActive.contact?.version !== version) forgetAround(target)(cache)
        },
      })
      const { contact, errors = [] } = data?.setContactActive ?? {}
      const [refusal] = errors
      if (contact && !refusal) return contact.version
      toastError(refusal?.message ?? t`Not saved. Try again.`)
    } catch (error) {
      toastError(t`Not saved. Try again.`, problemOf(error).id)
    }
    return null
  }

  const set = async (target: Target, active: boolean): Promise<boolean> => {
    const { name } = target
    const tell = (is: boolean) => (is ? t`${name} is active` : t`${name} is passive; sessions ended`)
    const version = await attempt(target, active)
    if (version === null) return false
    const undo = async () => {
      if ((await attempt({ ...target, version }, !active)) !== null) toast(tell(!active))
    }
    toast(tell(active), { label: t`Undo`, run: () => void undo() })
    return true
  }
  return { set, pending: loading }
}
