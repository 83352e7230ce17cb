import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconUserCheck } from '@tabler/icons-react'
import { buttonClass } from '~/ui/Button'
import { Fact, Facts } from '~/ui/Facts'
import { Note } from '~/ui/Note'
import { SidePanel } from '~/ui/SidePanel'
import { When } from '~/ui/When'
import { useCan } from '../session/SessionProvider'
import type { UserCardQuery } from './__generated__/UserCard'
import { ActiveStatus } from './ActiveStatus'
import { InviteButton } from './InviteButton'
import type { UserSearch } from './list-variables'

export type ContactCard = Extract<NonNullable<UserCardQuery['node']>, { __typename: 'Contact' }>

/** A user of the portal: who it is, and the way to become a technician. */
export function UserPanel({
  contact,
  search,
  onClose,
}: {
  contact: ContactCard
  search: UserSearch
  onClose: () => void
}) {
  const { t } = useLingui()
  const mayInvite = useCan('CUSTOMERS_WRITE')
  const { customer } = contact
  const own = customer?.kind === 'INTERNAL'
  const open = contact.active && contact.canSignIn
  return (
    <SidePanel
      title={contact.name}
      onClose={onClose}
      actions={
        open ? (
          <>
            {own ? (
              <Link
                to="/admin/organization/users/$id/convert"
                params={{ id: contact.id }}
                search={search}
                className={buttonClass({ look: 'primary' })}
              >
                <IconUserCheck size={16} stroke={1.8} aria-hidden />
                <Trans>Convert to technician</Trans>
              </Link>
            ) : null}
            {mayInvite ? <InviteButton person={contact} kind="Contact" /> : null}
          </>
        ) : null
      }
    >
      <Facts>
        <Fact name={t`Kind`}>
          <Trans>User</Trans>
        </Fact>
        <Fact name={t`Company`}>
          {customer ? (
            <Link to="/customers/$id" params={{ id: customer.id }}>
              {customer.name}
            </Link>
          ) : null}
        </Fact>
        <Fact name={t`Title`}>{contact.title}</Fact>
        <Fact name={t`E-mail`}>{contact.email}</Fact>
        <Fact name={t`Phone`}>{contact.phone}</Fact>
        <Fact name={t`Last seen`}>{contact.lastSeenAt ? <When at={contact.lastSeenAt} /> : t`not yet`}</Fact>
        <Fact name={t`Status`}>
          <ActiveStatus active={contact.active} />
        </Fact>
      </Facts>
      <p>
        <Link to="/contacts/$id" params={{ id: contact.id }} className="intext">
          <Trans>Open the contact’s profile</Trans>
        </Link>
      </p>
      {open && customer && !own ? (
        <Note>
          <Trans>Only users of own departments can become technicians; this one belongs to a customer.</Trans>
        </Note>
      ) : null}
    </SidePanel>
  )
}
