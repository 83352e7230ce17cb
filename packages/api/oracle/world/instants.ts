/** Instants as PostgreSQL keeps them: UTC, to the microsecond, written so that they sort as text. */
import type { Dice } from '../dice.ts'

/** So far ahead that "last seen" is never moved on while the world is asked. */
export const always = '2098-05-06T07:08:09.000000Z'
export const never = '2099-01-01T00:00:00.000000Z'
export const longAgo = '2020-02-02T02:02:02.000000Z'

/** Few different ones, some a microsecond apart: orders must fall back on the id, cursors must keep every digit. */
export function instant(dice: Dice, { whole = false } = {}): string {
  const fraction = whole
    ? `${dice.int(0, 999)}`.padStart(3, '0') + '000'
    : dice.pick(['000000', '000001', '999999', '123456'])
  return `2026-0${dice.int(1, 3)}-0${dice.int(1, 4)}T0${dice.int(0, 2)}:30:00.${fraction}Z`
}

/** Some days before this one, well away from midnight's edge: what is told of days back must see a difference. */
export function daysAgo(days: number): string {
  const then = new Date(Date.now() - days * 86_400_000)
  return `${then.toISOString().slice(0, 10)}T12:00:00.000000Z`
}

export function stamps(dice: Dice): { createdAt: string; updatedAt: string } {
  return { createdAt: instant(dice), updatedAt: instant(dice) }
}
