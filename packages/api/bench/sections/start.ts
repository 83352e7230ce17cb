/** A later start on the embedded database, from the command to the first answer. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { benchDirectory } from '../database.ts'
import { startProcess } from '../processes.ts'
import type { Figure } from '../report.ts'
import { median } from '../statistics.ts'

const starts = 3

export async function start(): Promise<Figure[]> {
  const dataDir = join(benchDirectory, 'start')
  rmSync(dataDir, { recursive: true, force: true })
  const once = async () => {
    const since = performance.now()
    const server = await startProcess(
      'Accord on the embedded database',
      [join(import.meta.dirname, '../../start.mjs')],
      { DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    )
    const ready = await fetch(`http://127.0.0.1:${server.port}/readyz`)
    const seconds = (performance.now() - since) / 1_000
    await server.stop()
    if (!ready.ok) throw new Error(`started, but not ready: ${ready.status}`)
    return seconds
  }
  const first = await once()
  const later: number[] = []
  for (let i = 0; i < starts; i += 1) later.push(await once())
  rmSync(dataDir, { recursive: true, force: true })
  return [
    { what: 'first start, with demo data', value: first, unit: 's' },
    { what: 'later start', value: median(later), unit: 's', most: 5 },
  ]
}
