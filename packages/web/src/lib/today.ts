import { addDays, daysFrom } from './days'
import { TENANT_ZONE } from './format'

const days = new Intl.DateTimeFormat('en-CA', { timeZone: TENANT_ZONE })
const browsersDay = () => days.format(new Date())

/** How many days the server's calendar is ahead of this browser's clock: none, unless one of them is set to another time. */
let ahead = 0

/** Told with who is signed in: the day that contracts are on now. */
export function meetServersDay(day: string): void {
  ahead = daysFrom(browsersDay(), day)
}

/** The day of today as the server counts it, also when a page stays open over midnight. */
export const today = (): string => addDays(browsersDay(), ahead)
