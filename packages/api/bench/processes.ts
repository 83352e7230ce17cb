/** Servers in processes of their own, and what their processors' time is. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ServerProcess {
  name: string
  port: number
  pid: number
  /** Seconds of processor time so far, all threads together. */
  cpuSeconds: () => number
  stop: () => Promise<void>
}

const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** Starts a Node program that listens on `PORT`, and waits until it does. */
export async function startProcess(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
  within = 60_000,
): Promise<ServerProcess> {
  const port = Number(env['PORT'] ?? (await freePort()))
  const output: Buffer[] = []
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve(void running.delete(child))))
  const since = performance.now()
  while (!(await listens(port))) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() - since > within) {
      child.kill('SIGKILL')
      throw new Error(`${name} does not start:\n${Buffer.concat(output).toString()}`)
    }
    await sleep(20)
  }
  return {
    name,
    port,
    pid: child.pid!,
    cpuSeconds: () => cpuSeconds(child.pid!),
    async stop() {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
      await ended
      clearTimeout(late)
    },
  }
}

/** A port of the loopback address that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** User and system time of a process, from /proc: no server has to be changed to be measured. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** The kernel's unit in /proc, the same on every Linux that Node runs on. */
const ticksPerSecond = 100
