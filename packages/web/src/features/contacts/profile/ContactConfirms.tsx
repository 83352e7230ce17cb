import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useApolloClient } from '@apollo/client/react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { toast } from '~/ui/toast'
import { forgetAround, useContactActive } from '../use-contact-active'
import { useDeleteContactMutation } from './__generated__/DeleteContact'
import type { ContactQuestion } from './ContactMenu'
import type { Contact } from './types'

interface Props {
  contact: Contact
  asking: ContactQuestion
  onClose: () => void
}

/** What is asked before a contact is made passive or deleted. */
export const ContactConfirms = ({ asking, ...rest }: Props) =>
  asking === 'delete' ? <Deleting {...rest} /> : <Passivating {...rest} />

function Passivating({ contact, onClose }: Omit<Props, 'asking'>) {
  const { t } = useLingui()
  const { set, pending } = useContactActive()
  const { name, canSignIn, email } = contact
  return (
    <ConfirmDialog
      title={t`Make ${name} passive?`}
      consequences={[
        canSignIn ? (
          <Trans key="signin">{email} can no longer sign in; open sessions and running exports end at once.</Trans>
        ) : (
          <Trans key="none">The contact cannot sign in as it is; nothing changes there.</Trans>
        ),
        <Trans key="mail">Notices are no longer sent to the contact.</Trans>,
        <Trans key="records">The records and the history stay. The contact can be made active again.</Trans>,
      ]}
      confirmLabel={t`Make passive`}
      onConfirm={() => void set(contact, false).then(onClose)}
      onClose={onClose}
      pending={pending}
      error={null}
    />
  )
}

function Deleting({ contact, onClose }: Omit<Props, 'asking'>) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { cache } = useApolloClient()
  const { id, version, name, email, customer } = contact
  const [remove, { loading, error }] = useDeleteContactMutation()
  const [refusals, setRefusals] = useState<string[]>([])
  const run = async () => {
    const { data } = await remove({ variables: { input: { id, version } } })
    const errors = data?.deleteContact.errors ?? []
    setRefusals(errors.map(({ message }) => message))
    if (errors.length > 0) return
    await navigate({ to: '/customers/$id/contacts', params: { id: customer.id } })
    // Once nobody shows it any more: else the page would ask for what is gone.
    cache.evict({ id: cache.identify({ __typename: 'Contact', id }) })
    forgetAround(contact)(cache)
    toast(t`${name} was deleted`)
  }
  return (
    <ConfirmDialog
      title={t`Delete ${name}?`}
      consequences={[
        email ? (
          <Trans key="signin">The sign-in {email} is deleted; open sessions end at once.</Trans>
        ) : (
          <Trans key="none">The contact has no sign-in.</Trans>
        ),
        <Trans key="name">
          The name disappears from the customer and its group; the audit log keeps what happened.
        </Trans>,
        <Trans key="back">This cannot be undone. A passive contact keeps everything and cannot sign in either.</Trans>,
      ]}
      confirmLabel={t`Delete contact`}
      onConfirm={() => void run().catch(() => undefined)}
      onClose={onClose}
      pending={loading}
      error={error}
      refusals={refusals}
    />
  )
}
