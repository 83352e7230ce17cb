import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { buttonClass } from '~/ui/Button'
import { SidePanel } from '~/ui/SidePanel'
import type { TimeSearch } from '../search'
import type { Day } from '../week'
import { dayWords } from '../words'
import { EntryLine, type LineEntry } from './EntryLine'
import { spentOn } from './week-rows'

interface Props {
  entries: readonly LineEntry[]
  /** The row and the day of the cell. */
  of: string
  day: Day
  search: TimeSearch
  mayAdd: boolean
  onClose: () => void
}

/** The entries of one cell that holds several. */
export function CellPanel({ entries, of, day, search, mayAdd, onClose }: Props) {
  const { i18n } = useLingui()
  const words = useMemo(() => dayWords(i18n.locale), [i18n.locale])
  const inCell = entries.filter((entry) => entry.workedOn === day && spentOn(entry) === of)
  const [first] = inCell
  return (
    <SidePanel
      title={[words.full(day), first?.ticket?.number ?? first?.contract?.reference].filter(Boolean).join(' · ')}
      onClose={onClose}
      actions={
        mayAdd && first ? (
          <Link
            to="/time/new"
            search={{
              ...search,
              day,
              ticket: first.ticket?.id,
              contract: first.ticket ? undefined : first.contract?.id,
            }}
            className={buttonClass({ look: 'primary' })}
          >
            <Trans>Log more</Trans>
          </Link>
        ) : null
      }
    >
      <ul>
        {inCell.map((entry) => (
          <li key={entry.id}>
            <EntryLine entry={entry} search={search} />
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}
