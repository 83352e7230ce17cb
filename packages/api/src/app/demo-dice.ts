/** Chance that falls the same way every time, and what is made with it. */
import { slots } from './demo-ticket-texts.ts'

export interface Dice {
  /** From 0 up to 1. */
  real(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** So many different ones. */
  some<T>(list: readonly T[], least: number, most: number): T[]
  serial(): string
}

/** Mulberry32: small, and good enough to look like life. */
export function dice(seed: number): Dice {
  let state = seed
  const real = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(real() * (to - from + 1))
  return {
    real,
    whole,
    chance: (share) => real() < share,
    pick: (list) => list[whole(0, list.length - 1)]!,
    some: (list, least, most) => {
      const left = [...list]
      return Array.from(
        { length: Math.min(whole(least, most), left.length) },
        () => left.splice(whole(0, left.length - 1), 1)[0]!,
      )
    },
    serial: () =>
      Array.from({ length: 10 }, (_, i) => (i < 3 ? 'ABCDEFGHJKLMNPRSTVXYZ'[whole(0, 20)] : whole(0, 9))).join(''),
  }
}

export type Say = (template: string) => string

/** Fills the slots of texts; a slot keeps its word, so that a conversation speaks of one thing. */
export function filler(roll: Dice, thing: string): Say {
  const chosen = new Map([['cihaz', thing]])
  return (template) =>
    template.replace(/\{(\w+)\}/g, (_, slot: string) => {
      if (!chosen.has(slot)) chosen.set(slot, roll.pick(slots[slot]!))
      return chosen.get(slot)!
    })
}

const hour = 3_600_000

/** So many hours later, moved to the next working day where people are at home. Istanbul has no summer time. */
export function laterAtWork(from: Date, hours: number, roll: Dice): Date {
  const local = new Date(+from + (hours + 3) * hour)
  if (local.getUTCHours() >= 18) local.setUTCDate(local.getUTCDate() + 1)
  const night = local.getUTCHours() >= 18 || local.getUTCHours() < 8
  if (night) local.setUTCHours(8, 30 + roll.whole(0, 29), roll.whole(0, 59))
  while (local.getUTCDay() % 6 === 0) local.setUTCDate(local.getUTCDate() + 1)
  return new Date(+local - 3 * hour)
}
