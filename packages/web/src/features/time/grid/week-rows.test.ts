import { expect, test } from 'vitest'
import { daysOf } from '../week'
import { gridOf, type GridEntry } from './week-rows'

const days = daysOf('2026-W48')
const ege = { id: 'e', name: 'Ege Tekstil' }
const cinar = { id: 'c', name: 'Çınar Gıda' }
const ticket = { id: 't1', number: 'T-2026-000042', subject: 'Yazıcı' }
const contract = { id: 'c1', reference: 'C-2026-0007', name: 'Bakım' }
let ids = 0
const entry = (given: Partial<GridEntry>): GridEntry => ({
  id: `${++ids}`,
  workedOn: '2026-11-23',
  minutes: 60,
  addedMinutes: 0,
  billable: true,
  customer: ege,
  ticket: null,
  contract: null,
  ...given,
})

test('entries of one ticket on one day share a cell; sums go by row, by day and over all', () => {
  const grid = gridOf(
    [
      entry({ ticket, contract, minutes: 90 }),
      entry({ ticket, contract, minutes: 15, addedMinutes: 15, billable: false }),
      entry({ ticket, contract, workedOn: '2026-11-25', minutes: 30, billable: false }),
      entry({ contract, customer: cinar, workedOn: '2026-11-29', minutes: 45 }),
    ],
    days,
    'tr',
  )
  expect(grid.rows.map(({ reference, minutes }) => [reference, minutes])).toEqual([
    ['C-2026-0007', 45],
    ['T-2026-000042', 150],
  ])
  expect(grid.rows[1]?.cells.map(({ minutes }) => minutes)).toEqual([120, 0, 30, 0, 0, 0, 0])
  expect(grid.rows[1]?.cells.map(({ free }) => free)).toEqual([false, false, true, false, false, false, false])
  expect(grid.days).toEqual([120, 0, 30, 0, 0, 0, 45])
  expect(grid.minutes).toBe(195)
  expect(grid.freeMinutes).toBe(60)
})

test('days of other weeks stay out, and a week without entries has no rows', () => {
  const grid = gridOf([entry({ ticket, workedOn: '2026-11-30' })], days, 'tr')
  expect(grid.rows).toEqual([])
  expect(grid.days).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('rows stand in the order of the alphabet that is read', () => {
  const other = { ...ticket, id: 't2', number: 'T-2026-000007' }
  const dogus = { id: 'd', name: 'Doğuş' }
  const { rows } = gridOf(
    [entry({ ticket }), entry({ ticket: other, customer: dogus }), entry({ contract, customer: cinar })],
    days,
    'tr',
  )
  expect(rows.map(({ customer }) => customer)).toEqual(['Çınar Gıda', 'Doğuş', 'Ege Tekstil'])
})
