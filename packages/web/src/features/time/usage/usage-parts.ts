import { minutesOfHours } from '../duration'
import type { UsageFragment } from './__generated__/Usage'

/** A part of a ruler: its ends as shares of the whole. */
interface Part {
  from: number
  to: number
  kind?: 'carried' | 'over'
}

/** What is used of a credit, in minutes or tickets, and what it looks like on a ruler. */
export interface UsageParts {
  used: number
  /** All credit of the period, what was carried over included; null without credit. */
  credit: number | null
  carried: number
  left: number
  /** What no credit covers. */
  beyond: number
  parts: Part[]
}

interface Used {
  included: number | null
  carried: number
  used: number
  left: number
}

/** Credit that was carried over is used first; what it does not cover stands behind it. */
function partsOf({ included, carried, used, left }: Used): UsageParts {
  const credit = (included ?? 0) + carried
  if (credit <= 0) return { used, credit: null, carried: 0, left: 0, beyond: 0, parts: [] }
  const covered = Math.max(0, credit - left)
  const beyond = Math.max(0, used - covered)
  const whole = credit + beyond
  const fromCarried = Math.min(carried, covered)
  const parts: Part[] = [
    { from: 0, to: fromCarried / whole, kind: 'carried' },
    { from: fromCarried / whole, to: covered / whole },
    { from: credit / whole, to: 1, kind: 'over' },
  ]
  return { used, credit, carried, left, beyond, parts: parts.filter(({ from, to }) => to > from) }
}

type Hours = Pick<UsageFragment, 'includedHours' | 'rolledOverHours' | 'usedHours' | 'remainingHours'>
type Tickets = Pick<UsageFragment, 'includedTickets' | 'rolledOverTickets' | 'resolvedTickets' | 'remainingTickets'>

/** The hours of a period, in minutes. */
export const hoursUsed = ({ includedHours, rolledOverHours, usedHours, remainingHours }: Hours): UsageParts =>
  partsOf({
    included: includedHours === null ? null : minutesOfHours(includedHours),
    carried: minutesOfHours(rolledOverHours),
    used: minutesOfHours(usedHours),
    left: Math.max(0, minutesOfHours(remainingHours ?? '0')),
  })

/** The tickets of a period. */
export const ticketsUsed = ({
  includedTickets,
  rolledOverTickets,
  resolvedTickets,
  remainingTickets,
}: Tickets): UsageParts =>
  partsOf({
    included: includedTickets === null ? null : Number(includedTickets),
    carried: Number(rolledOverTickets),
    used: resolvedTickets,
    left: Math.max(0, Number(remainingTickets ?? '0')),
  })

const HOUR_STEPS = [60, 120, 240, 300, 600, 1200, 2400, 6000, 12_000]
const COUNT_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
const MOST_TICKS = 12

/** Marks at full hours, or at whole tickets, as many as can be told apart. */
function ticks(whole: number, steps: readonly number[]): number[] {
  const step = steps.find((each) => whole / each <= MOST_TICKS) ?? whole
  return Array.from({ length: Math.max(0, Math.ceil(whole / step) - 1) }, (_, i) => ((i + 1) * step) / whole)
}

export const hourTicks = (minutes: number): number[] => ticks(minutes, HOUR_STEPS)
export const countTicks = (count: number): number[] => ticks(count, COUNT_STEPS)
