/**
 * Calls each part of a read by itself, in one process that does nothing else, and prints the milliseconds of processor
 * time that one call takes.
 */
import 'reflect-metadata'
import { getOperationAST, parse, specifiedRules, validate, type FieldNode, type OperationDefinitionNode } from 'graphql'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { readEnv } from '../../src/app/env.ts'
import { makeApp } from '../../src/app/server.ts'
import { createGate } from '../../src/core/auth/principal.ts'
import { createCostMeter } from '../../src/core/graphql/cost.ts'
import { limitsRule } from '../../src/core/graphql/document-limits.ts'
import { defaultLimits } from '../../src/core/graphql/limits.ts'
import { RawJson } from '../../src/core/graphql/raw-json.ts'
import { stringifyResult } from '../../src/core/graphql/server.ts'
import { prepareVariables } from '../../src/core/graphql/variables.ts'
import { Reader } from '../../src/core/read/reader.ts'
import { allPermissions } from '../../src/features/organization/index.ts'
import { median } from '../statistics.ts'

const env = process.env as Record<string, string>
const query = env['QUERY']!
const headers = JSON.parse(env['HEADERS']!) as Record<string, string>
const database = { appUrl: env['DATABASE_URL']!, workerUrl: env['DATABASE_WORKER_URL']! }
const settings = readEnv()
const app = await makeApp(settings, database)
const { schema, doors, model, reader, clock } = app
const pool = new pg.Pool({ connectionString: database.appUrl, max: 10 })
const log = { warn: () => undefined }
const gate = createGate({
  pool,
  secret: settings.secret,
  publicUrl: settings.publicUrl,
  allPermissions,
  rateLimit: false,
  log,
})

const rules = [...specifiedRules, limitsRule(defaultLimits)]
const parsed = () => {
  const document = parse(query, { maxTokens: defaultLimits.tokens })
  if (validate(schema, document, rules).length > 0) throw new Error('the query is not valid')
  return document
}
const whoAsks = () => gate.whoAsks({ headers, url: '/graphql', ip: '127.0.0.1' })
const found = await whoAsks()
if (found === null || !('databaseRole' in found)) throw new Error('nobody')
const principal = found
const document = parsed()
const operation = getOperationAST(document) as OperationDefinitionNode
const meter = createCostMeter(schema, defaultLimits)
const rootType = schema.getQueryType()!
const nodes = operation.selectionSet.selections as readonly FieldNode[]
const field = rootType.getFields()[nodes[0]!.name.value]!
const parts = { document, name: operation.name?.value, fragments: {}, variables: {}, flags: '', typed: false }
const key = field.name
const prepare = (by = reader) => by.prepareRoot(parts, principal, rootType, key, nodes)
const prepared = prepare()
const text = (await reader.run(prepared, principal)) ?? 'null'
const answered = {
  data: new RawJson(`{"${key}":${text}}`) as never,
  extensions: { cost: { requested: 1, remaining: 1, restorePerSecond: 1 } },
}

/** The root field's resolver with shield before it, over a reader that has its answer already. */
const idle = { run: async () => text }
const context = { principal, reader: idle, prepared: new Map([[key, { read: prepared }]]), operation: parts }
const info = {
  fieldName: key,
  fieldNodes: nodes,
  returnType: field.type,
  parentType: rootType,
  path: { prev: undefined, key, typename: 'Query' },
  schema,
  fragments: {},
  rootValue: undefined,
  operation,
  variableValues: {},
}
const resolve = async () => field.resolve!(undefined, prepared.args[0] ?? {}, context, info)

const work: Record<string, [calls: number, call: () => unknown]> = {
  'who asks': [2_000, whoAsks],
  'parse and validate, a known document': [20_000, () => createHash('sha256').update(query).digest('hex')],
  'parse and validate, a new document': [500, parsed],
  'limits and cost': [
    20_000,
    () => meter.measure(document, operation, prepareVariables(schema, operation, {}, defaultLimits).coerced),
  ],
  'plan, a known one': [20_000, () => reader.refusal(prepare(), principal)],
  'plan, a new one': [300, () => prepare(new Reader(schema, model, doors, pool, clock))],
  'shield and resolver': [10_000, resolve],
  SQL: [1_500, () => reader.run(prepared, principal)],
  printing: [20_000, () => Buffer.byteLength(stringifyResult(answered))],
}

/** As many at once as the server has connections busy. */
async function cpuOf(calls: number, call: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  let left = calls
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (left > 0) {
        left -= 1
        await call()
      }
    }),
  )
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000 / calls
}

const rounds = Number(env['ROUNDS'])
const times: Record<string, number[]> = {}
for (let round = 0; round <= rounds; round += 1) {
  for (const [part, [calls, call]] of Object.entries(work)) {
    const taken = await cpuOf(calls, call)
    // The first round warms up.
    if (round > 0) (times[part] ??= []).push(taken)
  }
}
console.log(JSON.stringify(Object.fromEntries(Object.entries(times).map(([part, taken]) => [part, median(taken)]))))
await Promise.all([app.close(), pool.end()])
