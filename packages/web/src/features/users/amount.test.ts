import { describe, expect, it } from 'vitest'
import { readAmount, writeAmount } from './amount'

describe('amounts in a field', () => {
  it('reads what people of a language write', () => {
    expect(readAmount('480', 'tr')).toBe('480')
    expect(readAmount('1.250,50', 'tr')).toBe('1250.50')
    expect(readAmount('1250,5', 'tr')).toBe('1250.5')
    expect(readAmount('1,250.50', 'en')).toBe('1250.50')
  })
  it('refuses what could mean two things', () => {
    expect(readAmount('480.50', 'tr')).toBeNull()
    expect(readAmount('1,25', 'en')).toBeNull()
    expect(readAmount('-5', 'tr')).toBeNull()
    expect(readAmount('', 'en')).toBeNull()
  })
  it('writes at least two decimals and loses none', () => {
    expect(writeAmount('480.0000', 'tr')).toBe('480,00')
    expect(writeAmount('480.1250', 'en')).toBe('480.125')
    expect(writeAmount('900', 'tr')).toBe('900,00')
  })
})
