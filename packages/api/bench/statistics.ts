/** The value below which `share` of the numbers lie. */
export function quantile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) throw new Error('no numbers')
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)
