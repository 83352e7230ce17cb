/** What a clock may not tell: whether an address has a sign-in, and whether a key's prefix exists. Not gated, only shown. */
import { startAccord } from '../contenders.ts'
import type { BenchDatabase } from '../database.ts'
import { technicianEmail } from '../data/steps.ts'
import { latencies, type Target } from '../http.ts'
import type { People } from '../people.ts'
import { count } from '../queries.ts'
import type { Figure } from '../report.ts'
import { median } from '../statistics.ts'

/** Medians of pairs that must be alike, asked in turns. */
export async function secrets({ large }: BenchDatabase, { partner }: People, samples: number): Promise<Figure[]> {
  const server = await startAccord(large)
  try {
    const signIn = (email: string): Target => ({
      port: server.port,
      path: '/api/auth/sign-in/email',
      body: { email, password: 'Yanlis-Parola-1' },
    })
    const key = (secret: string): Target => ({
      port: server.port,
      path: '/graphql',
      headers: { authorization: `Bearer ${secret}` },
      body: { query: count },
    })
    const real = partner.headers['authorization']!.slice('Bearer '.length)
    // Another letter at its place, in the same alphabet.
    const other = (at: number) => `${real.slice(0, at)}${real[at] === 'a' ? 'b' : 'a'}${real.slice(at + 1)}`
    return [
      ...(await alike(
        'sign-in',
        'unknown e-mail',
        'known e-mail, wrong password',
        samples,
        (i) => signIn(`kimse${i}@bench.accord`),
        () => signIn(knownEmail),
      )),
      ...(await alike(
        'API key',
        'wrong prefix',
        'right prefix, wrong secret',
        samples * 5,
        () => key(other(9)),
        () => key(other(30)),
      )),
    ]
  } finally {
    await server.stop()
  }
}

/** The administrator's: `technicianEmail` writes it in SQL. */
const knownEmail = technicianEmail(`'0'`).replaceAll(/[' |]/g, '')

async function alike(
  what: string,
  one: string,
  other: string,
  samples: number,
  first: (i: number) => Target,
  second: (i: number) => Target,
): Promise<Figure[]> {
  const pairs = Array.from({ length: samples }, (_, i) =>
    i % 2 ? [second(i), first(i)] : [first(i), second(i)],
  ).flat()
  const times = await latencies(pairs, ({ status }) => status === 401)
  const of = (isFirst: boolean) => median(times.filter((_, at) => (at % 4 === 0 || at % 4 === 3) === isFirst))
  return [
    { what: `${what}: ${one}`, value: of(true), unit: 'ms' },
    {
      what: `${what}: ${other}`,
      value: of(false),
      unit: 'ms',
      note: `${samples} of each; difference ${(of(false) - of(true)).toFixed(2)} ms`,
    },
  ]
}
