import { expect, test } from 'vitest'
import { atFields, changesOf, NO_TIME, targetOf, valuesOf, whenOf, workOf } from './values'

const entry = {
  ticket: { id: 't' },
  contract: { id: 'c' },
  workedOn: '2026-11-23',
  startedAt: '2026-11-23T06:30:00Z',
  minutes: 90,
  addedMinutes: 15,
  extraCost: { amount: '850.5000' },
  extraCostReason: 'Yedek parça',
  note: null,
  billable: true,
}

test('an entry opens in the form as it was typed, and what is saved unchanged is the same', () => {
  const values = valuesOf(entry, 'tr')
  expect(values).toEqual({
    target: 'ticket:t',
    workedOn: '2026-11-23',
    startedAt: '09:30',
    minutes: '1:30',
    addedMinutes: '0:15',
    extraCost: '850,50',
    extraCostReason: 'Yedek parça',
    note: '',
    billable: true,
  })
  expect(whenOf(values)).toEqual({ workedOn: '2026-11-23', startedAt: '2026-11-23T06:30:00.000Z' })
  expect(workOf(values, 'tr', 'TRY')).toEqual({
    minutes: 90,
    addedMinutes: 15,
    extraCost: { amount: '850.50', currency: 'TRY' },
    extraCostReason: 'Yedek parça',
    note: null,
    billable: true,
  })
})

test('what was left out is nothing: no start, no added time, no cost and no reason for one', () => {
  const values = { ...NO_TIME, workedOn: '2026-11-23', minutes: '45', extraCostReason: 'Kargo', note: '  ' }
  expect(whenOf(values).startedAt).toBeNull()
  expect(workOf(values, 'en', null)).toEqual({
    minutes: 45,
    addedMinutes: 0,
    extraCost: null,
    extraCostReason: null,
    note: null,
    billable: true,
  })
})

test('a target names a ticket or a contract', () => {
  expect(targetOf('ticket:1')).toEqual({ ticketId: '1' })
  expect(targetOf('contract:2')).toEqual({ contractId: '2' })
  expect(targetOf(null)).toEqual({})
})

test('errors come to the fields that show them', () => {
  const errors = [
    { code: 'NOT_FOUND', message: 'a', path: ['input', 'contractId'] },
    { code: 'INVALID', message: 'b', path: ['input', 'extraCost', 'currency'] },
    { code: 'CONFLICT', message: 'c', path: null },
  ]
  expect(atFields(errors)).toEqual([
    { message: 'a', path: ['input', 'target'] },
    { message: 'b', path: ['input', 'extraCost'] },
    { message: 'c', path: [] },
  ])
})

test('of an entry that is saved only what was changed is sent', () => {
  const values = valuesOf(entry, 'tr')
  const input = (given: Partial<typeof values>) => {
    const now = { ...values, ...given }
    return { ...whenOf(now), ...workOf(now, 'tr', 'TRY') }
  }
  expect(changesOf(input({}), input({}))).toEqual({})
  expect(changesOf(input({}), input({ note: 'Kablo değişti', startedAt: '' }))).toEqual({
    note: 'Kablo değişti',
    startedAt: null,
  })
  expect(changesOf(input({}), input({ extraCost: '' }))).toEqual({ extraCost: null, extraCostReason: null })
})
