type Factors = Record<string, readonly unknown[]>

/** Every combination of the factors' values. */
export function everyCombination<F extends Factors>(factors: F): { [K in keyof F]: F[K][number] }[] {
  let made: Record<string, unknown>[] = [{}]
  for (const [name, values] of Object.entries(factors))
    made = made.flatMap((one) => values.map((value) => ({ ...one, [name]: value })))
  return made as { [K in keyof F]: F[K][number] }[]
}

/** Every two features of a candidate: most faults need two circumstances to meet, hardly any three. */
export function pairsOf(features: Record<string, unknown>): string[] {
  const named = Object.entries(features).map(([name, value]) => `${name}=${String(value)}`)
  return named.flatMap((one, i) => named.slice(i + 1).map((other) => `${one} ${other}`))
}

/**
 * Few of the candidates that together show everything that all of them show. Greedy: the next one is that which shows
 * the most that has not been seen yet; of equals the first, so that every run is the same.
 */
export function cover<T>(candidates: readonly T[], shows: (candidate: T) => string[]): T[] {
  const left = candidates.map((candidate) => ({ candidate, unseen: new Set(shows(candidate)) }))
  const chosen: T[] = []
  for (;;) {
    const best = left.reduce((a, b) => (b.unseen.size > a.unseen.size ? b : a), left[0] ?? { unseen: new Set() })
    if (!('candidate' in best) || best.unseen.size === 0) return chosen
    chosen.push(best.candidate)
    for (const thing of [...best.unseen]) for (const { unseen } of left) unseen.delete(thing)
  }
}
