/** Apollo Server as this house runs it: our executor behind its gateway door, our limits, nothing it says by itself. */
import {
  ApolloServer,
  HeaderMap,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import {
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { CostBuckets } from './bucket.ts'
import { createCostMeter } from './cost.ts'
import type { Costs } from './cost-steps.ts'
import { limitsRule } from './document-limits.ts'
import { RecentDocuments } from './document-store.ts'
import { formatError } from './errors.ts'
import { coercedVariables, createGuard, type Caller, type Log } from './guard.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { RawJson } from './raw-json.ts'

/** A valid operation within the limits, ready to be executed. */
export interface OperationRequest<C> {
  /** The same object for the same text as long as it is remembered: plans may be kept by it. */
  document: DocumentNode
  operation: OperationDefinitionNode
  operationName: string | undefined
  /** As sent, in NFC; only those that the operation declares. For graphql-js, which coerces them itself. */
  variables: Readonly<Record<string, unknown>>
  /** The same, coerced by their types and with defaults. */
  coerced: Readonly<Record<string, unknown>>
  context: C
  /** SHA-256 of the document's text. */
  queryHash: string
}

/** `data` may be `RawJson`, which is printed as it is. */
export interface OperationAnswer {
  data?: unknown
  errors?: readonly GraphQLError[]
  extensions?: Record<string, unknown>
}

export interface GraphqlServerOptions<C extends Caller> {
  schema: GraphQLSchema
  executor: (request: OperationRequest<C>) => Promise<OperationAnswer>
  log: Log
  limits?: Partial<Limits>
  /** What fields cost beside their nodes, by "Type.field" or "*.field". */
  costs?: Costs
  /** False only for measurements. */
  rateLimit?: boolean
  plugins?: ApolloServerPlugin<C>[]
}

/** Makes the server; `await server.start()` before it takes requests. */
export function createGraphqlServer<C extends Caller>(options: GraphqlServerOptions<C>): ApolloServer<C> {
  const { schema, log } = options
  const limits = { ...defaultLimits, ...options.limits }
  const guard = createGuard<C>({
    schema,
    limits,
    meter: createCostMeter(schema, limits, options.costs),
    buckets: options.rateLimit === false ? null : new CostBuckets(limits.bucket),
    log,
  })
  const answers = new WeakMap<BaseContext, Promise<OperationAnswer>>()
  return new ApolloServer<C>({
    gateway: gatewayTo(schema, answers),
    // Counted while parsing: a long document is dear to validate, so it must not come so far.
    parseOptions: { maxTokens: limits.tokens },
    // graphql-js adds a note of its own when it stops, which is the last one told. It makes no suggestions either:
    // Apollo's way, to make and then search them, takes seconds for a text that was written to be searched.
    validationOptions: { maxErrors: limits.validationErrors - 1, hideSuggestions: true },
    validationRules: [limitsRule(limits)],
    documentStore: new RecentDocuments(),
    formatError,
    stringifyResult,
    // Who may read the schema is decided for each request, in the guard.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // The program stops things itself, in its order.
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: quiet(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      guard,
      executing(options.executor, answers),
      ...(options.plugins ?? []),
    ],
  })
}

type Gateway<C extends Caller> = ApolloServerOptionsWithGateway<C>['gateway']
type GatewayAnswer = Awaited<ReturnType<NonNullable<Awaited<ReturnType<Gateway<Caller>['load']>>['executor']>>>

/**
 * Executes operations. An answer without errors goes out as it is; any other is left to Apollo, which takes it from the
 * gateway and sees to its errors.
 */
function executing<C extends Caller>(
  executor: GraphqlServerOptions<C>['executor'],
  answers: WeakMap<BaseContext, Promise<OperationAnswer>>,
): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, request, contextValue: context, queryHash }) {
          if (!(operation as typeof operation | undefined)) return null
          const answer = executor({
            document,
            operation,
            operationName: request.operationName,
            variables: request.variables ?? {},
            coerced: coercedVariables(context),
            context,
            queryHash: queryHash!,
          })
          answers.set(context, answer)
          const result = await answer.catch(() => undefined)
          if (!result || result.errors) return null
          return {
            http: { headers: new HeaderMap() },
            body: { kind: 'single', singleResult: result as FormattedExecutionResult },
          }
        },
      }
    },
  }
}

/** The way by which Apollo Server takes an executor that is not its own. */
function gatewayTo<C extends Caller>(
  schema: GraphQLSchema,
  answers: WeakMap<BaseContext, Promise<OperationAnswer>>,
): Gateway<C> {
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => undefined
    },
    async load() {
      return {
        async executor({ operation, context }): Promise<GatewayAnswer> {
          // Apollo leaves it to the executor to say that the document has no such operation.
          if (!operation)
            return { errors: [new GraphQLError('The document has no such operation, or several and none was named.')] }
          return (await answers.get(context)) as ExecutionResult
        },
      }
    },
    async stop() {},
  }
}

/** Prints an answer. Text that PostgreSQL wrote goes in as it is. */
export function stringifyResult({ errors, data, extensions }: FormattedExecutionResult): string {
  if (!((data as unknown) instanceof RawJson)) return JSON.stringify({ errors, data, extensions })
  const before = errors ? `"errors":${JSON.stringify(errors)},` : ''
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''
  return `{${before}"data":${(data as unknown as RawJson).text}${after}}`
}

/** Apollo's own remarks: only those that somebody has to act on. */
const quiet = (log: Log) => ({
  debug() {},
  info() {},
  warn: (text?: unknown) => log.warn({ from: 'apollo' }, String(text)),
  error: (text?: unknown) => log.error({ from: 'apollo' }, String(text)),
})
