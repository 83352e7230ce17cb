import { formats } from '~/lib/format'

/** The day of today in the calendar that contracts are counted in. */
export const today = (): string => formats('en').dayKey(new Date().toISOString())
