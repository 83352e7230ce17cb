import { useMemo } from 'react'
import { useLingui } from '@lingui/react'

/** Names of the weekdays in the language on screen, Monday (1) first. */
export function useWeekdays(style: 'long' | 'short' = 'long'): { weekday: number; name: string }[] {
  const { i18n } = useLingui()
  return useMemo(() => {
    const names = new Intl.DateTimeFormat(i18n.locale, { weekday: style, timeZone: 'UTC' })
    // 1 January 2024 was a Monday.
    return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, name: names.format(Date.UTC(2024, 0, weekday)) }))
  }, [i18n.locale, style])
}
