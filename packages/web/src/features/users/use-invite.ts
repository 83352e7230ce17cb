import { useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { useInviteTechnicianMutation } from './__generated__/InviteTechnician'
import { useInviteUserMutation } from './__generated__/InviteUser'

export type InviteOutcome = { sent: true } | { sent: false; message: string; requestId: string | null }
export type PersonKind = 'Technician' | 'Contact'

/** Writes an invitation mail for a technician or a user. */
export function useInvite() {
  const { t } = useLingui()
  const [inviteTechnician, technician] = useInviteTechnicianMutation()
  const [inviteUser, user] = useInviteUserMutation()

  const invite = async (id: string, kind: PersonKind): Promise<InviteOutcome> => {
    try {
      const errors =
        kind === 'Technician'
          ? (await inviteTechnician({ variables: { input: { technicianId: id } } })).data?.inviteTechnician.errors
          : (await inviteUser({ variables: { input: { contactId: id } } })).data?.inviteContact.errors
      const refusal = errors?.[0]
      return refusal ? { sent: false, message: refusal.message, requestId: null } : { sent: true }
    } catch (error) {
      return { sent: false, message: t`The invitation was not sent. Try again.`, requestId: problemOf(error).id }
    }
  }
  return { invite, inviting: technician.loading || user.loading }
}
