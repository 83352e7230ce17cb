/** How far ahead one looks for contracts that end. */
export const DAYS_AHEAD = 90
