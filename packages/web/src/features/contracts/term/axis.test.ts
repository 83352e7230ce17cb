import { expect, it } from 'vitest'
import { axisOf, placeOn, yearsOf } from './axis'

const today = '2026-05-21'

it('an axis holds all terms and today, in whole months', () => {
  const axis = axisOf(
    [
      { startsOn: '2025-07-10', endsOn: '2026-04-30' },
      { startsOn: '2026-01-01', endsOn: '2027-06-15' },
    ],
    today,
  )
  expect(axis).toEqual({ startsOn: '2025-07-01', endsOn: '2027-06-30' })
  expect(yearsOf(axis).map(({ year }) => year)).toEqual(['2026', '2027'])
  expect(axisOf([], today)).toEqual({ startsOn: '2026-05-01', endsOn: '2026-05-31' })
})

it('an axis ends where nobody looks any more', () => {
  const axis = axisOf([{ startsOn: '2010-01-01', endsOn: '2099-12-31' }], today)
  expect(axis).toEqual({ startsOn: '2023-05-01', endsOn: '2029-05-31' })
  expect(placeOn(axis, { startsOn: '2010-01-01', endsOn: '2099-12-31' })).toEqual({ from: 0, to: 1 })
})
