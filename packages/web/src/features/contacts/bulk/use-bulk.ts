import { useRef, useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { announce } from '~/ui/announce'
import type { ContactRowFragment } from '../__generated__/ContactRow'
import { useInviteContactMutation } from '../__generated__/InviteContact'
import { useSetContactActiveMutation } from '../__generated__/SetContactActive'
import { forgetAround } from '../use-contact-active'

export type BulkDeed = 'invite' | 'activate' | 'passivate'

export interface BulkFailure {
  id: string
  name: string
  message: string
}

export interface BulkState {
  deed: BulkDeed
  done: number
  total: number
  running: boolean
  failures: BulkFailure[]
}

/** Does one thing to many contacts, one after the other: what fails is told by name, the rest is done. */
export function useBulk() {
  const { t } = useLingui()
  const client = useApolloClient()
  const [invite] = useInviteContactMutation()
  const [setActive] = useSetContactActiveMutation()
  const [state, setState] = useState<BulkState | null>(null)
  const stopped = useRef(false)

  const one = async (deed: BulkDeed, { id, version }: ContactRowFragment): Promise<string | null> => {
    if (deed === 'invite') {
      const { data } = await invite({ variables: { input: { contactId: id } } })
      return data?.inviteContact.errors[0]?.message ?? null
    }
    const { data } = await setActive({ variables: { input: { id, version, active: deed === 'activate' } } })
    return data?.setContactActive.errors[0]?.message ?? null
  }

  const run = async (deed: BulkDeed, contacts: ContactRowFragment[]) => {
    stopped.current = false
    const failures: BulkFailure[] = []
    let done = 0
    setState({ deed, done, total: contacts.length, running: true, failures })
    for (const contact of contacts) {
      if (stopped.current) break
      const message = await one(deed, contact).catch((error: unknown) =>
        problemOf(error).kind === 'offline' ? t`The server cannot be reached.` : t`This one failed. Try again.`,
      )
      if (message) failures.push({ id: contact.id, name: contact.name, message })
      done += 1
      setState({ deed, done, total: contacts.length, running: true, failures: [...failures] })
    }
    for (const contact of contacts) forgetAround(contact)(client.cache)
    setState({ deed, done, total: contacts.length, running: false, failures })
    const succeeded = done - failures.length
    announce(t`${succeeded} of ${contacts.length} done`)
    return { failed: new Set(failures.map(({ id }) => id)), succeeded }
  }
  return {
    state,
    run,
    stop: () => {
      stopped.current = true
    },
    clear: () => setState(null),
  }
}
