import { describe, expect, it } from 'vitest'
import { changesOf, emptyContract, inputOf, readNotice, readPeriod, readTerm, type ContractValues } from './values'

const yearly: ContractValues = {
  ...emptyContract('c'),
  typeId: 't',
  name: ' Bakım ',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  autoRenew: true,
  notices: [
    { side: 'BEFORE_END', days: '30' },
    { side: 'AFTER_END', days: ' 5 ' },
  ],
  noticeUserIds: ['u'],
}

describe('a contract in the form', () => {
  it('is sent in the API’s numbers', () => {
    expect(inputOf(yearly)).toEqual({
      customerId: 'c',
      typeId: 't',
      name: 'Bakım',
      description: null,
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      planId: null,
      autoRenew: true,
      renewalPeriod: { count: 12, unit: 'MONTH' },
      notices: [
        { side: 'BEFORE_END', days: 30 },
        { side: 'AFTER_END', days: 5 },
      ],
      noticeUserIds: ['u'],
      noticeContactIds: [],
    })
  })
  it('has no period of renewal when it does not renew', () => {
    expect(inputOf({ ...yearly, autoRenew: false }).renewalPeriod).toBeNull()
  })
  it('sends changes alone, and never its customer', () => {
    expect(changesOf({ ...yearly, name: 'Bakım' }, yearly)).toEqual({})
    expect(changesOf({ ...yearly, customerId: 'other', endsOn: '2027-12-31', notices: [] }, yearly)).toEqual({
      endsOn: '2027-12-31',
      notices: [],
    })
  })
})

it('what is half typed is nothing yet', () => {
  expect(readTerm({ startsOn: '2026-01-01', endsOn: '2025-12-31' })).toBeNull()
  expect(readTerm({ startsOn: '2026-01-01', endsOn: '' })).toBeNull()
  expect(readTerm({ startsOn: '2026-01-01', endsOn: '2026-01-01' })).not.toBeNull()
  expect(readPeriod({ count: '0', unit: 'MONTH' })).toBeNull()
  expect(readNotice({ side: 'BEFORE_END', days: '0' })).toEqual({ side: 'BEFORE_END', days: 0 })
  expect(readNotice({ side: 'AFTER_END', days: '0' })).toBeNull()
  expect(readNotice({ side: 'BEFORE_END', days: '366' })).toBeNull()
  expect(readNotice({ side: 'BEFORE_END', days: '1,5' })).toBeNull()
})
