import { describe, expect, it } from 'vitest'
import { CostBuckets } from './bucket.ts'

describe('the bucket of points', () => {
  it('L3 is predictable: so many at once, so many a second', () => {
    let now = 0
    const buckets = new CostBuckets({ capacity: 1_000, restorePerSecond: 100, now: () => now })
    expect(buckets.take('a', 1_000)).toEqual({ ok: true, remaining: 0 })
    expect(buckets.take('a', 150)).toEqual({ ok: false, remaining: 0, retryAfter: 2 })
    now = 1_499
    expect(buckets.take('a', 150)).toMatchObject({ ok: false, remaining: 149 })
    now = 1_500
    expect(buckets.take('a', 150)).toEqual({ ok: true, remaining: 0 })
    now = 60_000
    expect(buckets.take('a', 1)).toEqual({ ok: true, remaining: 999 })
    // A burst over a minute gets the capacity and what came back meanwhile, no more.
    let taken = 0
    for (; now < 120_000; now += 10) if (buckets.take('a', 5).ok) taken += 5
    expect(taken).toBeGreaterThanOrEqual((999 + 6_000) * 0.95)
    expect(taken).toBeLessThanOrEqual(999 + 6_000)
  })

  it('keeps callers apart, and takes by force what was used already', () => {
    const buckets = new CostBuckets({ capacity: 10, restorePerSecond: 1, now: () => 0 })
    expect(buckets.take('a', 8).remaining).toBe(2)
    expect(buckets.take('b', 8).remaining).toBe(2)
    expect(buckets.take('a', 8, true)).toEqual({ ok: true, remaining: 0 })
    expect(buckets.take('a', 1).ok).toBe(false)
  })

  it('forgets who was silent longest', () => {
    const buckets = new CostBuckets({ capacity: 10, restorePerSecond: 1, now: () => 0, callers: 2 })
    buckets.take('a', 5)
    buckets.take('b', 5)
    buckets.take('a', 1)
    buckets.take('c', 5)
    expect(buckets.take('a', 0).remaining).toBe(4)
    expect(buckets.take('b', 0).remaining).toBe(10)
  })
})
