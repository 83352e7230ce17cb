import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconChevronRight, IconEye, IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { buttonClass } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { Section, useTitle } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { RecordItem } from '../portal-tickets/RecordItem'
import { useViewer } from '../session/SessionProvider'
import { minutesOfHours } from '../time/duration'
import { usePortalHomeQuery, type PortalHomeQuery } from './__generated__/PortalHome'
import css from './PortalHome.module.css'
import { Welcome } from './Welcome'

/** Where a contact arrives: what is open, what waits for an answer, and the way to something new. */
export function PortalHomeScreen() {
  const { t } = useLingui()
  const { person, customer } = useViewer()
  useTitle(t`Home`)
  const name = person?.name ?? ''
  return (
    <>
      <h1>
        <Trans>Hello, {name}</Trans>
      </h1>
      <p className="muted">{customer?.name}</p>
      <QueryBoundary>
        <Suspense fallback={<SkeletonLines lines={8} />}>
          <Standing />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function Standing() {
  const company = useViewer().ticketScopes.includes('COMPANY')
  const { data } = usePortalHomeQuery({ variables: { company } })
  const contact = data.me?.person?.__typename === 'Contact' ? data.me.person : null
  return (
    <>
      {data.waiting.totalCount > 0 ? <Waiting waiting={data.waiting} /> : null}
      {data.ever.totalCount === 0 ? <Welcome /> : <Open mine={data.mine} />}
      {data.contracts && data.contracts.totalCount > 0 ? <Contracts contracts={data.contracts} /> : null}
      <Place group={contact?.group?.name ?? ''} withoutPhone={contact !== null && !contact.phone} />
    </>
  )
}

function Waiting({ waiting }: Pick<PortalHomeQuery, 'waiting'>) {
  const total = waiting.totalCount
  return (
    <section className={css.waiting} aria-labelledby="waiting">
      <h2 id="waiting">
        <Plural value={total} one="# request waits for your approval" other="# requests wait for your approval" />
      </h2>
      <ul>
        {waiting.nodes.map(({ id, subject, requester: { name } }) => (
          <li key={id}>
            <Link to="/portal/records/$id" params={{ id }} className={css.ask}>
              <span className="grow">
                <b>{subject}</b>
                <span className={css.who}>{name}</span>
              </span>
              <IconChevronRight size={18} stroke={1.6} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
      <Link to="/portal/approvals" className={buttonClass({ size: 'large', wide: true })}>
        <Plural value={total} one="To the approval" other="To all # approvals" />
      </Link>
    </section>
  )
}

function Open({ mine: { nodes, totalCount } }: Pick<PortalHomeQuery, 'mine'>) {
  const { t } = useLingui()
  const more = totalCount - nodes.length
  return (
    <Section title={t`Your open records`}>
      {nodes.length === 0 ? (
        <p className="dim">
          <Trans>Nothing of yours is open.</Trans>
        </p>
      ) : (
        <ul className={css.records}>
          {nodes.map((record) => (
            <RecordItem key={record.id} record={record} level="h3" />
          ))}
        </ul>
      )}
      <div className={css.actions}>
        <Link to="/portal/new" className={buttonClass({ look: 'primary', size: 'large' })}>
          <IconPlus size={20} stroke={1.6} aria-hidden />
          <Trans>New request</Trans>
        </Link>
        <Link to="/portal/records" className={buttonClass({ size: 'large' })}>
          {more > 0 ? (
            <Plural value={more} one="# more open one" other="# more open ones" />
          ) : (
            <Trans>All records</Trans>
          )}
        </Link>
      </div>
    </Section>
  )
}

/** What is agreed: until when, and how many hours are left. */
function Contracts({ contracts: { nodes, totalCount } }: { contracts: NonNullable<PortalHomeQuery['contracts']> }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Section title={t`Contracts`}>
      <ul className={css.contracts}>
        {nodes.map(({ id, name, endsOn, usage }) => {
          const left = usage?.includedHours ? format.minutes(minutesOfHours(usage.remainingHours ?? '0')) : null
          const end = format.date(endsOn)
          return (
            <li key={id}>
              <b>{name}</b>{' '}
              <span className="dim">
                {left ? (
                  <Trans>
                    {left} left in this period · runs until {end}
                  </Trans>
                ) : (
                  <Trans>runs until {end}</Trans>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      <ul className={css.links}>
        <li>
          <Link to="/portal/contracts">
            <Plural value={totalCount} one="The contract and its hours" other="All # contracts and their hours" />
            <IconChevronRight size={18} stroke={1.6} aria-hidden />
          </Link>
        </li>
      </ul>
    </Section>
  )
}

/** Whose records one may see, in plain words, with the way there. */
function Place({ group, withoutPhone }: { group: string; withoutPhone: boolean }) {
  const { t } = useLingui()
  const { customer, ticketScopes } = useViewer()
  const company = customer?.name ?? ''
  const [sees] = (['COMPANY', 'GROUP'] as const).filter((scope) => ticketScopes.includes(scope))
  return (
    <Section title={t`Your place here`}>
      <p className={css.scope}>
        <IconEye size={18} stroke={1.8} aria-hidden />
        <span>
          {sees === 'COMPANY' ? (
            <Trans>You may see all records of {company}, those of your colleagues too.</Trans>
          ) : sees === 'GROUP' ? (
            <Trans>You may see all records of the group {group}, and your own.</Trans>
          ) : (
            <Trans>
              You see the records that you open yourself; colleagues do not see them unless they have the right to.
            </Trans>
          )}
        </span>
      </p>
      <ul className={css.links}>
        {sees === 'COMPANY' ? (
          <>
            <li>
              <Link to="/portal/records" search={{ scope: 'company' }}>
                <Trans>Records of the company</Trans>
                <IconChevronRight size={18} stroke={1.6} aria-hidden />
              </Link>
            </li>
            <li>
              <Link to="/portal/people">
                <Trans>People, and who opened what</Trans>
                <IconChevronRight size={18} stroke={1.6} aria-hidden />
              </Link>
            </li>
          </>
        ) : sees === 'GROUP' ? (
          <li>
            <Link to="/portal/records" search={{ scope: 'group' }}>
              <Trans>Records of the group</Trans>
              <IconChevronRight size={18} stroke={1.6} aria-hidden />
            </Link>
          </li>
        ) : null}
        <li>
          <Link to="/portal/me">
            <Trans>Profile and devices</Trans>
            <IconChevronRight size={18} stroke={1.6} aria-hidden />
          </Link>
        </li>
      </ul>
      {withoutPhone ? (
        <Note>
          <Trans>We have no telephone number of you. With one we can call back when something is urgent.</Trans>{' '}
          <Link to="/portal/me">
            <Trans>Add it</Trans>
          </Link>
        </Note>
      ) : null}
    </Section>
  )
}
