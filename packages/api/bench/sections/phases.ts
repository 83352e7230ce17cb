/** Where the processor time of a request goes: the whole of it over HTTP, its parts each by itself, and what is left. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { programEnv, startAccord } from '../contenders.ts'
import type { BenchDatabase } from '../database.ts'
import { load } from '../http.ts'
import type { People } from '../people.ts'
import { list } from '../queries.ts'
import type { Figure } from '../report.ts'
import { median } from '../statistics.ts'

const script = join(import.meta.dirname, '../servers/phases.ts')

/** Milliseconds of processor time. */
export async function phases({ large }: BenchDatabase, { technician }: People, rounds: number): Promise<Figure[]> {
  const server = await startAccord(large)
  const whole: number[] = []
  try {
    const target = { port: server.port, path: '/graphql', headers: technician.headers, body: { query: list } }
    await load(target, 8, 4_000)
    for (let round = 0; round < rounds; round += 1) {
      const before = server.cpuSeconds()
      const { requests } = await load(target, 8, 2_000)
      whole.push(((server.cpuSeconds() - before) * 1_000) / requests)
    }
  } finally {
    await server.stop()
  }
  const env = { ...programEnv(large), QUERY: list, HEADERS: JSON.stringify(technician.headers), ROUNDS: String(rounds) }
  const output = execFileSync(process.execPath, ['--import', '@oxc-node/core/register', script], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, NODE_ENV: 'production', ...env },
    encoding: 'utf8',
  })
  const parts = JSON.parse(output.trim().split('\n').at(-1)!) as Record<string, number>
  // Paid once for a document, not for a request.
  const isOnce = (part: string) => part.includes('a new ')
  const each = Object.entries(parts).filter(([part]) => !isOnce(part))
  const total = median(whole)
  const figure = (what: string, value: number): Figure => ({
    what,
    value,
    unit: 'ms',
    note: `${Math.round((value / total) * 100)} %`,
  })
  return [
    ...each.map(([part, value]) => figure(part, value)),
    figure('HTTP, Fastify and Apollo: what is left', total - each.reduce((sum, [, value]) => sum + value, 0)),
    figure('the whole request', total),
    ...Object.entries(parts)
      .filter(([part]) => isOnce(part))
      .map(([what, value]) => ({ what: `once: ${what}`, value, unit: 'ms' })),
  ]
}
