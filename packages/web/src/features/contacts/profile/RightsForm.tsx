import { Suspense, useDeferredValue, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { Section } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { toast } from '~/ui/toast'
import { useCan } from '../../session/SessionProvider'
import { useUpdateContactMutation } from '../form/__generated__/UpdateContact'
import { ReachSentence } from '../form/ReachSentence'
import { RightsSwitches, type Rights } from '../form/RightsSwitches'
import { forgetAround } from '../use-contact-active'
import { useContactReachQuery } from './__generated__/ContactReach'
import type { Contact } from './types'

/** The two rights, and in words what the contact would see with them, before anything is saved. */
export function RightsForm({ contact, mayEdit }: { contact: Contact; mayEdit: boolean }) {
  const { t } = useLingui()
  const { id, version, seesCompanyRecords, seesGroupRecords, group } = contact
  const saved: Rights = { company: seesCompanyRecords, group: seesGroupRecords }
  const [wanted, setWanted] = useState(saved)
  const [refusal, setRefusal] = useState('')
  const [update, { loading, error }] = useUpdateContactMutation({ update: forgetAround(contact) })
  const changed = wanted.company !== saved.company || wanted.group !== saved.group

  const save = async () => {
    setRefusal('')
    const input = { id, version, seesCompanyRecords: wanted.company, seesGroupRecords: wanted.group }
    const result = await update({ variables: { input } }).catch(() => null)
    const errors = result?.data?.updateContact.errors
    if (errors?.[0]) setRefusal(errors[0].message)
    else if (errors) toast(t`Rights saved`)
  }
  const problem = error ? problemOf(error) : null
  return (
    <Section title={<Trans>What the contact sees</Trans>}>
      <div className="stack">
        {mayEdit ? <RightsSwitches rights={wanted} group={group?.name} onChange={setWanted} /> : null}
        <Note role="status" tone={changed ? 'warning' : 'info'}>
          <QueryBoundary
            resetKey={wanted}
            fallback={() => <Trans>How many colleagues these are could not be loaded.</Trans>}
          >
            <Suspense fallback={<Trans>Counting…</Trans>}>
              <Reach contact={contact} rights={wanted} now={!changed} />
            </Suspense>
          </QueryBoundary>
        </Note>
        {refusal || problem ? (
          <Note tone="error" role="alert">
            {refusal ||
              (problem?.kind === 'offline' ? (
                <Trans>Not saved: the server cannot be reached.</Trans>
              ) : (
                <Trans>Not saved. Try again.</Trans>
              ))}{' '}
            {problem?.id}
          </Note>
        ) : null}
        {changed ? (
          <div className="wrap">
            <Button look="primary" pending={loading} onClick={() => void save()}>
              <Trans>Save rights</Trans>
            </Button>
            <Button look="quiet" onClick={() => setWanted(saved)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  )
}

function Reach({ contact, rights, now }: { contact: Contact; rights: Rights; now: boolean }) {
  const { company, group } = useDeferredValue(rights)
  const groupId = contact.group?.id ?? null
  const tickets = useCan('TICKETS_READ')
  const { contactReach } = useContactReachQuery({
    variables: { contactId: contact.id, company, group, groupId, tickets },
  }).data
  return (
    <ReachSentence
      name={contact.name}
      customer={contact.customer.name}
      group={contact.group?.name}
      company={company}
      groupRight={group}
      colleagues={contactReach?.colleagues ?? 0}
      tickets={contactReach?.tickets}
      ticketsOfColleagues={contactReach?.ticketsOfColleagues}
      now={now}
    />
  )
}
