/** Calendar days as text, which sorts as they follow each other. */

/** So many days after a day, or before it. */
export function dayOn(day: string, offset: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10)
}

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Monday of the week that holds a day. */
export const mondayOf = (day: string): string => dayOn(day, -((new Date(day).getUTCDay() + 6) % 7))
