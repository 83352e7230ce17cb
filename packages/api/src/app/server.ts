import { join } from 'node:path'
import pg from 'pg'
import type { Logger } from 'pino'
import { createGate } from '../core/auth/principal.ts'
import { createRolePool, createSignInPool } from '../core/auth/pool.ts'
import { authRoutes } from '../core/auth/routes.ts'
import { startClock, type Clock } from '../core/clock.ts'
import { isMigrated } from '../core/db/migrate.ts'
import { openOrm } from '../core/db/orm.ts'
import { SYSTEM } from '../core/db/roles.ts'
import { createExecutor } from '../core/graphql/executor.ts'
import { graphqlHandler } from '../core/graphql/handler.ts'
import { createGraphqlServer } from '../core/graphql/server.ts'
import { Slots } from '../core/graphql/slots.ts'
import { Listener } from '../core/live/listener.ts'
import { Sockets, type SocketLimits } from '../core/live/sockets.ts'
import { startMailRelay } from '../core/mail/relay.ts'
import { openQueue, type QueueOptions } from '../core/jobs/queue.ts'
import { startJobs, type JobTimes } from '../core/jobs/runner.ts'
import { Reader } from '../core/read/reader.ts'
import { readingOptions } from '../core/read/trip.ts'
import { JobFeed, PresenceBoard, TicketFeed } from '../features/live/index.ts'
import { openStorage } from '../core/storage/storage.ts'
import { fileRoutes, startSweep } from '../features/attachments/index.ts'
import { startContractWorker, type ContractWorkerOptions } from '../features/contracts/index.ts'
import { jobMessages } from '../features/jobs/index.ts'
import { mailSettings } from '../features/mail/index.ts'
import { allPermissions } from '../features/organization/index.ts'
import { bulkWork } from '../features/tickets/index.ts'
import { contextMaker, socketContextMaker, type RequestContext } from './context.ts'
import type { Database } from './database.ts'
import type { Env } from './env.ts'
import { codeFields, codeRoots, costs, entities } from './features.ts'
import { createHttp, createLogger } from './http.ts'
import { liveHandler } from './http/live.ts'
import { makeSchema } from './schema.ts'

const statementTimeoutMs = 8_000
const connections = 10
/** Of one principal: half of the connections at most, and never an endless line. */
const statementsAtOnce = connections / 2
const operationsAtOnce = 5
const operationsWaiting = 20

/** Measurements come from one address. */
const unlimitedSockets: Partial<SocketLimits> = { perAddress: Infinity, burst: 1_000, perSecond: 1_000 }

export interface RunningServer {
  url: string
  /** Stops taking requests, lets the running ones end, and gives every connection back. */
  close(): Promise<void>
}

/** Puts the program together and listens. */
export async function startServer(env: Env, database: DatabaseUrls): Promise<RunningServer> {
  const app = await makeApp(env, database)
  await app.http.listen({ port: env.port, host: env.host })
  return { url: env.publicUrl, close: () => app.close() }
}

type DatabaseUrls = Pick<Database, 'appUrl' | 'workerUrl'>

interface AppOptions {
  bothLanes?: boolean
  log?: Logger
  jobTimes?: JobTimes
  queueTimes?: QueueOptions['times']
  contractTimes?: ContractWorkerOptions['times']
  /** One that tests move; else the one that the environment starts. */
  clock?: Clock
  /** Tests make them small. */
  sockets?: Partial<SocketLimits>
}

/**
 * Puts the program together without listening. `bothLanes` is for tests: every query runs through both lanes, which
 * must agree.
 */
