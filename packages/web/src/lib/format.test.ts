import { describe, expect, it } from 'vitest'
import { formats } from './format'

const tr = formats('tr')
const en = formats('en')
const now = new Date('2026-11-23T09:00:00Z')

describe('formats', () => {
  it('writes hours and minutes', () => {
    expect(tr.minutes(390)).toBe('6 sa 30 dk')
    expect(en.minutes(390)).toBe('6 h 30 min')
    expect(tr.minutes(0)).toBe('0 dk')
    expect(tr.minutes(120)).toBe('2 sa')
    expect(tr.minutes(-90)).toBe('−1 sa 30 dk')
  })
  it('writes money without losing digits', () => {
    expect(tr.money('27200', 'TRY')).toBe('₺27.200,00')
    expect(en.money('1250.5', 'EUR')).toBe('€1,250.50')
  })
  it('writes numbers and lists', () => {
    expect(tr.number(1284)).toBe('1.284')
    expect(en.list(['a', 'b', 'c'])).toBe('a, b and c')
  })
  it('shows a calendar date as it is and an instant in the zone of the house', () => {
    expect(tr.date('2026-06-30')).toBe('30 Haziran 2026')
    expect(tr.date('2026-06-30T22:30:00Z')).toBe('1 Temmuz 2026')
    expect(tr.shortDate('2026-06-30')).toBe('30.06.2026')
    expect(tr.time('2026-06-30T22:30:00Z')).toBe('01:30')
    expect(tr.mediumDate('2026-07-01')).toBe('1 Tem 2026')
    expect(tr.weekdayDate('2026-05-31')).toBe('31 Mayıs 2026 Pazar')
    expect(tr.month('2026-05-31')).toBe('Mayıs 2026')
  })
  it('speaks of near days relatively and of far ones by date', () => {
    expect(tr.relative('2026-11-23T08:57:00Z', now)).toBe('3 dakika önce')
    expect(tr.relative('2026-11-22T10:00:00Z', now)).toBe('dün')
    expect(en.relative('2026-11-23', now)).toBe('today')
    expect(en.relative('2026-10-01T10:00:00Z', now)).toBe('1 October 2026')
  })
})
