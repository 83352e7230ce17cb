import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const API = join(import.meta.dirname, '../../../api')
const START_WITHIN_MS = 60_000

export interface Accord {
  url: string
  dataDir: string
  stop: () => Promise<void>
}

/** Starts the built program as a user would: embedded PostgreSQL, demo data, a port of its own. */
export async function startAccord(): Promise<Accord> {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-e2e-'))
  const child = spawn(process.execPath, [join(API, 'dist/main.js')], {
    cwd: API,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'error',
    },
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const ended = once(child, 'close')
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
    const errors = output.join('').split('\n').filter(isError)
    if (errors.length > 0) throw new Error(`The program has logged errors:\n${errors.join('\n')}`)
  }
  // A run that is cut off leaves no program behind.
  process.once('exit', () => child.kill('SIGKILL'))

  const deadline = Date.now() + START_WITHIN_MS
  while (!(await isReady(url))) {
    if (child.exitCode === null && Date.now() < deadline) continue
    if (child.exitCode === null) await stop()
    throw new Error(`Accord did not start for the browser tests:\n${output.join('')}`)
  }
  return { url, dataDir, stop }
}

/** A line of the log that tells of an error; none is expected, whatever the tests do. */
const isError = (line: string): boolean => /^\{.*"level":(50|60|"error"|"fatal")/.test(line)

/** Whether the program answers; waits a moment when it does not. */
async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null)
  if (answer?.ok) return true
  await new Promise((resolve) => setTimeout(resolve, 100))
  return false
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
