import { useLingui } from '@lingui/react/macro'
import type { ContractStatus } from '~/lib/__generated__/schema'
import { addDays } from '~/lib/days'
import { useFormat } from '~/lib/format'
import { Ruler, type RulerPart } from '~/ui/Ruler'
import { shareOf, type Term } from './terms'
import { ticksOf } from './ticks'

interface Props {
  term: Term
  status: ContractStatus
  today: string
  /** The day on which it was ended early. */
  terminatedOn?: string | null
  /** Days on which notices go out, or went. */
  notices?: { day: string; sent: boolean }[]
  mini?: boolean
}

/** A term of a contract: filled is gone, pale is left; months begin where the calendar says so. */
export function TermRuler({ term, status, today, terminatedOn, notices = [], mini }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [from, to] = [format.date(term.startsOn), format.date(term.endsOn)]
  const waiting = status === 'DRAFT' || today < term.startsOn
  const over = today > term.endsOn
  const gone: RulerPart[] = waiting
    ? []
    : status === 'TERMINATED'
      ? [{ from: 0, to: shareOf(addDays(terminatedOn ?? term.endsOn, 1), term), kind: 'gone' }]
      : over
        ? [{ from: 0, to: 1, kind: 'gone' }]
        : [{ from: 0, to: shareOf(today, term) }]
  const running = !waiting && !over && status === 'ACTIVE'
  const percent = Math.round(Math.min(1, shareOf(today, term)) * 100)
  return (
    <Ruler
      sentence={running ? t`${from} to ${to}, ${percent} % of it over` : t`${from} to ${to}`}
      parts={gone}
      ticks={ticksOf(term)}
      now={running && !mini ? shareOf(today, term) : undefined}
      notices={notices.flatMap(({ day, sent }) => {
        const at = shareOf(day, term)
        return at >= 0 && at <= 1 ? [{ at, sent }] : []
      })}
      mini={mini}
      waiting={waiting}
    />
  )
}
