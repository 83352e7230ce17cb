import { useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { neighbours, offsetOf, type PageParams } from '~/lib/paging'
import { announce } from '~/ui/announce'
import { cx } from '~/ui/class-names'
import { DataTable, type Column } from '~/ui/DataTable'
import { NoMatch } from '~/ui/EmptyState'
import { ListFoot, SelectionBar } from '~/ui/ListFoot'
import type { ContactRowFragment } from '../__generated__/ContactRow'
import { BulkActions } from '../bulk/BulkActions'
import { BulkReport } from '../bulk/BulkReport'
import { useBulk } from '../bulk/use-bulk'
import { keepContactTrail } from '../contact-trail'
import { useContactListQuery } from './__generated__/ContactList'
import css from './ContactTable.module.css'
import { contactVariables, type ContactSearch } from './search'

interface Props {
  search: ContactSearch
  columns: Column<ContactRowFragment>[]
  /** Whether rows can be selected, for those who may change contacts. */
  mayEdit: boolean
  onChange: (part: ContactSearch) => void
  onClear: () => void
  /** Whether something narrows the list; the customer of a customer's page does not. */
  narrowed: string[]
  empty: ReactNode
  /** "Previous" and "Next", as links of the list's own address. */
  pageLink: (page: PageParams | undefined, label: ReactNode) => ReactNode
  inColumn?: boolean
  wrapFoot?: (foot: ReactNode) => ReactNode
}

const NONE: ReadonlySet<string> = new Set()

/** The rows of a page of contacts, and what can be done to many of them. */
export function ContactTable(props: Props) {
  const {
    search,
    columns,
    mayEdit,
    onChange,
    onClear,
    narrowed,
    empty,
    pageLink,
    inColumn,
    wrapFoot = (foot) => foot,
  } = props
  const { t } = useLingui()
  const format = useFormat()
  const shown = useDeferredValue(search)
  const { data } = useContactListQuery({ variables: contactVariables(shown) })
  const { nodes, totalCount, pageInfo } = data.contacts
  // A selection belongs to the page it was made on: what is out of sight is not acted upon.
  const page = JSON.stringify(shown)
  const [selection, setSelection] = useState<{ page: string; ids: ReadonlySet<string> }>({ page, ids: NONE })
  const selected = selection.page === page ? selection.ids : NONE
  const setSelected = (ids: ReadonlySet<string>) => setSelection({ page, ids })
  const bulk = useBulk()
  useEffect(() => announce(plural(totalCount, { one: '# contact', other: '# contacts' })), [totalCount])
  useEffect(() => void keepContactTrail(shown, data), [shown, data])

  const report = bulk.state ? (
    <div className={cx(css.report, inColumn && css.inColumn)}>
      <BulkReport state={bulk.state} onStop={bulk.stop} onClose={bulk.clear} />
    </div>
  ) : null
  if (nodes.length === 0)
    return (
      <>
        {report}
        {narrowed.length > 0 ? (
          <NoMatch title={<Trans>No contact matches</Trans>} filters={narrowed} onClear={onClear} />
        ) : (
          empty
        )}
      </>
    )
  const from = offsetOf(shown)
  const { next, previous } = neighbours(pageInfo, shown)
  const [first, last, total] = [format.number(from + 1), format.number(from + nodes.length), format.number(totalCount)]
  const chosen = nodes.filter(({ id }) => selected.has(id))
  return (
    <>
      {report}
      <DataTable
        caption={t`Contacts`}
        rows={nodes}
        columns={columns}
        rowId={(contact) => contact.id}
        rowName={(contact) => contact.name}
        total={totalCount}
        offset={from}
        order={shown.sort ?? 'NAME_ASC'}
        onOrder={(sort) => onChange({ sort: sort === 'NAME_ASC' ? undefined : (sort as ContactSearch['sort']) })}
        selection={mayEdit ? { ids: selected, onChange: setSelected } : undefined}
        dimmed={shown !== search}
        inColumn={inColumn}
      />
      {wrapFoot(
        <ListFoot
          selectable={mayEdit}
          pages={
            previous || next ? (
              <>
                {pageLink(previous, <Trans>Previous</Trans>)}
                {pageLink(next, <Trans>Next</Trans>)}
              </>
            ) : null
          }
          selection={
            chosen.length > 0 ? (
              <SelectionBar
                count={<Plural value={chosen.length} one="# contact selected" other="# contacts selected" />}
                onClear={() => setSelected(NONE)}
              >
                <BulkActions
                  contacts={chosen}
                  running={bulk.state?.running === true}
                  onRun={(deed, contacts) => void bulk.run(deed, contacts).then(({ failed }) => setSelected(failed))}
                />
              </SelectionBar>
            ) : null
          }
        >
          <Trans>
            {first}–{last} of {total} contacts
          </Trans>
        </ListFoot>,
      )}
    </>
  )
}
