import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { IconMail } from '@tabler/icons-react'
import { Button } from '~/ui/Button'
import { useInvite, type InviteOutcome, type PersonKind } from './use-invite'
import css from './users.module.css'

interface Props {
  person: { id: string; email: string | null }
  kind: PersonKind
}

/** Sends an invitation and says where its link is: without a mail server it is copied from there. */
export function InviteButton({ person, kind }: Props) {
  const { invite, inviting } = useInvite()
  const [outcome, setOutcome] = useState<InviteOutcome>()
  return (
    <>
      <Button pending={inviting} onClick={() => void invite(person.id, kind).then(setOutcome)}>
        <IconMail size={16} stroke={1.8} aria-hidden />
        <Trans>Send an invitation</Trans>
      </Button>
      <p className={css.outcome} role="status">
        {outcome?.sent ? (
          <>
            <Trans>Invited.</Trans>{' '}
            <Link to="/admin/mail" search={{ q: person.email ?? undefined }} className="intext">
              <Trans>Show the mail</Trans>
            </Link>
          </>
        ) : outcome ? (
          <span className="red">
            {outcome.message} {outcome.requestId}
          </span>
        ) : null}
      </p>
    </>
  )
}
