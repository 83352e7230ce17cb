import { useDeferredValue } from 'react'
import { Note } from '~/ui/Note'
import { useCan } from '../../session/SessionProvider'
import { useContactReachQuery } from '../profile/__generated__/ContactReach'
import type { ContactFieldsFragment } from './__generated__/ContactFields'
import { useGroupOptionsQuery } from './__generated__/GroupOptions'
import { ReachSentence } from './ReachSentence'

interface Props {
  contact: ContactFieldsFragment & { customer: { id: string; name: string } }
  groupId: string
}

/** What the contact would see in another group, before the move is saved. */
export function SavedReach({ contact, groupId }: Props) {
  const asked = useDeferredValue(groupId)
  const tickets = useCan('TICKETS_READ')
  const { seesCompanyRecords: company, seesGroupRecords: group } = contact
  const { contactReach } = useContactReachQuery({
    variables: { contactId: contact.id, company, group, groupId: asked || null, tickets },
  }).data
  const { groups } = useGroupOptionsQuery({ variables: { customerId: contact.customer.id } }).data
  return (
    <Note role="status">
      <ReachSentence
        name={contact.name}
        customer={contact.customer.name}
        group={groups.nodes.find(({ id }) => id === asked)?.name}
        company={company}
        groupRight={group}
        colleagues={contactReach?.colleagues ?? 0}
        tickets={contactReach?.tickets}
        ticketsOfColleagues={contactReach?.ticketsOfColleagues}
      />
    </Note>
  )
}
