/** Searching as people type: folded, short and long, hits and none, for every kind of principal. */
import { startAccord } from '../contenders.ts'
import { companyNames, familyNames, givenNames, sectors } from '../data/words.ts'
import type { BenchDatabase } from '../database.ts'
import { latencies } from '../http.ts'
import type { People } from '../people.ts'
import { searches } from '../queries.ts'
import type { Figure } from '../report.ts'
import { median, quantile } from '../statistics.ts'

/** What people type: whole words and beginnings of two and more letters, with and without dots, and what nobody is called. */
const texts = [
  ...[...companyNames.slice(0, 12), ...sectors.slice(0, 8)].flatMap((word) => [
    word,
    word.toLocaleUpperCase('tr').slice(0, 3),
    word.slice(0, 4),
  ]),
  ...[...givenNames.slice(0, 10), ...familyNames.slice(0, 10)].flatMap((word) => [
    word,
    word.slice(0, 3).toLocaleLowerCase('tr'),
  ]),
  ...givenNames.slice(0, 10).map((name, i) => `${name} ${familyNames[i]!.slice(0, 3)}`),
  'cinar',
  'IĞDIR',
  'igdir',
  'ISTANBUL',
  'şi',
  'öz',
  'lo',
  'an',
  'bilgi@',
  'xqzw',
  'olmayan firma',
  'CIN0',
]

/** 95 of 100 searches are faster than this. */
export async function search({ large }: BenchDatabase, people: People): Promise<Figure[]> {
  const server = await startAccord(large)
  try {
    const figures: Figure[] = []
    for (const [what, query] of Object.entries(searches)) {
      for (const { what: who, headers } of [people.admin, people.technician, people.contact, people.partner]) {
        const targets = texts.map((text) => ({
          port: server.port,
          path: '/graphql',
          headers,
          body: { query, variables: { text } },
        }))
        const accept = ({ status, body }: { status: number; body: string }) =>
          status === 200 && !body.startsWith('{"errors"')
        await latencies(targets.slice(0, 20), accept)
        const times = await latencies(targets, accept)
        const slowest = texts[times.indexOf(Math.max(...times))]!
        figures.push({
          what: `${what}, ${who}: p95`,
          value: quantile(times, 0.95),
          unit: 'ms',
          most: 60,
          note: `median ${median(times).toFixed(1)}, slowest “${slowest}”`,
        })
      }
    }
    return figures
  } finally {
    await server.stop()
  }
}
