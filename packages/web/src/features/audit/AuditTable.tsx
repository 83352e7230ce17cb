import { useDeferredValue, useEffect } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useFormat } from '~/lib/format'
import { announce } from '~/ui/announce'
import { DataTable, type Column } from '~/ui/DataTable'
import { EmptyState, NoMatch } from '~/ui/EmptyState'
import { ListFoot, PageLink } from '~/ui/ListFoot'
import { useViewer } from '../session/SessionProvider'
import type { AuditEventRowFragment } from './__generated__/AuditEventRow'
import { useAuditListQuery } from './__generated__/AuditList'
import { listVariables, type AuditSearch } from './list-variables'
import { subjectName } from './Subject'

interface Props {
  search: AuditSearch
  columns: Column<AuditEventRowFragment>[]
  onClear: () => void
}

/** A page of the log. It is read from the newest on; how many there are in all is not counted. */
export function AuditTable({ search, columns, onClear }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { permissions } = useViewer()
  const shown = useDeferredValue(search)
  const { data } = useAuditListQuery({
    variables: listVariables(shown, permissions),
    // Things happen all the time: what is known is shown at once, and asked again.
    fetchPolicy: 'cache-and-network',
  })
  const { nodes, pageInfo } = data.auditEvents
  const page = shown.page ?? 1
  const count = nodes.length
  useEffect(() => announce(plural(count, { one: '# event', other: '# events' })), [count])

  if (count === 0) {
    const named = [
      (shown.from || shown.to) && t`Day`,
      shown.action && t`What`,
      shown.actor && t`Who`,
      shown.customer && t`Customer`,
      shown.object && t`Object`,
    ].filter((name): name is string => Boolean(name))
    if (named.length > 0) return <NoMatch title={<Trans>No event matches</Trans>} filters={named} onClear={onClear} />
    return (
      <EmptyState title={<Trans>Nothing has been recorded yet</Trans>}>
        <Trans>Every change and every sign-in appears here, with who did it.</Trans>
      </EmptyState>
    )
  }
  const number = format.number(page)
  return (
    <>
      <DataTable
        caption={t`Audit log, the newest first`}
        rows={nodes}
        columns={columns}
        rowId={({ id }) => id}
        rowName={(event) => subjectName(event) ?? event.action}
        dimmed={shown !== search}
      />
      <ListFoot
        pages={
          <>
            <PageLink to="/admin/audit" search={{ ...search, after: undefined, page: undefined }} disabled={page === 1}>
              <Trans>Newest</Trans>
            </PageLink>
            <PageLink
              to="/admin/audit"
              search={{ ...search, after: pageInfo.endCursor ?? undefined, page: page + 1 }}
              disabled={!pageInfo.hasNextPage}
            >
              <Trans>Older</Trans>
            </PageLink>
          </>
        }
      >
        <Trans>Page {number}, newest first</Trans>
      </ListFoot>
    </>
  )
}
