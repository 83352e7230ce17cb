import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Columns, Section } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { CustomerContractCards } from '../../contracts/CustomerContractCards'
import { useCan } from '../../session/SessionProvider'
import { useCustomerHeadQuery } from './__generated__/CustomerHead'
import { useCustomerOverviewQuery } from './__generated__/CustomerOverview'
import { Attention } from './Attention'
import { CustomerFacts } from './CustomerFacts'
import { CustomerTimeline } from './CustomerTimeline'
import { TechnicianList } from './TechnicianList'
import css from './Overview.module.css'

/** Facts and what needs attention at the right, what happened in the middle. */
export function CustomerOverview({ id }: { id: string }) {
  const { t } = useLingui()
  return (
    <Columns
      railLabel={t`About the customer`}
      rail={
        <QueryBoundary resetKey={id}>
          <Suspense fallback={<SkeletonLines lines={8} />}>
            <Rail id={id} />
          </Suspense>
        </QueryBoundary>
      }
    >
      <Notes id={id} />
      <Section title={<Trans>Timeline</Trans>}>
        <QueryBoundary resetKey={id}>
          <Suspense fallback={<SkeletonLines lines={8} />}>
            <CustomerTimeline id={id} />
          </Suspense>
        </QueryBoundary>
      </Section>
    </Columns>
  )
}

function Notes({ id }: { id: string }) {
  const { data } = useCustomerHeadQuery({ variables: { id } })
  const notes = data.customer?.notes
  return notes ? (
    <Section title={<Trans>Internal notes</Trans>} note={<Trans>only staff sees them</Trans>}>
      <p className={css.notes}>{notes}</p>
    </Section>
  ) : null
}

function Rail({ id }: { id: string }) {
  const { customer: head } = useCustomerHeadQuery({ variables: { id } }).data
  const { customer } = useCustomerOverviewQuery({ variables: { id } }).data
  const seesContracts = useCan('CONTRACTS_READ')
  if (!head || !customer) return null
  const { technicians, groups } = customer
  return (
    <>
      <Section title={<Trans>Needs attention</Trans>}>
        <Attention head={head} customer={customer} />
      </Section>
      {seesContracts ? (
        <QueryBoundary resetKey={id}>
          <Suspense fallback={<SkeletonLines lines={3} />}>
            <CustomerContractCards id={id} />
          </Suspense>
        </QueryBoundary>
      ) : null}
      <Section title={<Trans>Facts</Trans>}>
        <CustomerFacts head={head} authorized={customer.authorized.nodes} />
      </Section>
      <Section
        title={<Trans>Authorized technicians</Trans>}
        note={technicians.totalCount}
        aside={
          <Link to="/customers/$id/technicians" params={{ id }}>
            {head.viewerCanEdit ? <Trans>Assign</Trans> : <Trans>See all</Trans>}
          </Link>
        }
      >
        <TechnicianList technicians={technicians.nodes} total={technicians.totalCount} />
      </Section>
      <Section
        title={<Trans>Groups</Trans>}
        note={groups.totalCount}
        aside={
          <Link to="/customers/$id/groups" params={{ id }}>
            <Trans>See all</Trans>
          </Link>
        }
      >
        {groups.nodes.length === 0 ? (
          <p className="muted">
            <Trans>No groups. A group lets some people see each other’s records.</Trans>
          </p>
        ) : (
          <ul className={css.people}>
            {groups.nodes.map((group) => (
              <li key={group.id}>
                <span className="grow">
                  <Link to="/customers/$id/contacts" params={{ id }} search={{ group: group.id }}>
                    {group.name}
                  </Link>
                </span>
                <span className="muted sm">
                  <Plural value={group.members.totalCount} one="# person" other="# people" />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
