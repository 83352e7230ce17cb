import fc from 'fast-check'

const between = (min: number, max: number) => fc.noBias(fc.integer({ min, max }))

/** Throws of one seeded generator: worlds and queries are drawn with it, so a seed brings the same ones again. */
export class Dice {
  private readonly g: fc.GeneratorValue
  constructor(g: fc.GeneratorValue) {
    this.g = g
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min >= max ? min : this.g(between, min, max)
  }

  /** True in so many of a hundred throws. */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('Nothing to pick from')
    return from[this.int(0, from.length - 1)]!
  }

  /** The value, or null in so many of a hundred throws. */
  maybe<T>(percentNull: number, make: () => T): T | null {
    return this.chance(percentNull) ? null : make()
  }

  /** Between `min` and `max` different elements, in their order. */
  some<T>(from: readonly T[], min = 0, max = from.length): T[] {
    const rest = [...from]
    const wanted = this.int(Math.min(min, rest.length), Math.min(max, rest.length))
    while (rest.length > wanted) rest.splice(this.int(0, rest.length - 1), 1)
    return rest
  }

  /** So many values, made one by one. */
  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index))
  }

  /** Hexadecimal digits. */
  hex(length: number): string {
    let text = ''
    while (text.length < length) text += this.int(0, 0xff_ff_ff).toString(16).padStart(6, '0')
    return text.slice(0, length)
  }

  uuid(): string {
    const h = this.hex(30)
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(12, 15)}-a${h.slice(15, 18)}-${h.slice(18, 30)}`
  }
}

/** Draws `count` values with a seed. */
export function draw<T>(seed: number, count: number, make: (dice: Dice) => T): T[] {
  return fc.sample(
    fc.gen().map((g) => make(new Dice(g))),
    { seed, numRuns: count },
  )
}
