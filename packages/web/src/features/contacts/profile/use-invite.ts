import { useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { toast, toastError } from '~/ui/toast'
import { forgetOf } from '../../customers/forget-of'
import { useInviteContactMutation } from '../__generated__/InviteContact'

/** Mails a link to set a password; a link that was sent before ends. */
export function useInvite({
  id,
  name,
  email,
  customer,
}: {
  id: string
  name: string
  email: string | null
  customer: { id: string }
}) {
  const { t } = useLingui()
  const [mutate, { loading }] = useInviteContactMutation({
    update: (cache) => {
      forgetOf('Contact', id, 'timeline')(cache)
      forgetOf('Customer', customer.id, 'timeline')(cache)
    },
  })
  const invite = async () => {
    try {
      const { data } = await mutate({ variables: { input: { contactId: id } } })
      const refusal = data?.inviteContact.errors[0]
      if (refusal) toastError(refusal.message)
      else toast(t`Invitation for ${name} is on its way to ${email}`)
    } catch (error) {
      toastError(t`Not sent. Try again.`, problemOf(error).id)
    }
  }
  return { invite, pending: loading }
}
