import 'reflect-metadata'
import { applyMiddlewareToDeclaredResolvers } from 'graphql-middleware'
import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import { rule, shield } from 'graphql-shield'
import { buildSchema } from 'type-graphql'
import { DoorBook, refuse, type DoorContext } from '../core/graphql/doors.ts'
import { forbidden } from '../core/graphql/errors.ts'
import * as features from './features.ts'

const rootTypes = new Set(['Query', 'Mutation', 'Subscription'])

/** The executable schema, its doors and its model. Shield stands before every root field; what has no rule is closed. */
export async function makeSchema() {
  const doors = new DoorBook(features.doors)
  const plain = await buildSchema({
    resolvers: features.resolvers,
    orphanedTypes: features.orphans,
    validate: false,
    emitSchemaFile: false,
    // type-graphql wants a hub of its own for subscriptions; ours listen to the database.
    pubSub: {
      publish: () => undefined,
      subscribe: () => {
        throw new Error('Each subscription brings its own source')
      },
    },
  })
  describeRoots(plain)
  const closed = rule('closed', { cache: 'no_cache' })(() => forbidden([], 'NOBODY'))
  const guarded = applyMiddlewareToDeclaredResolvers(
    plain,
    shield(doors.shieldTree(), {
      fallbackRule: closed,
      fallbackError: () => forbidden([], 'NOBODY'),
      // Services' own errors pass; shield's word is only about doors.
      allowExternalErrors: true,
    }),
  ) as GraphQLSchema
  // Afterwards: the middleware puts a default resolver on every field, which would not know of aliases.
  dropNestedResolvers(guarded)
  guardSubscribing(guarded, doors)
  return { schema: guarded, doors, model: features.modelOfAll() }
}

/**
 * Below the root `core/read` answers everything and tells each object's type itself: what type-graphql generated for
 * methods and for classes would only be in the way.
 */
function dropNestedResolvers(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = undefined
    if (!isObjectType(type) || rootTypes.has(type.name) || type.name.startsWith('__')) continue
    type.isTypeOf = undefined
    for (const field of Object.values(type.getFields())) field.resolve = undefined
  }
}

/** Shield stands before what a subscription answers, not before what it opens: the same doors stand there too. */
function guardSubscribing(schema: GraphQLSchema, doors: DoorBook) {
  for (const field of Object.values(schema.getSubscriptionType()!.getFields())) {
    const open = field.subscribe!
    field.subscribe = (source, args: Record<string, unknown>, context: DoorContext, info) => {
      const closed = refuse(doors.ofField('Subscription', field.name), context.principal, args, [field.name])
      if (closed) throw closed
      return open(source, args, context, info)
    }
  }
}

function describeRoots(schema: GraphQLSchema) {
  schema.getQueryType()!.description =
    'What can be asked. Every list and every object holds only what the one who asks may see.'
  schema.getMutationType()!.description =
    'What can be done. Each answers with the changed object and with the problems that the caller can put right.'
  schema.getSubscriptionType()!.description =
    'What is told while it happens, over a WebSocket on the same address. Each change is read as the one who asks, then.'
}
