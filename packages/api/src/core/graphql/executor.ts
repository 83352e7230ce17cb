/**
 * Executes operations in two lanes. Straight: every field is SQL's, the JSON texts of the root fields are joined and
 * printed. Ordinary: graphql-js over the parsed JSON, for introspection and for fields that code answers.
 */
import {
  execute,
  getNamedType,
  GraphQLError,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js'
import { getArgumentValues } from 'graphql/execution/values.js'
import { isDeepStrictEqual } from 'node:util'
import type { Principal } from '../auth/principal.ts'
import { RowRef, typeKey } from '../read/plan.ts'
import DataLoader from 'dataloader'
import type { Operation, Prepared, Reader } from '../read/reader.ts'
import { refuse } from './doors.ts'
import { badUserInput } from './errors.ts'
import type { Gone } from './gone.ts'
import { RawJson } from './raw-json.ts'
import type { OperationAnswer, OperationRequest } from './server.ts'
import { createSubscriber, type LiveHandle } from './subscriptions.ts'

/** What the executor and `core/read` need of a request's context. The application's context adds to it. */
export interface ReadContext {
  principal: Principal | null
  reader: Reader
  /** Aborted when the caller has gone: then nobody needs the answer of a query. */
  gone?: Gone
  /** Set for what comes over a socket: there are subscriptions, and nothing else. */
  live?: LiveHandle
  /** Set by the executor, once an operation: its coerced parts and what was prepared for each root field. */
  operation?: Operation
  prepared?: Map<string, PreparedRoot>
  /** Set by the executor: what reads the rows that code names, by their path in the answer. */
  named?: Map<string, DataLoader<RowRef, unknown, string>>
}

export type PreparedRoot = { read: Prepared } | { payload: PayloadPart[]; needsCode: boolean }

/** One selected field of a mutation's payload; `type` is set when an object is read back. */
export interface PayloadPart {
  key: string
  name: string
  nodes: readonly FieldNode[]
  type: GraphQLObjectType | undefined
}

export type CodeField = (
  row: Record<string, unknown>,
  context: ReadContext,
  args: Readonly<Record<string, unknown>>,
) => unknown

export interface ExecutorOptions {
  schema: GraphQLSchema
  reader: Reader
  /** Root fields of Query whose resolver returns plain values, marked by `answeredByCode`. */
  codeRoots: ReadonlySet<string>
  /** "Type.field" that code answers from the columns it needs. */
  codeFields: ReadonlyMap<string, CodeField>
  /** Tests send every query through both lanes and compare. */
  bothLanes?: boolean
}

type Request = OperationRequest<ReadContext>

/** Rows of one field that are read at once. */
const mostNamed = 1_000

const byFieldName = Symbol('answered by code: keyed by field name, not by response key')

/** Marks plain values of a root resolver, so that the ordinary lane reads them by field name. */
export function answeredByCode<T extends object>(value: T): T {
  if (Array.isArray(value)) value.forEach(answeredByCode)
  else Object.defineProperty(value, byFieldName, { value: true })
  return value
}

/** Makes the function that runs operations against the schema. */
export function createExecutor(options: ExecutorOptions) {
  const { schema, reader } = options
  for (const [key, answer] of options.codeFields) {
    const [type, field] = key.split('.') as [string, string]
    const owner = schema.getType(type)
    const answered = isObjectType(owner) ? owner.getFields()[field] : undefined
    if (!answered) throw new Error(`No field ${key} for code to answer`)
    answered.resolve = (row, args, context) =>
      answer(row as Record<string, unknown>, context as ReadContext, args as Record<string, unknown>)
  }
  const subscribe = createSubscriber({ schema, fragmentsOf, prepareAll, runOrdinary })

  return async function executeOperation(request: Request): Promise<OperationAnswer> {
    const { operation } = request
    const { live } = request.context
    if (live) {
      const opened = await subscribe(request, live)
      if (opened instanceof GraphQLError) return { data: null, errors: [opened] }
      live.opened = opened
      return { data: null }
    }
    const rootType = schema.getRootType(operation.operation)
    if (!rootType) return { errors: [badUserInput(`There are no ${operation.operation}s`)] }
    const fragments = fragmentsOf(request.document)
    const roots = collectFields(schema, fragments, request.coerced, rootType, operation.selectionSet)
    const introspects = [...roots.values()].some(
      ([node]) => node!.name.value.startsWith('__') && node!.name.value !== '__typename',
    )

    const prepare = (typed: boolean) => prepareAll(request, fragments, rootType, roots, typed)
    const straight = prepare(introspects)
    if (straight instanceof GraphQLError) return { data: null, errors: [straight] }
    if (introspects) return runOrdinary(request, straight)
    if (needsCode(straight, roots)) {
      const ordinary = prepare(true)
      return ordinary instanceof GraphQLError ? { data: null, errors: [ordinary] } : runOrdinary(request, ordinary)
    }
    const answer = await runStraight(straight, operation, rootType, roots)
    if (options.bothLanes && operation.operation === 'query') {
      const ordinary = prepare(true)
      if (ordinary instanceof GraphQLError) throw ordinary
      assertAgree(answer, await runOrdinary(request, ordinary))
    }
    return answer
  }

  /** Compiles every root field and asks every door, before any SQL and before any mutation starts. */
  function prepareAll(
    request: Request,
    fragments: Record<string, FragmentDefinitionNode>,
    rootType: GraphQLObjectType,
    roots: Map<string, readonly FieldNode[]>,
    typed: boolean,
  ): ReadContext | GraphQLError {
    const { operation, coerced: variables } = request
    const parts: Operation = {
      document: request.document,
      name: operation.name?.value,
      fragments,
      variables,
      typed,
      flags: `${typed} ${booleansOf(operation, variables)}`,
    }
    const context: ReadContext & { prepared: Map<string, PreparedRoot> } = {
      ...request.context,
      operation: parts,
      prepared: new Map(),
      named: new Map(),
    }
    const { principal } = context
    for (const [key, nodes] of roots) {
      const name = nodes[0]!.name.value
      if (name.startsWith('__')) continue
      const field = rootType.getFields()[name]!
      const args = getArgumentValues(field, nodes[0]!, variables)
      const closed = refuse(reader.doors.ofField(rootType.name, name), principal, args, [key])
      if (closed) return closed
      for (const { door, path } of reader.doors.ofArguments(field, args)) {
        const closedInput = refuse(door, principal, args, [key, ...path])
        if (closedInput) return closedInput
      }
      if (!principal || options.codeRoots.has(name)) continue
      const prepared =
        rootType.name === 'Mutation'
          ? preparePayload(context, principal, getNamedType(field.type) as GraphQLObjectType, key, nodes)
          : prepareRead(context, principal, rootType, key, nodes)
      if (prepared instanceof GraphQLError) return prepared
      context.prepared.set(key, prepared)
    }
    return context
  }

  /** Rows that code will name: those of one field are read together. */
  function readNamed({ named }: ReadContext, principal: Principal, prepared: Prepared): void {
    for (const path of prepared.plan.named.keys())
      named!.set(
        path,
        new DataLoader(
          async (rows) => {
            const found = await reader.runNamed(prepared, path, principal, rows)
            return rows.map(({ id }) => found[id] ?? null)
          },
          // A payload may be read after another one's verb: nothing is remembered.
          { cache: false, maxBatchSize: mostNamed },
        ),
      )
  }

  function prepareRead(
    context: ReadContext,
    principal: Principal,
    rootType: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
  ): PreparedRoot | GraphQLError {
    const read = reader.prepareRoot(context.operation!, principal, rootType, key, nodes)
    readNamed(context, principal, read)
    return reader.refusal(read, principal) ?? { read }
  }

  function preparePayload(
    context: ReadContext,
    principal: Principal,
    payloadType: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
  ): PreparedRoot | GraphQLError {
    const parts = context.operation!
    const payload: PayloadPart[] = []
    let needsCode = false
    for (const [childKey, same] of collectSubfields(schema, parts.fragments, parts.variables, payloadType, nodes)) {
      const name = same[0]!.name.value
      const type =
        name.startsWith('__') || name === 'errors' ? undefined : getNamedType(payloadType.getFields()[name]!.type)
      if (isObjectType(type)) {
        const object = reader.preparePayload(parts, principal, type, [key, childKey], same, null)
        const closed = reader.refusal(object, principal)
        if (closed) return closed
        readNamed(context, principal, object)
        needsCode ||= object.plan.needsCode
      }
      payload.push({ key: childKey, name, nodes: same, type: isObjectType(type) ? type : undefined })
    }
    return { payload, needsCode }
  }

  function needsCode(context: ReadContext, roots: Map<string, readonly FieldNode[]>): boolean {
    if (context.principal && [...roots.values()].some(([node]) => options.codeRoots.has(node!.name.value))) return true
    return [...context.prepared!.values()].some((prepared) =>
      'read' in prepared ? prepared.read.plan.needsCode : prepared.needsCode,
    )
  }

  async function runStraight(
    context: ReadContext,
    operation: OperationDefinitionNode,
    rootType: GraphQLObjectType,
    roots: Map<string, readonly FieldNode[]>,
  ): Promise<OperationAnswer> {
    const { fragments, variables } = context.operation!
    const answer = async ([key, nodes]: [string, readonly FieldNode[]]): Promise<string> => {
      const fieldName = nodes[0]!.name.value
      if (fieldName === '__typename') return `${JSON.stringify(key)}:${JSON.stringify(rootType.name)}`
      const field = rootType.getFields()[fieldName]!
      const path = { prev: undefined, key, typename: rootType.name }
      const info: GraphQLResolveInfo = {
        fieldName,
        fieldNodes: nodes,
        returnType: field.type,
        parentType: rootType,
        path,
        schema,
        fragments,
        rootValue: undefined,
        operation,
        variableValues: variables,
      }
      const value: unknown = await field.resolve!(
        undefined,
        getArgumentValues(field, nodes[0]!, variables),
        context,
        info,
      )
      if (value instanceof Error) throw value
      return `${JSON.stringify(key)}:${value instanceof RawJson ? value.text : 'null'}`
    }
    const texts: string[] = []
    try {
      // Mutations run one after the other, as the specification of GraphQL wants; queries side by side.
      if (operation.operation === 'mutation') for (const root of roots) texts.push(await answer(root))
      else texts.push(...(await Promise.all([...roots].map(answer))))
    } catch (error) {
      return {
        data: null,
        errors: [
          error instanceof GraphQLError ? error : new GraphQLError('Internal error', { originalError: error as Error }),
        ],
      }
    }
    return { data: new RawJson(`{${texts.join(',')}}`) }
  }

  async function runOrdinary(request: Request, context: ReadContext): Promise<OperationAnswer> {
    const answer = await execute({
      schema,
      document: request.document,
      operationName: request.operationName,
      variableValues: request.variables,
      contextValue: context,
      fieldResolver: (row: Record<string | symbol, unknown>, _args, given: ReadContext, info) =>
        row[byFieldName] ? rowsOf(row[info.fieldName], given, info) : row[info.path.key],
      typeResolver: (row) => (row as Record<string, string>)[typeKey],
    })
    // As in the straight lane: what fails, fails the whole operation.
    return answer.errors?.length ? { data: null, errors: answer.errors.slice(0, 1) } : answer
  }
}

/** The value of a field that code answered with, its rows read. */
function rowsOf(value: unknown, { named }: ReadContext, { path }: GraphQLResolveInfo): unknown {
  const isRow = value instanceof RowRef
  if (!isRow && !(Array.isArray(value) && value[0] instanceof RowRef)) return value
  const keys: string[] = []
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === 'string') keys.unshift(at.key)
  const loader = named!.get(keys.join('.'))!
  return isRow ? loader.load(value) : Promise.all((value as RowRef[]).map((row) => loader.load(row)))
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {}
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition
  return fragments
}

/** `@include` and `@skip` hang on these: they decide which selections exist. */
function booleansOf(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): string {
  return (operation.variableDefinitions ?? [])
    .map(({ variable }) =>
      typeof variables[variable.name.value] === 'boolean' ? String(variables[variable.name.value]) : '-',
    )
    .join()
}

function assertAgree(straight: OperationAnswer, ordinary: OperationAnswer) {
  const [left, right] = [
    straight.data instanceof RawJson ? JSON.parse(straight.data.text) : straight.data,
    JSON.parse(JSON.stringify(ordinary.data ?? null)),
  ]
  if (!isDeepStrictEqual(left, right))
    throw new Error(
      `The lanes disagree: ${JSON.stringify(left)} / ${JSON.stringify(right)} ${ordinary.errors?.join() ?? ''}`,
    )
}
