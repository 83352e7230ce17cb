import { Trans } from '@lingui/react/macro'
import { Section } from '~/ui/Page'
import { Status } from '~/ui/Status'
import { When } from '~/ui/When'
import { Button } from '~/ui/Button'
import { useContactActive } from '../use-contact-active'
import type { Contact } from './types'

/** Whether the contact can sign in, when it did last, and if not, why not. */
export function SignInSection({ contact, mayEdit }: { contact: Contact; mayEdit: boolean }) {
  const { set, pending } = useContactActive()
  const { active, canSignIn, email, lastSeenAt, customer } = contact
  const seen = lastSeenAt ? <When at={lastSeenAt} /> : null
  return (
    <Section title={<Trans>Sign-in</Trans>}>
      {canSignIn ? (
        <p className="wrap">
          <Status color="green" shape="full">
            <Trans>Can sign in</Trans>
          </Status>
          <span className="dim">
            {seen ? (
              <Trans>Last seen {seen}.</Trans>
            ) : (
              <Trans>Has not signed in yet; an invitation mails a link to set a password.</Trans>
            )}
          </span>
        </p>
      ) : (
        <div className="stack">
          <p className="wrap">
            <Status color="grey" shape="slashed">
              <Trans>Cannot sign in</Trans>
            </Status>
            <span className="dim">
              {!customer.active ? (
                <Trans>The customer is passive.</Trans>
              ) : !active ? (
                <Trans>The contact is passive.</Trans>
              ) : email ? null : (
                <Trans>There is no e-mail address.</Trans>
              )}{' '}
              {seen ? <Trans>Last seen {seen}.</Trans> : null}
            </span>
          </p>
          {mayEdit && !active && customer.active ? (
            <p>
              <Button pending={pending} onClick={() => void set(contact, true)}>
                <Trans>Make active</Trans>
              </Button>
            </p>
          ) : null}
        </div>
      )}
    </Section>
  )
}
