import type { RulerPart } from '~/ui/Ruler'
import { minutesOfHours } from '../duration'

/** What `PeriodUsage` tells of hours. */
export interface UsedHours {
  includedHours: string | null
  rolledOverHours: string
  usedHours: string
  remainingHours: string | null
  overtimeHours: string
}

/** The hours of a period in minutes, and what they look like on a ruler. */
export interface UsageParts {
  used: number
  /** All credit of the period, what was carried over included; null without credit. */
  credit: number | null
  carried: number
  left: number
  /** Worked hours that no credit covers. */
  beyond: number
  overtime: number
  parts: RulerPart[]
  ticks: number[]
}

const STEPS = [60, 120, 240, 300, 600, 1200, 2400, 6000, 12_000]
const MOST_TICKS = 12

/** Marks at full hours, as many as can be told apart. */
export function ticksOf(minutes: number): number[] {
  const step = STEPS.find((each) => minutes / each <= MOST_TICKS) ?? minutes
  return Array.from({ length: Math.max(0, Math.ceil(minutes / step) - 1) }, (_, i) => ((i + 1) * step) / minutes)
}

/** Credit that was carried over is used first; work that it does not cover stands behind it. */
export function usageParts(usage: UsedHours): UsageParts {
  const [used, carried, overtime] = [usage.usedHours, usage.rolledOverHours, usage.overtimeHours].map(
    minutesOfHours,
  ) as [number, number, number]
  const credit = usage.includedHours === null ? null : minutesOfHours(usage.includedHours) + carried
  if (credit === null || credit <= 0)
    return { used, credit: null, carried: 0, left: 0, beyond: 0, overtime, parts: [], ticks: [] }
  const left = Math.max(0, minutesOfHours(usage.remainingHours ?? '0'))
  const covered = Math.max(0, credit - left)
  const beyond = Math.max(0, used - covered)
  const whole = credit + beyond
  const fromCarried = Math.min(carried, covered)
  const parts: RulerPart[] = [
    { from: 0, to: fromCarried / whole, kind: 'carried' },
    { from: fromCarried / whole, to: covered / whole },
    { from: credit / whole, to: 1, kind: 'over' },
  ]
  return {
    used,
    credit,
    carried,
    left,
    beyond,
    overtime,
    parts: parts.filter(({ from, to }) => to > from),
    ticks: ticksOf(whole),
  }
}
