/**
 * Public holidays of Turkey, as the law on national holidays (Nr. 2429) has them. The dates of the two religious feasts
 * follow the calendar of the Presidency of Religious Affairs and are entered year by year.
 */
import { Temporal } from 'temporal-polyfill'

interface PublicHoliday {
  on: string
  name: string
  from: string | null
}

const fixed: readonly [string, string, string?][] = [
  ['01-01', 'Yılbaşı'],
  ['04-23', 'Ulusal Egemenlik ve Çocuk Bayramı'],
  ['05-01', 'Emek ve Dayanışma Günü'],
  ['05-19', 'Atatürk’ü Anma, Gençlik ve Spor Bayramı'],
  ['07-15', 'Demokrasi ve Millî Birlik Günü'],
  ['08-30', 'Zafer Bayramı'],
  ['10-28', 'Cumhuriyet Bayramı arifesi', '13:00'],
  ['10-29', 'Cumhuriyet Bayramı'],
]

/** First days of the feasts. */
const feasts: Readonly<Record<number, { ramazan: string; kurban: string }>> = {
  2024: { ramazan: '2024-04-10', kurban: '2024-06-16' },
  2025: { ramazan: '2025-03-30', kurban: '2025-06-06' },
  2026: { ramazan: '2026-03-20', kurban: '2026-05-27' },
  2027: { ramazan: '2027-03-09', kurban: '2027-05-16' },
}

/** The holidays of a year, in order; those of the feasts only for years whose dates are known. */
export function turkishHolidays(year: number): PublicHoliday[] {
  const days = fixed.map(([day, name, from]) => ({ on: `${year}-${day}`, name, from: from ?? null }))
  const known = feasts[year]
  const feast = (first: string, length: number, name: string) => {
    const start = Temporal.PlainDate.from(first)
    days.push({ on: start.subtract({ days: 1 }).toString(), name: `${name} arifesi`, from: '13:00' })
    for (let i = 0; i < length; i += 1)
      days.push({ on: start.add({ days: i }).toString(), name: `${name} ${i + 1}. gün`, from: null })
  }
  if (known) {
    feast(known.ramazan, 3, 'Ramazan Bayramı')
    feast(known.kurban, 4, 'Kurban Bayramı')
  }
  const byDay = new Map<string, PublicHoliday>()
  // Two on one day are one day off, and a whole one beats a half.
  for (const day of days.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.from === null ? -1 : 1)))
    if (!byDay.has(day.on)) byDay.set(day.on, day)
  return [...byDay.values()]
}
