import { useEffect, useMemo } from 'react'
import { useLingui } from '@lingui/react'
import { addDays } from '~/lib/days'
import { today } from '~/lib/today'
import { useTimeWeekQuery, type TimeEntryLineFragment } from './__generated__/TimeWeek'
import { gridOf, type Grid } from './grid/week-rows'
import { useTimeRights } from './may'
import { daysOf, weekOf, type Day, type Week } from './week'

/** The variables of a week, as the loader and the screen ask for it: from the day before it to the day after. */
export function weekVariables(week: Week | undefined, technicianId: string, contracts: boolean) {
  const days = daysOf(week ?? weekOf(today()))
  return { technicianId, before: addDays(days[0] ?? '', -1), after: addDays(days[6] ?? '', 1), contracts }
}

export interface LoadedWeek {
  days: Day[]
  entries: TimeEntryLineFragment[]
  grid: Grid<TimeEntryLineFragment>
}

/** The entries of somebody’s week; a very full one comes page by page, by itself. Suspends. */
export function useWeek(week: Week, technicianId: string): LoadedWeek {
  const { i18n } = useLingui()
  const { contracts } = useTimeRights()
  const { data, fetchMore } = useTimeWeekQuery({ variables: weekVariables(week, technicianId, contracts) })
  const { hasNextPage, endCursor } = data.timeEntries.pageInfo
  useEffect(() => {
    if (!hasNextPage || !endCursor) return
    fetchMore({
      variables: { cursor: endCursor },
      updateQuery: (before, { fetchMoreResult: { timeEntries: next } }) => ({
        timeEntries: { ...next, nodes: [...before.timeEntries.nodes, ...next.nodes] },
      }),
    }).catch(() => undefined)
  }, [hasNextPage, endCursor, fetchMore])
  return useMemo(() => {
    const days = daysOf(week)
    const entries = data.timeEntries.nodes
    return { days, entries, grid: gridOf(entries, days, i18n.locale) }
  }, [data, week, i18n.locale])
}
