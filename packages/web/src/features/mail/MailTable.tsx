import { useDeferredValue, useEffect } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useFormat } from '~/lib/format'
import { neighbours, offsetOf } from '~/lib/paging'
import { announce } from '~/ui/announce'
import { DataTable, type Column } from '~/ui/DataTable'
import { EmptyState, NoMatch } from '~/ui/EmptyState'
import { ListFoot, PageLink } from '~/ui/ListFoot'
import { useMailListQuery } from './__generated__/MailList'
import type { MailRow } from './columns'
import { listVariables, type MailSearch } from './list-variables'

interface Props {
  search: MailSearch
  columns: Column<MailRow>[]
  statusLabel: string
  onClear: () => void
}

/** A page of the outbox, the newest first. What is known is shown at once, and asked again: mails go out by themselves. */
export function MailTable({ search, columns, statusLabel, onClear }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const shown = useDeferredValue(search)
  const { data } = useMailListQuery({ variables: listVariables(shown), fetchPolicy: 'cache-and-network' })
  const { nodes, totalCount, pageInfo } = data.mails
  const total = format.number(totalCount)
  useEffect(() => announce(plural(totalCount, { one: '# mail', other: '# mails' })), [totalCount])

  if (nodes.length === 0) {
    const inForce = [search.q && `“${search.q}”`, search.status && statusLabel]
    const named = inForce.filter((name): name is string => Boolean(name))
    if (named.length > 0) return <NoMatch title={<Trans>No mail matches</Trans>} filters={named} onClear={onClear} />
    return (
      <EmptyState title={<Trans>No mail has been written yet</Trans>}>
        <Trans>Invitations, password resets and notices appear here when they are written.</Trans>
      </EmptyState>
    )
  }
  const from = offsetOf(shown)
  const { next, previous } = neighbours(pageInfo, shown)
  const [first, last] = [format.number(from + 1), format.number(from + nodes.length)]
  return (
    <>
      <DataTable
        caption={t`Mails, the newest first`}
        rows={nodes}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ subject }) => subject}
        total={totalCount}
        offset={from}
        dimmed={shown !== search}
      />
      <ListFoot
        pages={
          <>
            <PageLink to="/admin/mail" search={{ ...search, ...previous }} disabled={!previous}>
              <Trans>Previous</Trans>
            </PageLink>
            <PageLink to="/admin/mail" search={{ ...search, ...next }} disabled={!next}>
              <Trans>Next</Trans>
            </PageLink>
          </>
        }
      >
        <Trans>
          {first}–{last} of {total}
        </Trans>
      </ListFoot>
    </>
  )
}
