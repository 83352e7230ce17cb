/** A small server with the shape of the real one and nothing behind it, to attack the layers before the database. */
import { buildSchema, execute, GraphQLError, isObjectType, type GraphQLScalarType } from 'graphql'
import { createHttp, createLogger, type HttpOptions } from '../../src/app/http.ts'
import { internalError, Problem, unauthenticated } from '../../src/core/graphql/errors.ts'
import type { Caller } from '../../src/core/graphql/guard.ts'
import { graphqlHandler } from '../../src/core/graphql/handler.ts'
import { RawJson } from '../../src/core/graphql/raw-json.ts'
import { GraphQLDateTime } from '../../src/core/graphql/scalars.ts'
import { createGraphqlServer, type GraphqlServerOptions, type OperationRequest } from '../../src/core/graphql/server.ts'

export const standInSchema = buildSchema(`
  scalar DateTime
  interface Node { id: ID! }
  enum CustomerOrder { NAME_ASC NAME_DESC }
  input CustomerFilter { text: String active: Boolean updatedAfter: DateTime ids: [ID!] any: [CustomerFilter!] }
  type PageInfo { hasNextPage: Boolean! }
  type Customer implements Node {
    id: ID! name: String!
    contacts(first: Int, after: String, last: Int, before: String, filter: CustomerFilter): ContactConnection!
  }
  type CustomerConnection { edges: [CustomerEdge!]! nodes: [Customer!]! pageInfo: PageInfo! totalCount: Int! }
  type CustomerEdge { cursor: String! node: Customer! }
  type Contact implements Node { id: ID! name: String! customer: Customer! }
  type ContactConnection { edges: [ContactEdge!]! nodes: [Contact!]! pageInfo: PageInfo! totalCount: Int! }
  type ContactEdge { cursor: String! node: Contact! }
  type Viewer { kind: String! permissions: [String!]! }
  type Note { body: String }
  input NoteInput { body: String! title: String }
  type Query {
    me: Viewer
    node(id: ID!): Node
    customers(first: Int, after: String, last: Int, before: String, filter: CustomerFilter, orderBy: CustomerOrder): CustomerConnection!
    roles: [Customer!]!
    search(text: String!, first: Int): [Node!]!
    echo(text: String): String
    raw: String
    fail(how: String!): String
    mustFail(how: String!): String!
  }
  type Mutation { note(input: NoteInput!): Note }
  type Subscription { ticks: Int }
`)
const dateTime = standInSchema.getType('DateTime') as GraphQLScalarType
dateTime.parseValue = GraphQLDateTime.parseValue
dateTime.parseLiteral = GraphQLDateTime.parseLiteral
const noteInput = standInSchema.getType('NoteInput')
if (noteInput && 'getFields' in noteInput) noteInput.getFields()['body']!.extensions = { maxLength: 65_536 }
for (const type of Object.values(standInSchema.getTypeMap())) if (isObjectType(type)) type.isTypeOf = () => true

/** What a database says when it is unhappy, with everything that nobody outside may hear. */
export const databaseError = (code: string) =>
  Object.assign(new Error(`insert into "contact" ("email") values ('secret@x.com') - duplicate key`), {
    code,
    constraint: 'contact_email_key',
    table: 'contact',
    detail: 'Key (email)=(secret@x.com) already exists.',
  })

const failures: Record<string, () => unknown> = {
  unexpected: () => new TypeError(`Cannot read properties of undefined (reading 'secret')`),
  unique: () => databaseError('23505'),
  wrapped: () => new Error('driver failed', { cause: databaseError('57014') }),
  slow: () => databaseError('57014'),
  pool: () => new Error('timeout exceeded when trying to connect'),
  problem: () => new Problem('NOT_FOUND', ['id']),
  foreign: () => new GraphQLError('select * from contact', { extensions: { code: 'SOMETHING', sql: 'select' } }),
  internal: () => internalError(),
  closed: () => unauthenticated(),
}

const fail = ({ how }: { how: string }) => {
  throw failures[how]!()
}

const roots = {
  me: { kind: 'ADMIN', permissions: [] },
  node: null,
  customers: { edges: [], nodes: [], pageInfo: { hasNextPage: false }, totalCount: 0 },
  roles: [],
  search: [],
  note: ({ input }: { input: { body: string } }) => ({ body: String(input.body.length) }),
  echo: ({ text }: { text: string }) => text,
  fail,
  mustFail: fail,
}

/** Requests that reached the executor. */
export interface StandIn {
  app: ReturnType<typeof createHttp>
  executed: OperationRequest<Caller>[]
  log: () => string
  send(request: Send): Promise<Answer>
}

export interface Send {
  query?: string
  variables?: Record<string, unknown>
  operationName?: string
  /** Whose key: null for nobody. */
  as?: string | null
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Record<string, unknown>
  text: string
  body: {
    data?: unknown
    errors?: { message: string; path?: unknown; locations?: unknown; extensions: Record<string, unknown> }[]
    extensions?: { cost: { requested: number; remaining: number; restorePerSecond: number } }
  }
}

export const origin = 'https://accord.example'

/** The whole way from HTTP to an executor. Who sends `Authorization: Bearer x` is x. */
export async function standIn(
  options: Partial<Omit<GraphqlServerOptions<Caller>, 'schema' | 'executor'>> & {
    http?: Partial<HttpOptions>
    logLevel?: 'info' | 'warn'
  } = {},
): Promise<StandIn> {
  const lines: string[] = []
  const executed: OperationRequest<Caller>[] = []
  const { http, logLevel, ...server } = options
  const log = createLogger(logLevel ?? 'info', { write: (line) => void lines.push(line) })
  const app = createHttp(
    {
      publicUrl: origin,
      origins: new Set([origin]),
      trustedProxies: [],
      webRoot: null,
      ready: async () => undefined,
      ...http,
    },
    log,
  )
  const graphql = createGraphqlServer<Caller>({
    ...server,
    schema: standInSchema,
    log,
    async executor(request) {
      executed.push(request)
      if (request.operation.selectionSet.selections.some((each) => 'name' in each && each.name.value === 'raw')) {
        return { data: new RawJson('{"raw":1.50,"b" : [ ]}') }
      }
      return await execute({
        schema: standInSchema,
        document: request.document,
        operationName: request.operationName,
        variableValues: request.variables,
        rootValue: roots,
        contextValue: request.context,
      })
    },
  })
  await graphql.start()
  const handler = graphqlHandler<Caller>(
    graphql,
    async (request) => {
      const key = request.headers.authorization?.slice('Bearer '.length)
      if (key === 'expired') throw unauthenticated('This key is not valid.')
      if (key === 'broken') throw databaseError('08006')
      if (key === 'slow') throw databaseError('57014')
      return { requestId: request.id, ip: request.ip, principal: key ? { id: key } : null }
    },
    log,
  )
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler })
  app.post('/api/change', async () => ({ changed: true }))
  app.addHook('onClose', async () => graphql.stop())

  return {
    app,
    executed,
    log: () => lines.join(''),
    async send({ query, variables, operationName, as = 'somebody', headers = {} }) {
      const answer = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...(as && { authorization: `Bearer ${as}` }), ...headers },
        payload: JSON.stringify({ query, variables, operationName }),
      })
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: answer.body,
        body: JSON.parse(answer.body) as Answer['body'],
      }
    },
  }
}
