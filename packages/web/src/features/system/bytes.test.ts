import { expect, test } from 'vitest'
import { bytes } from './bytes'

test.for([
  [0, '0 kB'],
  [1536, '1.5 kB'],
  [12 * 1024 * 1024, '12 MB'],
  [1.25 * 1024 ** 3, '1.3 GB'],
  [5000 * 1024 ** 4, '5000 TB'],
] as const)('%i bytes are %s', ([count, words]) => {
  expect(bytes(count, String)).toBe(words)
})
