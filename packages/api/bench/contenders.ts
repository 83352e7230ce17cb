/** Accord and its peers, each in a process of its own on the large data set. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readingOptions } from '../src/core/read/trip.ts'
import type { DataSet } from './database.ts'
import { secret } from './people.ts'
import { startProcess, type ServerProcess } from './processes.ts'
import type { Sent } from './statement.ts'

const api = join(import.meta.dirname, '..')

/** Brings the production build up to date, as `pnpm start` would. */
export function build(): void {
  execFileSync(process.execPath, [join(api, 'start.mjs'), '--build'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** What Accord is told on a data set: production, without the rate limit. */
export const programEnv = (data: DataSet): Record<string, string> => ({
  DATABASE_URL: data.appUrl,
  DATABASE_WORKER_URL: data.workerUrl,
  SECRET: secret,
  ROLE: 'api',
  RATE_LIMIT: 'off',
  LOG_LEVEL: 'warn',
  DATA_DIR: '.data/bench/accord',
})

/** Accord as people run it. */
export function startAccord(data: DataSet, name = 'Accord'): Promise<ServerProcess> {
  return startProcess(name, [join(api, 'dist/main.js')], programEnv(data))
}

/** The reader's own SQL in a bare web server. */
export function startFloor(data: DataSet, sent: Sent, field: string): Promise<ServerProcess> {
  return startProcess('the floor', [join(import.meta.dirname, 'servers/floor.ts')], {
    DATABASE_URL: data.appUrl,
    SECRET: secret,
    OPTIONS: readingOptions,
    SENT: JSON.stringify(sent),
    FIELD: field,
  })
}

/** PostGraphile; `settings` are those of its path that asks nobody. */
export function startPostgraphile(data: DataSet, settings: Record<string, string>): Promise<ServerProcess> {
  const home = join(import.meta.dirname, 'postgraphile')
  if (!existsSync(join(home, 'node_modules/postgraphile'))) {
    console.log('Installing PostGraphile for the bench …')
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'], {
      cwd: home,
      stdio: 'inherit',
    })
  }
  return startProcess('PostGraphile', [join(home, 'server.mjs')], {
    DATABASE_URL: data.appUrl,
    SECRET: secret,
    FIXED: JSON.stringify(settings),
    GRAPHILE_ENV: 'production',
  })
}
