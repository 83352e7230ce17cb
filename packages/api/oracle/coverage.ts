/**
 * Whether the model has a case for everything that the schema shows, and for nothing else. A new type, field, argument,
 * filter field, order or mutation without a case is told here, by name.
 */
import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { Model } from './model/index.ts'
import { isFilter, isWrapper, type Selections } from './selections.ts'

/** What `lists.ts` knows by itself. */
const wrapperFields = new Set([
  'nodes',
  'edges',
  'pageInfo',
  'totalCount',
  'node',
  'cursor',
  'hasNextPage',
  'hasPreviousPage',
  'startCursor',
  'endCursor',
])
const paging = new Set(['first', 'last', 'after', 'before'])

/** Names without a case, and cases without a name. */
export function gapsOf(schema: GraphQLSchema, model: Model): string[] {
  const wanted = new Set(coordinates(schema))
  const known = new Set(casesOf(schema, model))
  return [
    ...[...wanted].filter((name) => !known.has(name)).map((name) => `no case for ${name}`),
    ...[...known]
      .filter((name) => !wanted.has(name))
      .map((name) => `a case for ${name}, which the schema does not have`),
  ]
}

/** Every type, field, argument, filter field and order that the roots lead to; every mutation with the ids it takes. */
function* coordinates(
  schema: GraphQLSchema,
  roots: readonly unknown[] = [schema.getQueryType(), schema.getSubscriptionType()],
): Generator<string> {
  for (const type of readable(schema, roots)) {
    if (isWrapper(type.name)) {
      for (const name of Object.keys(type.getFields())) if (!wrapperFields.has(name)) yield `${type.name}.${name}`
      continue
    }
    if (type.getInterfaces().some(({ name }) => name === 'Node')) yield `node ${type.name}`
    for (const field of Object.values(type.getFields())) {
      yield `${type.name}.${field.name}`
      for (const argument of field.args) yield* ofArgument(`${type.name}.${field.name}`, argument)
    }
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    yield `Mutation.${field.name}`
    for (const path of idsOf(getNamedType(field.args[0]!.type) as GraphQLInputObjectType))
      yield `Mutation.${field.name}: ${path}`
  }
}

function* ofArgument(owner: string, argument: GraphQLArgument): Generator<string> {
  const type = getNamedType(argument.type)
  if (isFilter(type)) for (const name of Object.keys(type.getFields())) yield `${type.name}.${name}`
  else if (isEnumType(type)) for (const { name } of type.getValues()) yield `${type.name} ${name}`
  else if (!paging.has(argument.name)) yield `${owner}(${argument.name})`
}

function* casesOf(schema: GraphQLSchema, model: Model): Generator<string> {
  for (const name of Object.keys(model.nodes)) yield `node ${name}`
  for (const [type, { fields }] of Object.entries(model.types)) {
    for (const [name, { args }] of Object.entries(fields)) {
      yield `${type}.${name}`
      for (const argument of Object.keys(args ?? {})) if (!paging.has(argument)) yield `${type}.${name}(${argument})`
    }
  }
  for (const [name, fields] of Object.entries(model.filters))
    for (const field of Object.keys(fields)) yield `${name}.${field}`
  for (const [name, values] of Object.entries({ ...model.orders, ...model.choices }))
    for (const value of Object.keys(values)) yield `${name} ${value}`
  for (const [name, { ids = {} }] of Object.entries(model.mutations)) {
    yield `Mutation.${name}`
    for (const path of Object.keys(ids)) yield `Mutation.${name}: ${path}`
  }
}

/** Object types that one can come to from the roots. */
function readable(schema: GraphQLSchema, roots: readonly unknown[]): GraphQLObjectType[] {
  const found = new Set<GraphQLObjectType>()
  const visit = (type: unknown) => {
    if (isInterfaceType(type)) schema.getPossibleTypes(type).forEach(visit)
    if (!isObjectType(type) || found.has(type)) return
    found.add(type)
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type))
  }
  roots.forEach(visit)
  return [...found]
}

/** Paths of ids in an input. */
function idsOf(input: GraphQLInputObjectType): string[] {
  return Object.values(input.getFields()).flatMap((field) =>
    getNamedType(field.type).name === 'ID' ? [field.name] : [],
  )
}

/** Remembers what has been asked, to tell in the end what has not. */
export class Tally {
  private readonly asked = new Set<string>()
  private readonly schema: GraphQLSchema

  constructor(schema: GraphQLSchema) {
    this.schema = schema
  }

  /** Counts what an operation selected that was answered with data. */
  add({ fields }: Selections): void {
    for (const { type, field, args, inputs } of fields) {
      this.asked.add(`${type}.${field}`)
      const definition = (this.schema.getType(type) as GraphQLObjectType).getFields()[field]!
      for (const argument of definition.args) {
        const value = args[argument.name]
        if (value === undefined) continue
        const named = getNamedType(argument.type)
        this.asked.add(isEnumType(named) ? `${named.name} ${value as string}` : `${type}.${field}(${argument.name})`)
      }
      for (const each of inputs) this.asked.add(`${each.input}.${each.field}`)
    }
  }

  /** What Query leads to and nobody asked for. */
  missing(): string[] {
    return [...coordinates(this.schema, [this.schema.getQueryType()])].filter(
      (name) => !/^(?:node |Mutation)/.test(name) && !this.asked.has(name),
    )
  }
}
