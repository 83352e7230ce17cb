import { useLingui } from '@lingui/react/macro'
import { addDays, monthStarts } from '~/lib/days'
import { useFormat } from '~/lib/format'
import { Ruler } from '~/ui/Ruler'
import { DAYS_AHEAD } from './ahead'
import { shareOf } from './terms'

interface Props {
  today: string
  endsOn: string
  autoRenew: boolean
}

/** The next 90 days: pale while the term lasts; hatched from its end on, in teal when it renews by itself. */
export function AheadRuler({ today, endsOn, autoRenew }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const ahead = { startsOn: today, endsOn: addDays(today, DAYS_AHEAD - 1) }
  const end = shareOf(addDays(endsOn, 1), ahead)
  const day = format.date(endsOn)
  return (
    <Ruler
      mini
      sentence={
        end >= 1
          ? t`In force for all of the next 90 days`
          : autoRenew
            ? t`Of the next 90 days: in force until ${day}, then renewed`
            : t`Of the next 90 days: in force until ${day}, then no longer`
      }
      parts={end < 1 ? [{ from: Math.max(0, end), to: 1, kind: autoRenew ? 'carried' : 'over' }] : []}
      ticks={monthStarts(addDays(today, 1), ahead.endsOn).map((start) => shareOf(start, ahead))}
    />
  )
}
