import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { useApolloClient } from '@apollo/client/react'
import { Trans, useLingui } from '@lingui/react/macro'
import { cx } from '~/ui/class-names'
import { Forbidden } from '~/ui/EmptyState'
import { Columns, Crumbs, ScrollArea, Section, useTitle } from '~/ui/Page'
import { PageError } from '~/ui/ErrorState'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { readTrail } from '../../customers/trail/trail'
import { TrailNav } from '../../customers/trail/TrailNav'
import { useCan } from '../../session/SessionProvider'
import { ContactTickets } from '../../tickets/lines/ContactTickets'
import { loadContactTrail } from '../contact-trail'
import { useContactProfileQuery } from './__generated__/ContactProfile'
import { ContactFacts } from './ContactFacts'
import { ContactTimeline } from './ContactTimeline'
import css from './ContactScreen.module.css'
import { ContactTitle } from './ContactTitle'
import { RightsForm } from './RightsForm'
import { SignInSection } from './SignInSection'

const ContactDrawers = lazy(() => import('./ContactDrawers').then((module) => ({ default: module.ContactDrawers })))

/** What can stand over the profile; it is part of the address. */
export type ContactPanel = 'edit' | 'move' | 'convert'

interface Props {
  id: string
  panel: ContactPanel | undefined
  onPanel: (panel: ContactPanel | undefined) => void
}

/** A contact: who it is, how it signs in, what it sees, what happened. */
export function ContactScreen(props: Props) {
  const { t } = useLingui()
  const { id } = props
  const client = useApolloClient()
  const trail = readTrail('contacts')
  return (
    <>
      <Crumbs
        label={t`Place`}
        links={[
          <Link key="list" to="/contacts" search={trail?.search}>
            <Trans>Contacts</Trans>
          </Link>,
        ]}
        here={
          <QueryBoundary resetKey={id} fallback={() => '–'}>
            <Suspense>
              <Name id={id} />
            </Suspense>
          </QueryBoundary>
        }
        aside={<TrailNav list="contacts" id={id} load={(search) => loadContactTrail(client, search)} />}
      />
      <ScrollArea key={id} label={t`Contact`}>
        <QueryBoundary
          resetKey={id}
          fallback={(error, retry) => <PageError title={t`Contact`} error={error} onRetry={retry} />}
        >
          <Suspense fallback={<OnItsWay />}>
            <Profile {...props} />
          </Suspense>
        </QueryBoundary>
      </ScrollArea>
    </>
  )
}

/** Room for the title, then lines. */
function OnItsWay() {
  return (
    <>
      <div className={cx(css.head, css.title)} />
      <div className={css.waiting}>
        <SkeletonLines lines={8} />
      </div>
    </>
  )
}

function Name({ id }: { id: string }) {
  return useContactProfileQuery({ variables: { id } }).data.contact?.name ?? '–'
}

function Profile({ id, panel, onPanel }: Props) {
  const { t } = useLingui()
  const seesTickets = useCan('TICKETS_READ')
  const { contact } = useContactProfileQuery({ variables: { id } }).data
  if (!contact) return <Missing />
  const mayEdit = contact.customer.viewerCanEdit
  return (
    <>
      <div className={css.head}>
        <ContactTitle contact={contact} onPanel={onPanel} />
      </div>
      <Columns
        railLabel={t`History of the contact`}
        rail={
          <Section title={<Trans>Timeline</Trans>}>
            <QueryBoundary resetKey={id}>
              <Suspense fallback={<SkeletonLines lines={6} />}>
                <ContactTimeline id={id} />
              </Suspense>
            </QueryBoundary>
          </Section>
        }
      >
        <Section title={<Trans>Facts</Trans>}>
          <ContactFacts contact={contact} />
        </Section>
        {seesTickets ? (
          <QueryBoundary resetKey={id}>
            <Suspense fallback={<SkeletonLines lines={4} />}>
              <ContactTickets contact={contact} />
            </Suspense>
          </QueryBoundary>
        ) : null}
        <SignInSection contact={contact} mayEdit={mayEdit} />
        <RightsForm
          key={`${contact.seesCompanyRecords} ${contact.seesGroupRecords}`}
          contact={contact}
          mayEdit={mayEdit}
        />
      </Columns>
      {panel && mayEdit ? (
        <Suspense>
          <ContactDrawers contact={contact} panel={panel} onClose={() => onPanel(undefined)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Not there, or not for the viewer: both look alike. */
function Missing() {
  const { t } = useLingui()
  useTitle(t`Contact`)
  return (
    <>
      <h1 className="sr">{t`Contact`}</h1>
      <Forbidden title={<Trans>This contact is not here</Trans>}>
        <Trans>It was deleted, or you are not authorized for its customer. An administrator can authorize you.</Trans>
      </Forbidden>
    </>
  )
}
