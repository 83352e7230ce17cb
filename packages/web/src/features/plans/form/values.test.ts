import { describe, expect, it } from 'vitest'
import { canBePriced, complaintOf } from './complaints'
import { changesOf, EMPTY, hasMeaning, inputOf, makesRevision, type PlanValues } from './values'

const planA: PlanValues = {
  ...EMPTY,
  title: 'Aylık 20 saat',
  fixedFee: '20.000,00',
  includedHours: '20',
  hourlyRate: '1.200',
}

describe('a plan in the form', () => {
  it('sends what has a meaning, in the API’s numbers', () => {
    const input = inputOf(planA, 'tr')
    expect(input.fixedFee).toEqual({ amount: '20000.00', currency: 'TRY' })
    expect(input.hourlyRate).toEqual({ amount: '1200', currency: 'TRY' })
    expect(input).toMatchObject({ includedHours: '20', includedTickets: null, ticketRate: null, bandRates: [] })
  })
  it('empties what another method has no use for', () => {
    const flat: PlanValues = { ...planA, pricingMethod: 'FLAT', weeklyHourLimit: '10', rollOverUnused: true }
    expect(hasMeaning('hourlyRate', flat)).toBe(false)
    expect(inputOf(flat, 'tr')).toMatchObject({
      includedHours: null,
      weeklyHourLimit: null,
      hourlyRate: null,
      rollOverUnused: false,
      costBases: [],
    })
  })
  it('sends changes alone, and all amounts when the currency changes', () => {
    expect(changesOf({ ...planA, title: 'Aylık' }, planA, 'tr')).toEqual({ title: 'Aylık' })
    expect(changesOf({ ...planA, fixedFee: '20000' }, { ...planA, fixedFee: '20000' }, 'tr')).toEqual({})
    expect(Object.keys(changesOf({ ...planA, currency: 'EUR' }, planA, 'tr')).sort()).toEqual([
      'bandRates',
      'fixedFee',
      'hourlyRate',
      'ticketRate',
    ])
  })
  it('knows which changes make a revision', () => {
    expect(makesRevision({ title: 'Aylık', description: null })).toBe(false)
    expect(makesRevision({ includedHours: '25' })).toBe(true)
  })
  it('complains where something is missing or cannot be read', () => {
    expect(complaintOf('hourlyRate', { ...planA, hourlyRate: '' }, 'tr')).toBe('missing')
    expect(complaintOf('includedHours', { ...planA, includedHours: 'yirmi' }, 'tr')).toBe('unreadable')
    expect(complaintOf('fixedFee', { ...EMPTY, pricingMethod: 'FLAT' }, 'tr')).toBe('noAmount')
    expect(canBePriced(planA, 'tr')).toBe(true)
    expect(canBePriced({ ...planA, costBases: ['DIFFERENTIAL'] }, 'tr')).toBe(false)
  })
})
