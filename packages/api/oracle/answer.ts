/** What the program must answer: the model's word on one operation of one caller. */
import {
  buildSchema,
  executeSync,
  type GraphQLError,
  Kind,
  parse,
  printSchema,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import type { Asker } from './model/asker.ts'
import { listOf } from './model/cursors.ts'
import type { Args, MutationCase } from './model/feature.ts'
import type { Model } from './model/index.ts'
import type { Question } from './model/question.ts'
import { isWrapper, selectionsOf, type Selected, type Selections } from './selections.ts'

/** A door that is closed to the one who asks. */
export interface Closed {
  path: readonly string[]
  lacks: string
}

export type Expected =
  | { is: 'data'; data: unknown }
  | { is: 'UNAUTHENTICATED' }
  | { is: 'BAD_USER_INPUT' }
  /** Any of them may be named: one refusal refuses the operation. */
  | { is: 'FORBIDDEN'; closed: Closed[] }

export interface Asked {
  document: string
  variables: Readonly<Record<string, unknown>>
}

const mostOfAPage = 100

export class Answerer {
  /** The schema's types without any of the program's resolvers. */
  readonly schema: GraphQLSchema
  readonly model: Model

  constructor(programs: GraphQLSchema, model: Model) {
    this.schema = buildSchema(printSchema(programs))
    this.model = model
  }

  /** `question` is null for nobody. Without `answers` only doors and arguments are looked at. */
  expected({ document: text, variables }: Asked, question: Question | null, { answers = true } = {}): Expected {
    const document = parse(text)
    const selections = this.selections({ document: text, variables })
    const sizes = [...selections.fields.map(({ args }) => args), ...writtenSizes(document)]
    if (!sizes.every(arePageSizes)) return { is: 'BAD_USER_INPUT' }
    if (!question) return this.forNobody(document, variables, selections)
    const closed = this.closedTo(question.asker, selections)
    if (closed.length > 0) return { is: 'FORBIDDEN', closed }
    if (selections.fields.some((each) => !this.isUnderstood(each, question))) return { is: 'BAD_USER_INPUT' }
    return { is: 'data', data: answers ? this.run(document, variables, question) : null }
  }

  /** What an operation selects. */
  selections({ document: text, variables }: Asked): Selections {
    const document = parse(text)
    return selectionsOf(this.schema, document, this.coerced(document, variables))
  }

  private coerced(document: DocumentNode, variables: Args): Args {
    const definitions = document.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : [],
    )
    const { coerced, errors } = getVariableValues(this.schema, definitions, variables)
    if (!coerced) throw new Error(`Variables that nobody could send: ${errors.join()}`)
    return coerced
  }

  /** Doors of types, fields and input fields that are closed to somebody. */
  closedTo(asker: Asker, { fields, named }: Selections): Closed[] {
    const closed: Closed[] = []
    const nowhere = fields.filter(
      ({ type, field }) => this.model.types[type]?.fields[field]?.only?.includes(asker.kind) === false,
    )
    const isThere = ({ path }: Closed) =>
      !nowhere.some((each) => each.path.length < path.length && each.path.every((key, i) => key === path[i]))
    const ask = (lacks: string | null | undefined, path: readonly string[]) => {
      if (lacks) closed.push({ path, lacks })
    }
    for (const { type, path } of named) ask(this.model.types[type]?.rule(asker), path)
    for (const { type, field, path, args, inputs } of fields) {
      if (isWrapper(type)) continue
      const write = type === 'Mutation' ? this.model.mutations[field] : undefined
      ask(write?.rule(asker), path)
      ask(this.model.types[type]?.rule(asker), path)
      ask(this.model.types[type]?.fields[field]?.rule?.(asker, args), path)
      for (const each of inputs) ask(this.inputRule(each.input, each.field, write)?.(asker), each.path)
    }
    return closed.filter(isThere)
  }

  private inputRule(input: string, field: string, write: MutationCase | undefined) {
    return write ? write.guarded?.[field]?.rule : this.model.filters[input]?.[field]?.rule
  }

  private forNobody(document: DocumentNode, variables: Args, { fields }: Selections): Expected {
    const beyondMe = fields.some(({ path, field }) => path.length === 1 && field !== 'me')
    if (beyondMe) return { is: 'UNAUTHENTICATED' }
    return { is: 'data', data: executed(executeSync({ schema: this.schema, document, variableValues: variables })) }
  }

  /** Cursors must be this list's, other arguments such as the field accepts. */
  private isUnderstood({ type, field, args }: Selected, { asker, cursors, world }: Question): boolean {
    if (this.model.types[type]?.fields[field]?.accepts?.(args, asker, world) === false) return false
    const list = listOf(field, args)
    const { after, before } = args as { after?: string | null; before?: string | null }
    return [after, before].every((cursor) => cursor == null || cursors.position(cursor, list))
  }

  private run(document: DocumentNode, variables: Args, question: Question): unknown {
    const { model, schema } = this
    return executed(
      executeSync({
        schema,
        document,
        variableValues: variables,
        typeResolver: (row: { type: string }) => row.type,
        fieldResolver: (row: Args, args: Args, _context, { fieldName, parentType: { name } }) =>
          isWrapper(name) ? row[fieldName] : model.types[name]!.fields[fieldName]!.value(row as never, question, args),
      }),
    )
  }
}

function executed({ data, errors }: { data?: unknown; errors?: readonly GraphQLError[] }): unknown {
  if (errors)
    throw new Error(
      `The model has no answer: ${errors.map(({ message, path }) => `${message} at ${path?.join('.')}`).join('; ')}`,
    )
  return data
}

/** Page sizes as they stand in the document, also where a condition leaves them out. */
function writtenSizes(document: DocumentNode): Args[] {
  const found: Args[] = []
  visit(document, {
    Field({ arguments: args = [] }) {
      found.push(
        Object.fromEntries(
          args.flatMap(({ name, value }) => (value.kind === Kind.INT ? [[name.value, Number(value.value)]] : [])),
        ),
      )
    },
  })
  return found
}

function arePageSizes({ first, last }: Args): boolean {
  const fits = (size: unknown) => size == null || (typeof size === 'number' && size >= 1 && size <= mostOfAPage)
  return fits(first) && fits(last) && (first == null || last == null)
}
