/**
 * Subscriptions: the doors of every selected field are asked before anything opens, and again for each batch of changes,
 * as whoever asks is then. A change is read like a query, by the same plan, under the same row policies: what does not
 * come back is not there for the one who asks, and nothing is said about it.
 */
import {
  GraphQLError,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import { collectFields } from 'graphql/execution/collectFields.js'
import { getArgumentValues } from 'graphql/execution/values.js'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Principal } from '../auth/principal.ts'
import type { Batch, Source } from '../live/pending.ts'
import { badUserInput } from './errors.ts'
import type { ReadContext } from './executor.ts'
import type { RawJson } from './raw-json.ts'
import type { OperationAnswer, OperationRequest } from './server.ts'
import { Slots } from './slots.ts'

/** What an operation that came over a socket can ask of it. One for each operation. */
export interface LiveHandle {
  /** Whose socket it is: two with the same proof are the same to the database. */
  readonly proof: string
  /** A new context, with whoever asks read anew; null when that is nobody any more: then the socket is being closed. */
  renew(): Promise<ReadContext | null>
  /** Takes the operation's cost once more, so many times; the seconds to wait when there is not enough left. */
  pay?: (times: number) => number
  /** Set by the executor: the answers from now on. */
  opened?: AnswerStream
}

export interface AnswerStream extends AsyncGenerator<OperationAnswer, void, undefined> {
  /** The rights of the one who asks may have changed; this is who it is now. */
  reconsider(principal: Principal): void
}

type Request = OperationRequest<ReadContext>
type Fragments = Record<string, FragmentDefinitionNode>

/** What the executor lends: how it prepares an operation, and its ordinary lane. */
export interface Lanes {
  schema: GraphQLSchema
  fragmentsOf: (document: DocumentNode) => Fragments
  prepareAll: (
    request: Request,
    fragments: Fragments,
    rootType: GraphQLObjectType,
    roots: Map<string, readonly FieldNode[]>,
    typed: boolean,
  ) => ReadContext | GraphQLError
  runOrdinary: (request: Request, context: ReadContext) => Promise<OperationAnswer>
}

/** Not there, or not for the one who asks: nobody may be able to tell which. */
const notThere = () => badUserInput('There is no such thing to watch.')
/** Thrown by the ordinary lane's resolver for a row that did not come back. */
export class NotThere extends Error {}
/** No row has it: by it the question is put to the database before anything has happened. */
const nobodysId = '00000000-0000-0000-0000-000000000000'

/** So many batches are read at once, whoever they are for: the connections are there for requests too. */
const readsAtOnce = 4
/** How often a batch is read when the database does not answer; in all some seven seconds. */
const attempts = 6

