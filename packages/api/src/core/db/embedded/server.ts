import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, Socket } from 'node:net'

/** A running PostgreSQL server on 127.0.0.1. */
export interface Server {
  port: number
  /** Settles when the server has ended, asked or not. */
  ended: Promise<void>
  /** Stops the server: open transactions are rolled back, the data is left whole. */
  stop: () => Promise<void>
}

/** Takes charge of a started `postgres` process: it ends on request, and in any case when this process does. */
export function serverOf(child: ChildProcess, port: number): Server {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const watch = watchOver(child)
  child.unref()
  return {
    port,
    ended,
    async stop() {
      watch.kill('SIGKILL')
      if (child.exitCode !== null || child.signalCode !== null) return
      child.ref()
      child.kill('SIGINT')
      const late = setTimeout(() => child.kill('SIGQUIT'), 3_000)
      await ended
      clearTimeout(late)
    },
  }
}

/**
 * Even `kill -9` of this process must not leave the database running: a shell waits at a pipe that only we hold open,
 * and stops the server when the pipe breaks.
 */
function watchOver(server: ChildProcess): ChildProcess {
  const watch = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(server.pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell the next start ends what is left.
  watch.once('error', () => undefined)
  watch.unref()
  if (watch.stdin instanceof Socket) watch.stdin.unref()
  server.once('exit', () => watch.kill('SIGKILL'))
  return watch
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
