import type { RateBand } from '~/lib/__generated__/schema'

/** The bands of a day, in the order in which they are shown and sent. */
export const BANDS = ['OPERATIONAL', 'NON_OPERATIONAL', 'WEEKEND', 'HOLIDAY'] as const satisfies RateBand[]
