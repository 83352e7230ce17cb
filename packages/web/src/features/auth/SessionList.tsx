import { Trans, useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { forget } from '~/lib/graphql/forget'
import { Button } from '~/ui/Button'
import { Tag } from '~/ui/Status'
import { toast, toastError } from '~/ui/toast'
import { When } from '~/ui/When'
import { useRevokeSessionMutation, useSessionsQuery, type SessionsQuery } from './__generated__/Sessions'
import css from './SessionList.module.css'

type Session = SessionsQuery['sessions'][number]

/** Devices that are signed in as the viewer, each of which can be signed out. Suspends. */
export function SessionList({ size = 'small' }: { size?: 'small' | 'large' }) {
  const { data } = useSessionsQuery()
  return (
    <ul>
      {data.sessions.map((session) => (
        <SessionItem key={session.id} session={session} size={size} />
      ))}
    </ul>
  )
}

function SessionItem({ session, size }: { session: Session; size: 'small' | 'large' }) {
  const { t } = useLingui()
  const [revoke, { loading }] = useRevokeSessionMutation({ update: forget('sessions') })
  const device = session.device ?? t`Unknown device`
  const end = async () => {
    try {
      const { data } = await revoke({ variables: { id: session.id } })
      const refused = data?.revokeSession.errors[0]
      if (refused) toastError(refused.message)
      else toast(t`${device} is signed out.`)
    } catch (error) {
      toastError(t`Not signed out. Try again.`, problemOf(error).id)
    }
  }
  return (
    <li className={css.session}>
      <div className="grow">
        {device}{' '}
        {session.current ? (
          <Tag>
            <Trans>this device</Trans>
          </Tag>
        ) : null}
        <div className="muted sm">
          {session.ipAddress ? `${session.ipAddress} · ` : ''}
          <Trans>
            last seen <When at={session.lastSeenAt} />
          </Trans>
        </div>
      </div>
      {session.current ? null : (
        <Button size={size} pending={loading} onClick={() => void end()}>
          <Trans>Sign out</Trans>
          <span className="sr">: {device}</span>
        </Button>
      )}
    </li>
  )
}