/** Makes the function that opens a subscription, or says why not: then nothing is left open. */
export function createSubscriber({ schema, fragmentsOf, prepareAll, runOrdinary }: Lanes) {
  // The same question of the same person, at the same moment, is asked once: somebody has several windows open.
  const reading = new Map<string, Promise<OperationAnswer[] | null>>()
  const turns = new Slots(readsAtOnce, Infinity)

  return async function subscribe(request: Request, live: LiveHandle): Promise<AnswerStream | GraphQLError> {
    const rootType = schema.getSubscriptionType()!
    const fragments = fragmentsOf(request.document)
    const roots = collectFields(schema, fragments, request.coerced, rootType, request.operation.selectionSet)
    const [root] = roots
    if (!root || root[1][0]!.name.value.startsWith('__')) return badUserInput('Subscribe to one field.')
    const [key, nodes] = root
    const field = rootType.getFields()[nodes[0]!.name.value]!
    const args = getArgumentValues(field, nodes[0]!, request.coerced)
    const info: GraphQLResolveInfo = {
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType: rootType,
      path: { prev: undefined, key, typename: rootType.name },
      schema,
      fragments,
      rootValue: undefined,
      operation: request.operation,
      variableValues: request.coerced,
    }

    /** Asks every door as the context's principal, and puts the arguments in by which the rows are found. */
    function prepare(context: ReadContext, typed: boolean, found: Readonly<Record<string, unknown>>): ReadContext {
      const ready = prepareAll({ ...request, context }, fragments, rootType, roots, typed)
      if (ready instanceof GraphQLError) throw ready
      const prepared = ready.prepared!.get(key)
      if (!prepared || !('read' in prepared)) throw new Error(`${field.name} was not prepared`)
      const [own, ...below] = prepared.read.args
      ready.prepared!.set(key, { read: { ...prepared.read, args: [{ ...own, ...found }, ...below] } })
      return ready
    }

    async function read(context: ReadContext, source: Source, ids: readonly string[]): Promise<OperationAnswer[]> {
      const straight = prepare(context, false, source.args(ids))
      if (ids.length === 0) return []
      const prepared = straight.prepared!.get(key)!
      if ('read' in prepared && prepared.read.plan.needsCode) return readOneByOne(context, source, ids)
      const value: unknown = await field.resolve!(undefined, args, straight, info)
      if (value instanceof Error) throw value
      const rows = JSON.parse((value as RawJson).text) as unknown[]
      return rows.map((row) => ({ data: { [key]: row } }))
    }

    /** The ordinary lane answers one row at a time. */
    async function readOneByOne(context: ReadContext, source: Source, ids: readonly string[]) {
      const answers: OperationAnswer[] = []
      for (const id of ids) {
        const answer = await runOrdinary(request, prepare(context, true, source.args([id])))
        const [error] = answer.errors ?? []
        if (!error) answers.push(answer)
        else if (!(error.originalError instanceof NotThere)) throw error
      }
      return answers
    }

    /** Null: the socket is being closed, and nothing more is said here. */
    async function readAnew(source: Source, ids: readonly string[]): Promise<OperationAnswer[] | null> {
      const context = await live.renew()
      if (!context) return null
      const found = await read(context, source, ids)
      if (source.only !== null && ids.length > 0 && found.length === 0) throw notThere()
      return found
    }

    /** A database that is away for a moment ends no subscription. */
    async function readPatiently(source: Source, ids: readonly string[]): Promise<OperationAnswer[] | null> {
      for (let attempt = 1; ; attempt += 1) {
        const giveBack = await turns.take('live')
        try {
          return await readAnew(source, ids)
        } catch (error) {
          if (error instanceof GraphQLError || attempt === attempts) throw error
        } finally {
          giveBack()
        }
        await sleep(attempt * 500)
      }
    }

    async function readOnce(source: Source, { ids, moment }: Batch): Promise<OperationAnswer[]> {
      const { queryHash, operationName, variables } = request
      const question = [live.proof, queryHash, operationName, JSON.stringify(variables), moment, ...ids].join(' ')
      // What another window could not find out, for it was being closed perhaps, this one asks for itself.
      const shared = await reading.get(question)?.catch(() => null)
      if (shared) return shared
      const own = readPatiently(source, ids).finally(() => reading.delete(question))
      reading.set(question, own)
      return (await own) ?? []
    }

    async function* answersOf(source: Source): AsyncGenerator<OperationAnswer, void, undefined> {
      try {
        for (let batch = await source.take(); batch; batch = await source.take()) {
          const { length } = batch.ids
          for (let wait = live.pay?.(length) ?? 0; wait > 0; wait = live.pay?.(length) ?? 0) await sleep(wait * 1_000)
          yield* await readOnce(source, batch)
        }
      } finally {
        source.close()
      }
    }

    let source: Source | undefined
    try {
      const first = prepare(request.context, false, {})
      source = (await field.subscribe!(undefined, args, first, info)) as Source
      // It listens already, so nothing that happens from now on is missed; but first it must be there at all.
      const found = await read(request.context, source, [source.only ?? nobodysId])
      if (source.only !== null && found.length === 0) throw notThere()
      source.begin?.()
      return stream(answersOf(source), source)
    } catch (error) {
      source?.close()
      if (error instanceof GraphQLError) return error
      throw error
    }
  }
}

/** A generator that waits cannot be returned from, so its source is closed; what it was reading is not told any more. */
function stream(answers: AsyncGenerator<OperationAnswer, void, undefined>, source: Source): AnswerStream {
  const over = { done: true, value: undefined } as const
  let closed = false
  const close = async () => {
    closed = true
    source.close()
    return over
  }
  const made: AnswerStream = {
    async next() {
      const result = closed ? over : await answers.next()
      return closed ? over : result
    },
    return: close,
    throw: close,
    reconsider: (principal) => source.reconsider(principal),
    [Symbol.asyncIterator]: () => made,
    [Symbol.asyncDispose]: async () => void (await close()),
  }
  return made
}
