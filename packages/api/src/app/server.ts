import { join } from 'node:path'
import pg from 'pg'
import type { Logger } from 'pino'
import { createGate } from '../core/auth/principal.ts'
import { createRolePool, createSignInPool } from '../core/auth/pool.ts'
import { authRoutes } from '../core/auth/routes.ts'
import { isMigrated } from '../core/db/migrate.ts'
import { openOrm } from '../core/db/orm.ts'
import { SYSTEM } from '../core/db/roles.ts'
import { createExecutor } from '../core/graphql/executor.ts'
import { graphqlHandler } from '../core/graphql/handler.ts'
import { createGraphqlServer } from '../core/graphql/server.ts'
import { Slots } from '../core/graphql/slots.ts'
import { startMailRelay } from '../core/mail/relay.ts'
import { Reader } from '../core/read/reader.ts'
import { openStorage } from '../core/storage/storage.ts'
import { fileRoutes, startSweep } from '../features/attachments/index.ts'
import { mailSettings } from '../features/mail/index.ts'
import { allPermissions } from '../features/organization/index.ts'
import { contextMaker, type RequestContext } from './context.ts'
import type { Database } from './database.ts'
import type { Env } from './env.ts'
import { codeFields, codeRoots, costs, entities } from './features.ts'
import { createHttp, createLogger } from './http.ts'
import { makeSchema } from './schema.ts'

const statementTimeoutMs = 8_000
const connections = 10
/** Of one principal: half of the connections at most, and never an endless line. */
const statementsAtOnce = connections / 2
const operationsAtOnce = 5
const operationsWaiting = 20

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

/**
 * Puts the program together without listening. `bothLanes` is for tests: every query runs through both lanes, which
 * must agree.
 */
export async function makeApp(env: Env, database: DatabaseUrls, options: { bothLanes?: boolean; log?: Logger } = {}) {
  const log = options.log ?? createLogger(env.logLevel)
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
    options: '-c timezone=UTC',
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
  const reader = new Reader(schema, model, doors, readPool, {
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
    storage,
    staging: join(files, 'staging'),
    log,
  })
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: graphqlHandler(
      graphql,
      contextMaker({ gate, slots, publicUrl: env.publicUrl, timeZone: env.timeZone, orm, reader, signInPool }),
      log,
    ),
  })

  const workerPool = env.role === 'api' ? null : createRolePool(database.workerUrl, SYSTEM, { max: 3 })
  const from = { name: 'Accord', address: `no-reply@${new URL(env.publicUrl).hostname}` }
  const relay = workerPool && startMailRelay({ workerPool, smtpUrl: env.smtpUrl ?? undefined, from, log })

  const sweep = workerPool && startSweep({ workerPool, storage, log })

  return {
    http,
    schema,
    doors,
    model,
    reader,
    orm,
    async close() {
      draining = true
      http.startDraining()
      if (env.lbDrain) await new Promise((resolve) => setTimeout(resolve, env.lbDrain * 1_000))
      await http.close()
      await relay?.stop()
      await sweep?.stop()
      await graphql.stop()
      await orm.close()
      await Promise.all([pool, readPool, signInPool, ...(workerPool ? [workerPool] : [])].map((each) => each.end()))
    },
  }
}
