/** What resolvers say: read this root field, or do this verb and read its payload back. */
import type { FieldNode, GraphQLResolveInfo } from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import { getNamedType, type GraphQLObjectType } from 'graphql'
import { StaleVersion, type Outcome } from '../db/verb.ts'
import { Problem } from './problem.ts'
import type { PayloadPart, ReadContext } from './executor.ts'
import { RawJson } from './raw-json.ts'
import { NotThere } from './subscriptions.ts'

/** Context with the language problems are told in. */
export interface AnswerContext extends ReadContext {
  locale: 'tr' | 'en'
}

/** Answers a root field of Query from its prepared plan. */
export async function read(context: ReadContext, info: GraphQLResolveInfo): Promise<unknown> {
  if (!context.principal) return asAnswer(context, 'null')
  const prepared = context.prepared!.get(String(info.path.key))
  if (!prepared || !('read' in prepared)) throw new Error(`${info.fieldName} was not prepared`)
  return asAnswer(context, (await context.reader.run(prepared.read, context.principal, context.gone)) ?? 'null')
}

/**
 * Answers a root field of Subscription from its prepared plan: in the straight lane with the list of rows that are there
 * for the one who asks, in the ordinary lane with the one that was asked for.
 */
export async function changed(context: ReadContext, info: GraphQLResolveInfo): Promise<unknown> {
  const rows = await read(context, info)
  if (rows instanceof RawJson) return rows
  const [row] = rows as unknown[]
  if (row === undefined) throw new NotThere()
  return row
}

/**
 * Runs a verb and answers with its payload. A `Problem` becomes the payload's `errors`; with `current` set, the object
 * as it is now stands beside it.
 */
export async function write(
  context: AnswerContext,
  info: GraphQLResolveInfo,
  verb: () => Promise<Outcome>,
): Promise<unknown> {
  let values: Outcome = {}
  let problems: readonly Problem[] = []
  try {
    values = await verb()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    problems = [error]
    values = error instanceof StaleVersion ? error.current : {}
  }
  const prepared = context.prepared!.get(String(info.path.key))
  if (!prepared || !('payload' in prepared)) throw new Error(`${info.fieldName} was not prepared`)
  const entries: string[] = []
  for (const part of prepared.payload)
    entries.push(`${JSON.stringify(part.key)}:${await payloadPart(context, info, part, values, problems)}`)
  return asAnswer(context, `{${entries.join(',')}}`)
}

async function payloadPart(
  context: AnswerContext,
  info: GraphQLResolveInfo,
  part: PayloadPart,
  values: Outcome,
  problems: readonly Problem[],
): Promise<string> {
  if (part.name === '__typename') return JSON.stringify(getNamedType(info.returnType).name)
  if (part.name === 'errors')
    return JSON.stringify(problems.map((problem) => userError(context, info, part.nodes, problem)))
  const value = values[part.name] ?? null
  if (!part.type || value === null) return JSON.stringify(value)
  const path = [String(info.path.key), part.key]
  const prepared = context.reader.preparePayload(
    context.operation!,
    context.principal!,
    part.type,
    path,
    part.nodes,
    value,
  )
  return (await context.reader.run(prepared, context.principal!)) ?? 'null'
}

function userError(
  context: AnswerContext,
  info: GraphQLResolveInfo,
  nodes: readonly FieldNode[],
  problem: Problem,
): Record<string, unknown> {
  const type = info.schema.getType('UserError') as GraphQLObjectType
  const { code, message, path } = problem.toUserError(context.locale)
  const values: Record<string, unknown> = { __typename: 'UserError', code, message, path: path.length ? path : null }
  const selected = collectSubfields(
    info.schema,
    context.operation!.fragments,
    context.operation!.variables,
    type,
    nodes,
  )
  return Object.fromEntries([...selected].map(([key, [node]]) => [key, values[node!.name.value]]))
}

function asAnswer(context: ReadContext, text: string): unknown {
  return context.operation!.typed ? JSON.parse(text) : new RawJson(text)
}
