import { expect, it } from 'vitest'
import { fileSize } from './file-size'

it.each([
  [0, '0 bayt', '0 bytes'],
  [999, '999 bayt', '999 bytes'],
  [412_300, '412 kB', '412 kB'],
  [1_530_000, '1,5 MB', '1.5 MB'],
  [2_000_000_000_000, '2.000 GB', '2,000 GB'],
])('%i bytes', (bytes, tr, en) => {
  expect(fileSize(bytes, 'tr')).toBe(tr)
  expect(fileSize(bytes, 'en')).toBe(en)
})
