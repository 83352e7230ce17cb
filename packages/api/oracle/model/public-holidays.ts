/** Public holidays of Turkey, written down day by day: the law's, and the feasts of the years whose dates are known. */
import type { HolidayRow } from '../world/rows.ts'

const everyYear: readonly (readonly [day: string, name: string, from?: string])[] = [
  ['01-01', 'Yılbaşı'],
  ['04-23', 'Ulusal Egemenlik ve Çocuk Bayramı'],
  ['05-01', 'Emek ve Dayanışma Günü'],
  ['05-19', 'Atatürk’ü Anma, Gençlik ve Spor Bayramı'],
  ['07-15', 'Demokrasi ve Millî Birlik Günü'],
  ['08-30', 'Zafer Bayramı'],
  ['10-28', 'Cumhuriyet Bayramı arifesi', '13:00'],
  ['10-29', 'Cumhuriyet Bayramı'],
]

/** The half day before a feast, and its days. */
const feasts: Readonly<Record<number, Readonly<Record<'Ramazan' | 'Kurban', readonly string[]>>>> = {
  2024: {
    Ramazan: ['04-09', '04-10', '04-11', '04-12'],
    Kurban: ['06-15', '06-16', '06-17', '06-18', '06-19'],
  },
  2025: {
    Ramazan: ['03-29', '03-30', '03-31', '04-01'],
    Kurban: ['06-05', '06-06', '06-07', '06-08', '06-09'],
  },
  2026: {
    Ramazan: ['03-19', '03-20', '03-21', '03-22'],
    Kurban: ['05-26', '05-27', '05-28', '05-29', '05-30'],
  },
}

export const yearsAreKnown = (year: number): boolean => year >= 2000 && year <= 2100

export function publicHolidays(year: number): HolidayRow[] {
  const ofFeasts = Object.entries(feasts[year] ?? {}).flatMap(([feast, days]) =>
    days.map((day, number): HolidayRow => ({
      on: `${year}-${day}`,
      name: `${feast} Bayramı ${number === 0 ? 'arifesi' : `${number}. gün`}`,
      from: number === 0 ? '13:00' : null,
    })),
  )
  const ofTheLaw = everyYear.map(([day, name, from]): HolidayRow => ({
    on: `${year}-${day}`,
    name,
    from: from ?? null,
  }))
  return [...ofTheLaw, ...ofFeasts].sort((left, right) => (left.on < right.on ? -1 : 1))
}
