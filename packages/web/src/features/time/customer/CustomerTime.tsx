import { lazy, Suspense, useDeferredValue, useEffect } from 'react'
import { plural } from '@lingui/core/macro'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE, neighbours, offsetOf } from '~/lib/paging'
import { announce } from '~/ui/announce'
import { DataTable } from '~/ui/DataTable'
import { EmptyState, NoMatch } from '~/ui/EmptyState'
import { ListFoot, PageLink } from '~/ui/ListFoot'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { Tab, Tabs } from '~/ui/Tabs'
import { useTimeRights } from '../may'
import { useCustomerTimeQuery } from './__generated__/CustomerTime'
import { useCustomerTimeColumns } from './columns'
import { customerTimeVariables, type CustomerTimeSearch } from './search'

const EditTimeDrawer = lazy(() =>
  import('../form/EditTimeDrawer').then((module) => ({ default: module.EditTimeDrawer })),
)

interface Props {
  id: string
  search: CustomerTimeSearch
}

/** The time that was spent for a customer, the latest day first. */
export function CustomerTime({ id, search }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const columns = useCustomerTimeColumns(id, search)
  const views = [
    { billable: undefined, label: t`All` },
    { billable: true, label: t`Billable` },
    { billable: false, label: t`Not billed` },
  ]
  return (
    <>
      <Tabs label={t`Views`}>
        {views.map(({ billable, label }) => (
          <Tab
            key={label}
            to="/customers/$id/time"
            params={{ id }}
            search={{ billable }}
            current={search.billable === billable}
          >
            {label}
          </Tab>
        ))}
      </Tabs>
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} />}>
          <Table id={id} search={search} columns={columns} />
        </Suspense>
      </QueryBoundary>
      {search.entry ? (
        <Suspense>
          <EditTimeDrawer
            id={search.entry}
            onClose={() =>
              void navigate({
                to: '/customers/$id/time',
                params: { id },
                search: { ...search, entry: undefined },
                ignoreBlocker: true,
              })
            }
          />
        </Suspense>
      ) : null}
    </>
  )
}

function Table({ id, search, columns }: Props & { columns: ReturnType<typeof useCustomerTimeColumns> }) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const { contracts } = useTimeRights()
  const { entry: _entry, ...page } = search
  const wanted = JSON.stringify(page)
  const shown = useDeferredValue(wanted)
  const { data } = useCustomerTimeQuery({
    variables: customerTimeVariables(id, JSON.parse(shown) as CustomerTimeSearch, contracts),
  })
  const { nodes, totalCount, pageInfo } = data.timeEntries
  useEffect(() => announce(plural(totalCount, { one: '# entry', other: '# entries' })), [totalCount])
  if (nodes.length === 0)
    return search.billable === undefined ? (
      <EmptyState title={<Trans>No time was spent for this customer yet</Trans>}>
        <Trans>What technicians log on its tickets and contracts stands here.</Trans>
      </EmptyState>
    ) : (
      <NoMatch
        title={<Trans>No entry matches</Trans>}
        filters={[t`Billable`]}
        onClear={() => void navigate({ to: '/customers/$id/time', params: { id }, search: {}, replace: true })}
      />
    )
  const from = offsetOf(page)
  const { next, previous } = neighbours(pageInfo, page)
  const [first, last, total] = [format.number(from + 1), format.number(from + nodes.length), format.number(totalCount)]
  return (
    <>
      <DataTable
        caption={t`Time spent for the customer, the latest day first`}
        rows={nodes}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => format.date(row.workedOn)}
        total={totalCount}
        offset={from}
        dimmed={shown !== wanted}
      />
      <ListFoot
        pages={
          previous || next ? (
            <>
              <PageLink
                to="/customers/$id/time"
                params={{ id }}
                search={{ ...page, ...FIRST_PAGE, ...previous }}
                disabled={!previous}
              >
                <Trans>Previous</Trans>
              </PageLink>
              <PageLink
                to="/customers/$id/time"
                params={{ id }}
                search={{ ...page, ...FIRST_PAGE, ...next }}
                disabled={!next}
              >
                <Trans>Next</Trans>
              </PageLink>
            </>
          ) : null
        }
      >
        <Trans>
          {first}–{last} of {total} entries
        </Trans>
      </ListFoot>
    </>
  )
}
