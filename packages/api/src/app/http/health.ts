import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** `/readyz` says no from now on, and answers end their connections, so that a load balancer goes elsewhere. */
    startDraining(): void
  }
}

const databaseTime = 500
const lateness = 1_000
const nanoseconds = 1e6
const watchWindow = 10_000

/**
 * `/healthz`: the process lives; it asks nobody. `/readyz`: it may be given work; `probe` says whether the database
 * answers and is migrated, by resolving or throwing.
 */
export function registerHealth(app: FastifyInstance, probe: () => Promise<unknown>): void {
  let draining = false
  const late = watchEventLoop(app)
  app.decorate('startDraining', () => {
    draining = true
  })
  app.addHook('onSend', (_request, reply, payload, next) => {
    if (draining) reply.header('connection', 'close')
    next(null, payload)
  })
  app.get('/healthz', (_request, reply) => reply.type('text/plain; charset=utf-8').send('ok'))
  app.get('/readyz', async (_request, reply) => {
    const ready = !draining && late() < lateness && (await answersIn(databaseTime, probe))
    return reply
      .code(ready ? 200 : 503)
      .type('text/plain; charset=utf-8')
      .send(ready ? 'ready' : 'not ready')
  })
}

/** Milliseconds by which the event loop was late, but for the worst percent, in the last seconds. */
function watchEventLoop(app: FastifyInstance): () => number {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const windows = setInterval(() => delay.reset(), watchWindow).unref()
  app.addHook('onClose', async () => {
    clearInterval(windows)
    delay.disable()
  })
  return () => delay.percentile(99) / nanoseconds
}

async function answersIn(milliseconds: number, probe: () => Promise<unknown>): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(() => resolve(false), milliseconds)
  try {
    return await Promise.race([probe().then(() => true), tooLate])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