export async function makeApp(env: Env, database: DatabaseUrls, options: AppOptions = {}) {
  const log = options.log ?? createLogger(env.logLevel)
  const clock = options.clock ?? startClock(env.timeZone, env.now)
  const pool = new pg.Pool({
    connectionString: database.appUrl,
    max: connections,
    statement_timeout: statementTimeoutMs,
    connectionTimeoutMillis: 2_000,
    application_name: 'accord',
  })
  const readPool = new pg.Pool({
    connectionString: database.appUrl,
    max: connections,
    statement_timeout: statementTimeoutMs,
    connectionTimeoutMillis: 2_000,
    application_name: 'accord-read',
    options: readingOptions,
  })
  for (const each of [pool, readPool]) {
    const told = (error: Error) => log.warn({ error: error.message }, 'a connection broke')
    // A connection may break while it is idle or while it ends; nobody else would listen.
    each.on('error', told).on('connect', (client) => client.on('error', told))
  }
  const signInPool = createSignInPool(database.appUrl)
  const orm = await openOrm(database.appUrl, entities, { pool: { max: connections } })
  const { schema, doors, model } = await makeSchema()
  mailSettings.sent = env.smtpUrl !== null
  const reader = new Reader(schema, model, doors, readPool, clock, {
    aside: pool,
    ...(env.rateLimit && { turns: new Slots(statementsAtOnce, Infinity) }),
  })
  const gate = createGate({
    pool,
    secret: env.secret,
    publicUrl: env.publicUrl,
    allPermissions,
    rateLimit: env.rateLimit,
    log,
  })
  const slots = env.rateLimit ? new Slots(operationsAtOnce, operationsWaiting) : null
  const graphql = createGraphqlServer<RequestContext>({
    schema,
    // The doors decide that a principal is there before any resolver sees the context.
    executor: createExecutor({ schema, reader, codeRoots, codeFields, bothLanes: options.bothLanes }),
    log,
    costs,
    rateLimit: env.rateLimit,
  })
  await graphql.start()
  const listener = new Listener({ connectionString: database.appUrl, log })
  const ticketFeed = new TicketFeed(listener, readPool, log)
  const jobFeed = new JobFeed(listener, readPool, log)
  const presence = new PresenceBoard(listener)
  const parts = {
    gate,
    slots,
    publicUrl: env.publicUrl,
    clock,
    orm,
    reader,
    signInPool,
    ticketFeed,
    jobFeed,
    presence,
  }
  const sockets = new Sockets<RequestContext>({
    graphql,
    gate,
    listener,
    context: socketContextMaker(parts),
    slots,
    limits: { ...(env.rateLimit ? {} : unlimitedSockets), ...options.sockets },
    log,
  })
  await listener.start()

  const origins = new Set([new URL(env.publicUrl).origin])
  if (env.loopback) origins.add(`http://localhost:${env.port}`)
  let draining = false
  const http = createHttp(
    {
      publicUrl: env.publicUrl,
      origins,
      trustedProxies: env.trustedProxies,
      webRoot: join(import.meta.dirname, '../../../web/dist'),
      ready: async () => {
        if (draining || !(await isMigrated(pool))) throw new Error('not ready')
      },
    },
    log,
  )
  await http.register(authRoutes, {
    prefix: '/api/auth',
    pool: signInPool,
    gate,
    secret: env.secret,
    publicUrl: env.publicUrl,
    origins,
    rateLimit: env.rateLimit,
    log,
  })
  const files = join(env.dataDir, 'files')
  const storage = await openStorage(env.files ?? { directory: files })
  await http.register(fileRoutes, {
    prefix: '/files',
    gate,
    // A line of their own: pictures on their way do not keep the page that shows them waiting.
    slots: env.rateLimit ? new Slots(operationsAtOnce, operationsWaiting) : null,
    orm,
    clock,
    storage,
    staging: join(files, 'staging'),
    log,
  })
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: liveHandler(sockets, graphqlHandler(graphql, contextMaker(parts), log)),
  })

  const workerPool = env.role === 'api' ? null : createRolePool(database.workerUrl, SYSTEM, { max: 3 })
  const from = { name: 'Accord', address: `no-reply@${new URL(env.publicUrl).hostname}` }
  const relay = workerPool && startMailRelay({ workerPool, smtpUrl: env.smtpUrl ?? undefined, from, log })

  const sweep = workerPool && startSweep({ workerPool, storage, log })
  const contracts =
    workerPool &&
    (await startContractWorker({
      boss: await openQueue({ connectionString: database.workerUrl, log, times: options.queueTimes }),
      connectionString: database.workerUrl,
      clock,
      publicUrl: env.publicUrl,
      log,
      times: options.contractTimes,
    }))
  const jobs =
    workerPool &&
    startJobs({
      workerPool,
      orm,
      clock,
      work: { BULK_CHANGE: bulkWork(env) },
      allPermissions: new Set(allPermissions),
      stopped: jobMessages['job.stopped'],
      broken: jobMessages['job.broken'],
      log,
      times: options.jobTimes,
    })

  return {
    http,
    schema,
    doors,
    model,
    reader,
    orm,
    clock,
    listener,
    sockets,
    ticketFeed,
    jobFeed,
    async close() {
      draining = true
      http.startDraining()
      if (env.lbDrain) await new Promise((resolve) => setTimeout(resolve, env.lbDrain * 1_000))
      await sockets.close()
      await http.close()
      presence.close()
      await listener.close()
      await relay?.stop()
      await Promise.all([sweep?.stop(), jobs?.stop(), contracts?.stop()])
      await graphql.stop()
      await orm.close()
      await Promise.all([pool, readPool, signInPool, ...(workerPool ? [workerPool] : [])].map((each) => each.end()))
    },
  }
}
