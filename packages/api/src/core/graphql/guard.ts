/** The plugin that stands between a valid document and its execution, and sees every answer off. */
import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import { ipBucket } from '../auth/ip.ts'
import type { CostBuckets } from './bucket.ts'
import type { CostMeter } from './cost.ts'
import { describeError } from './describe-error.ts'
import { introspects } from './document-limits.ts'
import { badUserInput, isMasked, queryTooComplex, rateLimited, statusOf, unauthenticated } from './errors.ts'
import type { Limits } from './limits.ts'
import { prepareVariables } from './variables.ts'

/** What this layer needs to know about who asks. */
export interface Caller extends BaseContext {
  requestId: string
  /** The address that the trusted proxies vouch for. */
  ip: string
  principal: { id: string } | null
  /** Set for what comes over a socket; told how a change is paid for. */
  live?: { pay?: (times: number) => number }
}

export interface Log {
  error(note: object, text: string): void
  warn(note: object, text: string): void
}

export interface GuardOptions {
  schema: GraphQLSchema
  limits: Limits
  meter: CostMeter
  /** Null where the rate is not limited (measurements on a loopback address). */
  buckets: CostBuckets | null
  log: Log
}

const noIntrospection = () => unauthenticated('Sign in, or send an API key, to read the schema.')

/** Coerced variables of a request that passed, by its context: the executor takes them from here. */
const passed = new WeakMap<BaseContext, Readonly<Record<string, unknown>>>()
export const coercedVariables = (context: BaseContext): Readonly<Record<string, unknown>> => passed.get(context) ?? {}

export function createGuard<C extends Caller>(options: GuardOptions): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return listen<C>(options)
    },
  }
}

function listen<C extends Caller>({ schema, limits, meter, buckets, log }: GuardOptions): GraphQLRequestListener<C> {
  let requested: number | undefined
  let remaining = limits.bucket.capacity

  const callerOf = ({ contextValue }: GraphQLRequestContext<C>) =>
    contextValue.principal ? `principal:${contextValue.principal.id}` : `ip:${ipBucket(contextValue.ip)}`

  function charge(request: GraphQLRequestContext<C>, points: number, force: boolean) {
    requested ??= points
    const taken = buckets?.take(callerOf(request), points, force)
    if (!taken) return
    remaining = taken.remaining
    if (!taken.ok) throw rateLimited(taken.retryAfter)
  }

  return {
    /** Whoever may not read the schema hears only that, whatever else is wrong with the document. */
    async validationDidStart({ contextValue, document }) {
      return async (errors) => {
        if (errors && !contextValue.principal && introspects(document))
          (errors as Error[]).splice(0, errors.length, noIntrospection())
      }
    },

    async didResolveOperation(request) {
      const { operation, document, contextValue } = request
      if (!operation) return
      if (!contextValue.principal && introspects(document)) throw noIntrospection()
      const { live } = contextValue
      if (operation.operation === 'subscription' && !live) throw badUserInput('Subscriptions need a WebSocket.')
      if (operation.operation !== 'subscription' && live)
        throw badUserInput('A WebSocket takes subscriptions only. Send queries and mutations by POST.')
      const { raw, coerced } = prepareVariables(schema, operation, request.request.variables ?? {}, limits)
      const cost = meter.measure(document, operation, coerced)
      if (cost > limits.cost) {
        requested = cost
        throw queryTooComplex(`This operation asks for ${cost} nodes; at most ${limits.cost} are answered at once.`)
      }
      charge(request, cost, false)
      if (live)
        live.pay = (times) => {
          const taken = buckets?.take(callerOf(request), Math.min(cost * times, limits.bucket.capacity))
          return taken && !taken.ok ? taken.retryAfter : 0
        }
      request.request.variables = raw
      passed.set(contextValue, coerced)
    },

    async didEncounterErrors({ errors, contextValue, operationName, queryHash }) {
      for (const error of errors) {
        if (!isMasked(error)) continue
        log.error(
          { requestId: contextValue.requestId, operationName, queryHash, error: describeError(error) },
          'an operation failed',
        )
      }
    },

    async willSendResponse(request) {
      const { body, http } = request.response
      if (body.kind !== 'single') return
      const result = body.singleResult
      if (!passed.has(request.contextValue) && http.status !== 429) charge(request, limits.refusalCost, true)
      result.extensions = {
        ...result.extensions,
        cost: { requested, remaining, restorePerSecond: limits.bucket.restorePerSecond },
      }
      if (!result.errors?.length) return
      for (const { extensions } of result.errors) {
        if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR') extensions['requestId'] = request.contextValue.requestId
      }
      // With data there is an answer, and errors are a part of it. Without, the first error gives the status.
      if (result.data) http.status = 200
      else http.status = statusOf(result.errors[0]?.extensions?.['code']) ?? http.status
    },
  }
}
