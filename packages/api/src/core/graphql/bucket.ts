/**
 * A bucket of points for each caller, kept in memory. Points come back steadily, so what a caller may still ask is
 * predictable: `remaining` is told with every answer.
 */
export interface BucketOptions {
  capacity: number
  restorePerSecond: number
  /** Milliseconds that never run backwards. */
  now?: () => number
  /** Callers remembered at once; whoever was silent longest is forgotten first, which fills the bucket. */
  callers?: number
}

export type Taken = { ok: true; remaining: number } | { ok: false; remaining: number; retryAfter: number }

export class CostBuckets {
  readonly #options: Required<BucketOptions>
  readonly #levels = new Map<string, { level: number; at: number }>()

  constructor(options: BucketOptions) {
    this.#options = { now: () => performance.now(), callers: 50_000, ...options }
  }

  /**
   * Takes points, or nothing when there are not enough: then it tells after how many whole seconds there will be.
   * With `force` the points are taken in any case, for work that was done already.
   */
  take(caller: string, points: number, force = false): Taken {
    const { capacity, restorePerSecond, now, callers } = this.#options
    const at = now()
    const before = this.#levels.get(caller)
    const level = before ? Math.min(capacity, before.level + ((at - before.at) / 1000) * restorePerSecond) : capacity
    const enough = level >= points
    const left = enough ? level - points : force ? Math.max(0, level - points) : level
    // Put back at the end: the map's order is the order of the last visit.
    this.#levels.delete(caller)
    this.#levels.set(caller, { level: left, at })
    if (this.#levels.size > callers) this.#levels.delete(this.#levels.keys().next().value!)
    const remaining = Math.floor(left)
    if (enough || force) return { ok: true, remaining }
    return { ok: false, remaining, retryAfter: Math.max(1, Math.ceil((points - level) / restorePerSecond)) }
  }
}
