import { lazy, Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconDots, IconEdit, IconMail } from '@tabler/icons-react'
import { useShortcuts } from '~/lib/shortcuts'
import { Button } from '~/ui/Button'
import { Menu } from '~/ui/Menu'
import { TitleBar } from '~/ui/Page'
import { ActiveStatus } from '../../customers/ActiveStatus'
import { RightsTags } from '../RightsTags'
import { ContactMenu, type ContactQuestion } from './ContactMenu'
import type { ContactPanel } from './ContactScreen'
import type { Contact } from './types'
import { useInvite } from './use-invite'

const ContactConfirms = lazy(() => import('./ContactConfirms').then((module) => ({ default: module.ContactConfirms })))

interface Props {
  contact: Contact
  onPanel: (panel: ContactPanel) => void
}

/** Name, state, and what can be done to the contact. */
export function ContactTitle({ contact, onPanel }: Props) {
  const { t } = useLingui()
  const { name, title, active, customer, seesCompanyRecords, seesGroupRecords } = contact
  const mayEdit = customer.viewerCanEdit
  const [asking, setAsking] = useState<ContactQuestion | null>(null)
  useShortcuts(mayEdit ? [{ key: 'e', label: t`Edit the contact`, run: () => onPanel('edit') }] : [])
  return (
    <>
      <TitleBar
        title={name}
        meta={
          <>
            <ActiveStatus active={active} />
            {title ? <span>{title}</span> : null}
            <Link to="/customers/$id" params={{ id: customer.id }}>
              {customer.name}
            </Link>
            <RightsTags company={seesCompanyRecords} group={seesGroupRecords} />
          </>
        }
        actions={
          mayEdit ? (
            <>
              <Button onClick={() => onPanel('edit')} aria-keyshortcuts="E">
                <IconEdit size={16} stroke={1.8} aria-hidden />
                <Trans>Edit</Trans>
                <kbd aria-hidden>E</kbd>
              </Button>
              <InviteButton contact={contact} />
              <Menu
                label={t`More actions`}
                button={(attributes) => (
                  <Button icon aria-label={t`More actions`} {...attributes}>
                    <IconDots size={16} stroke={1.8} aria-hidden />
                  </Button>
                )}
              >
                <ContactMenu contact={contact} onPanel={onPanel} onAsk={setAsking} />
              </Menu>
            </>
          ) : null
        }
      />
      {asking ? (
        <Suspense>
          <ContactConfirms contact={contact} asking={asking} onClose={() => setAsking(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Only who can sign in can be invited; the section below says what is missing. */
function InviteButton({ contact }: { contact: Contact }) {
  const { invite, pending } = useInvite(contact)
  if (!contact.canSignIn) return null
  return (
    <Button look={contact.lastSeenAt ? 'plain' : 'primary'} pending={pending} onClick={() => void invite()}>
      <IconMail size={16} stroke={1.8} aria-hidden />
      {contact.lastSeenAt ? <Trans>Invite again</Trans> : <Trans>Invite</Trans>}
    </Button>
  )
}
