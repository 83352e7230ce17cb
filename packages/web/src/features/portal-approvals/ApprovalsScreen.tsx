import { Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { useTitle } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { toastError } from '~/ui/toast'
import { When } from '~/ui/When'
import { Decision } from '../portal-tickets/Decision'
import { usePortalApprovalsQuery, type PortalApprovalsQuery } from './__generated__/PortalApprovals'
import css from './Approvals.module.css'

/** Requests that wait for the approval of who reads this. */
export function ApprovalsScreen() {
  const { t } = useLingui()
  useTitle(t`Approvals`)
  return (
    <>
      <h1>
        <Trans>Approvals</Trans>
      </h1>
      <QueryBoundary>
        <Suspense fallback={<SkeletonLines lines={6} />}>
          <Cards />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function Cards() {
  const { t } = useLingui()
  const { data, fetchMore } = usePortalApprovalsQuery()
  const [loading, setLoading] = useState(false)
  const { nodes, pageInfo } = data.tickets
  if (nodes.length === 0)
    return (
      <EmptyState title={<Trans>No approvals</Trans>}>
        <Trans>When a request of your company needs your yes, it stands here, and you get a mail.</Trans>
      </EmptyState>
    )
  const more = async () => {
    if (loading) return
    setLoading(true)
    try {
      await fetchMore({
        variables: { after: pageInfo.endCursor },
        updateQuery: (before, { fetchMoreResult: { badge, tickets } }) => ({
          badge,
          tickets: { ...tickets, nodes: [...before.tickets.nodes, ...tickets.nodes] },
        }),
      })
    } catch {
      toastError(t`The other requests did not load.`)
    } finally {
      setLoading(false)
    }
  }
  return (
    <>
      <ul className={css.cards} aria-label={t`Requests that wait for your approval`}>
        {nodes.map((ticket) => (
          <Card key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {pageInfo.hasNextPage ? (
        <Button size="large" pending={loading} onClick={() => void more()}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </>
  )
}

function Card({ ticket }: { ticket: PortalApprovalsQuery['tickets']['nodes'][number] }) {
  const { id, number, subject, description, requester, openedAt } = ticket
  const who = requester.name
  return (
    <li className={css.card}>
      <h2>
        <Link to="/portal/records/$id" params={{ id }} className={css.subject}>
          {subject}
        </Link>
      </h2>
      <p className={css.meta}>
        {who} · <When at={openedAt} /> · <span className="nowrap">{number}</span>
      </p>
      <p className={css.words}>{description}</p>
      <Decision ticketId={id} subject={subject} />
    </li>
  )
}
