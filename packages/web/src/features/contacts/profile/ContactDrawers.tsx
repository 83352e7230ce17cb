import { useApolloClient } from '@apollo/client/react'
import { forgetOf } from '../../customers/forget-of'
import { useCan } from '../../session/SessionProvider'
import { ConvertDrawer } from '../../users/ConvertDrawer'
import { EditContactDrawer } from '../form/EditContactDrawer'
import { forgetAround } from '../use-contact-active'
import type { ContactPanel } from './ContactScreen'
import { MoveDrawer } from './MoveDrawer'
import type { Contact } from './types'

/** The drawer that the address asks for. */
export function ContactDrawers({
  contact,
  panel,
  onClose,
}: {
  contact: Contact
  panel: ContactPanel
  onClose: () => void
}) {
  const { cache } = useApolloClient()
  const mayConvert = useCan('ORGANIZATION_WRITE')
  if (panel === 'edit') return <EditContactDrawer contact={contact} onClose={onClose} />
  if (panel === 'move') return <MoveDrawer contact={contact} onClose={onClose} />
  if (!mayConvert || contact.customer.kind !== 'INTERNAL') return null
  const afterConvert = () => {
    onClose()
    // A conversion answers with the technician: what it did to the contact has to be asked for.
    forgetOf('Contact', contact.id, 'active', 'canSignIn', 'version')(cache)
    forgetAround(contact)(cache)
  }
  return <ConvertDrawer contact={contact} onClose={afterConvert} />
}
