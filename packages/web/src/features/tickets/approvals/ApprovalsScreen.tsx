import { Suspense, useDeferredValue, useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import { DataTable, type Column } from '~/ui/DataTable'
import { EmptyState } from '~/ui/EmptyState'
import { None } from '~/ui/Facts'
import { ListFoot } from '~/ui/ListFoot'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tab, Tabs } from '~/ui/Tabs'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { When } from '~/ui/When'
import { TicketDoor } from '../TicketDoor'
import { ApprovalMark } from '../Marks'
import { useApprovalCountsQuery, useApprovalListQuery, type ApprovalRowFragment } from './__generated__/ApprovalList'
import { approvalVariables, type ApprovalSearch } from './search'

/** Requests that wait for somebody’s approval, and those that were decided lately. */
export function ApprovalsScreen({ search }: { search: ApprovalSearch }) {
  const { t } = useLingui()
  return (
    <TicketDoor title={t`Approvals`}>
      <Loaded search={search} />
    </TicketDoor>
  )
}

function Loaded({ search }: { search: ApprovalSearch }) {
  const { t } = useLingui()
  const columns = useColumns(search.view === 'decided')
  return (
    <>
      <PageHead title={t`Approvals`} />
      <Tabs label={t`Views`}>
        <Tab to="/approvals" search={{}} current={!search.view} count={<LateCount />}>
          <Trans>Waiting for a decision</Trans>
        </Tab>
        <Tab to="/approvals" search={{ view: 'decided' }} current={search.view === 'decided'}>
          <Trans>Decided lately</Trans>
        </Tab>
      </Tabs>
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} />}>
          <Rows search={search} columns={columns} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function Count() {
  const format = useFormat()
  return format.number(useApprovalCountsQuery().data.waiting.totalCount)
}

const LateCount = () => (
  <QueryBoundary fallback={() => null}>
    <Suspense>
      <Count />
    </Suspense>
  </QueryBoundary>
)

function useColumns(decided: boolean): Column<ApprovalRowFragment>[] {
  const { t } = useLingui()
  const format = useFormat()
  return useMemo(() => {
    const decision = ({ approvals }: ApprovalRowFragment) => approvals.find(({ decidedAt }) => decidedAt !== null)
    return [
      {
        id: 'subject',
        header: t`Request`,
        name: true,
        cell: ({ id, number, subject }) => (
          <Link to="/tickets/$id" params={{ id }} title={subject}>
            <span className="dim">{number}</span> {subject}
          </Link>
        ),
      },
      { id: 'customer', header: t`Customer`, width: '180px', cell: ({ customer }) => customer.name },
      { id: 'requester', header: t`Requester`, width: '140px', cell: ({ requester }) => requester.name },
      {
        id: 'who',
        header: decided ? t`Decided by` : t`Asked`,
        width: '200px',
        phone: 'second',
        cell: (ticket) => {
          const names = decided
            ? decision(ticket)?.approver.name
            : format.list(ticket.approvals.map(({ approver }) => approver.name))
          return names ? <span title={names}>{names}</span> : <None />
        },
      },
      {
        id: 'when',
        header: decided ? t`Decided` : t`Asked at`,
        width: '132px',
        cell: (ticket) => {
          const at = decided ? decision(ticket)?.decidedAt : ticket.approvals[0]?.askedAt
          return at ? <When at={at} /> : <None />
        },
      },
      {
        id: 'approval',
        header: t`Approval`,
        width: '140px',
        phone: 'end',
        cell: ({ approval }) => <ApprovalMark approval={approval} />,
      },
    ]
  }, [t, format, decided])
}

function Rows({ search, columns }: { search: ApprovalSearch; columns: Column<ApprovalRowFragment>[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const shown = useDeferredValue(search)
  const { data, fetchMore } = useApprovalListQuery({ variables: approvalVariables(shown) })
  const { nodes, totalCount, pageInfo } = data.tickets
  const more = () =>
    void fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { tickets } }) => ({
        tickets: { ...tickets, nodes: [...before.tickets.nodes, ...tickets.nodes] },
      }),
    }).catch(() => undefined)
  if (nodes.length === 0)
    return shown.view === 'decided' ? (
      <EmptyState title={<Trans>Nothing was decided yet</Trans>} />
    ) : (
      <EmptyState title={<Trans>No request waits for approval</Trans>}>
        <Trans>
          Whoever works on a request can ask contacts of its customer for approval, on the page of the ticket.
        </Trans>
      </EmptyState>
    )
  const [here, all] = [format.number(nodes.length), format.number(totalCount)]
  return (
    <>
      <DataTable
        caption={t`Approvals`}
        rows={nodes}
        columns={columns}
        rowId={(ticket) => ticket.id}
        rowName={(ticket) => `${ticket.number} ${ticket.subject}`}
        total={totalCount}
        dimmed={shown !== search}
      />
      <ListFoot
        pages={
          pageInfo.hasNextPage ? (
            <Button size="small" onClick={more}>
              <Trans>Show more</Trans>
            </Button>
          ) : null
        }
      >
        <Trans>
          {here} of {all} requests
        </Trans>
      </ListFoot>
    </>
  )
}
