import { describe, expect, it } from 'vitest'
import { fold, foldedRange } from './fold'

describe('fold', () => {
  it.each([
    ['ığdır', 'igdir'],
    ['IĞDIR', 'igdir'],
    ['Iğdır Tarım Kooperatifi', 'igdir tarim kooperatifi'],
    ['İSTANBUL', 'istanbul'],
    ['ISTANBUL', 'istanbul'],
    ['istanbul', 'istanbul'],
    ['Beyaz Kâğıt Ambalaj', 'beyaz kagit ambalaj'],
    ['Çınar Eğitim Kurumları', 'cinar egitim kurumlari'],
    ['ŞÜKRÜ ÖZ', 'sukru oz'],
    ['Gu\u0308nes\u0327', 'gunes'],
    ['Hûda Mîna', 'huda mina'],
    ['A.Ş. & Ltd. 2026', 'a.s. & ltd. 2026'],
    ['', ''],
  ])('%s → %s', (text, expected) => expect(fold(text)).toBe(expected))
})

describe('foldedRange', () => {
  it('finds across marks and case', () => expect(foldedRange('Iğdır Tarım', 'TARIM')).toEqual([6, 11]))
  it('knows when nothing matches', () => expect(foldedRange('Ege Tekstil', 'depo')).toBeNull())
  it('finds nothing with an empty needle', () => expect(foldedRange('Ege Tekstil', '  ')).toBeNull())
})
