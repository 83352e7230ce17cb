import { expect, test } from 'vitest'
import { cover, everyCombination, pairsOf } from './cover.ts'

const all = everyCombination({
  screen: ['list', 'form', 'profile', 'home', 'mail'],
  theme: ['light', 'dark'],
  locale: ['tr', 'en'],
  width: [1280, 390],
})

test('every two features that can meet do', () => {
  const seen = new Set(cover(all, pairsOf).flatMap(pairsOf))
  expect(all.flatMap(pairsOf).filter((pair) => !seen.has(pair))).toEqual([])
})

test('hardly more are chosen than the two largest factors need', () => {
  expect(all).toHaveLength(40)
  expect(cover(all, pairsOf).length).toBeLessThanOrEqual(12)
})

test('every run is the same, and nothing is chosen of nothing', () => {
  expect(cover(all, pairsOf)).toEqual(cover(all, pairsOf))
  expect(cover([], pairsOf)).toEqual([])
})
