/**
 * Operations that follow from the schema alone: every field of every type by its shortest way, every filter field,
 * every order, every argument, look-ups with ids of every type. What the schema shows is asked at least once.
 */
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import type { Asked } from './answer.ts'
import type { Dice } from './dice.ts'
import type { Model } from './model/index.ts'
import { literal, ValueMaker } from './queries/values.ts'
import { barely, fieldsOf, waysTo, type Step } from './queries/ways.ts'
import { isFilter } from './selections.ts'
import type { World } from './world/rows.ts'

export interface Sources {
  schema: GraphQLSchema
  model: Model
  world: World
  dice: Dice
}

/** Lists inside of lists that a document may have with their usual pages: beyond, it would ask for too much. */
const mostLists = 2
/** Values drawn for every filter field and every free argument. */
const draws = 2
const paging = new Set(['first', 'last', 'after', 'before'])

export function systematic(sources: Sources): Asked[] {
  return new Systematic(sources).all().map((document) => ({ document, variables: {} }))
}

class Systematic {
  private readonly sources: Sources
  private readonly values: ValueMaker
  private readonly ways: Map<string, readonly Step[]>

  constructor(sources: Sources) {
    this.sources = sources
    this.values = new ValueMaker({ dice: sources.dice, world: sources.world }, sources.model, () => true)
    this.ways = waysTo(sources.schema)
  }

  all(): string[] {
    const { schema } = this.sources
    const byWays = [...fieldsOf(schema)]
      .filter(({ owner }) => this.ways.has(owner))
      .flatMap((step) => [
        ...this.plainly(step),
        ...step.field.args.flatMap((argument) => this.withArgument(step, argument)),
      ])
    return [...byWays, ...this.byNode()]
  }

  /** Every field by the id of an object: the shortest way may lead through a door that is as closed as the field's own. */
  private byNode(): string[] {
    const { schema, model, world, dice } = this.sources
    return Object.entries(model.nodes).flatMap(([name, { rows }]) => {
      const type = schema.getType(name)
      const [row] = dice.some(rows(world), 1, 1)
      if (!isObjectType(type) || !row) return []
      return Object.values(type.getFields())
        .filter(({ args }) => args.every((argument) => !isNonNullType(argument.type)))
        .map((field) => {
          const of = getNamedType(field.type)
          const selection = isCompositeType(of) ? ` { ${barely(schema, of.name)} }` : ''
          return `{ node(id: "${row.id}") { ... on ${name} { ${field.name}${selection} } } }`
        })
    })
  }

  /** The field by itself: barely, with something below it, and as a whole page. */
  private plainly(step: Step): string[] {
    const type = getNamedType(step.field.type)
    const selections = isCompositeType(type) ? [barely(this.sources.schema, type.name), this.little(type)] : ['']
    if (isObjectType(type) && 'pageInfo' in type.getFields())
      selections.push(
        'edges { cursor node { __typename } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
      )
    return selections.map((selection) => this.by(step, this.required(step), selection))
  }

  private withArgument(step: Step, argument: GraphQLArgument): string[] {
    const type = getNamedType(argument.type)
    const give = (value: unknown) =>
      this.by(step, this.required(step, { argument, value }), this.little(getNamedType(step.field.type)))
    if (argument.name === 'first' || argument.name === 'last') return [1, 2, 101].map(give)
    if (paging.has(argument.name)) return [give('bu bir imleç değil')]
    if (isFilter(type))
      return Object.keys(type.getFields()).flatMap((name) =>
        Array.from({ length: draws }, () => give({ [name]: this.values.forFilterField(type.name, name) })),
      )
    if (isEnumType(type)) return type.getValues().map(({ name }) => give(name))
    if (type.name === 'ID' && step.owner === 'Query') return this.idsOfEveryType().map(give)
    return Array.from({ length: draws }, () => give(this.drawn(step, argument)))
  }

  /** Two ids of every type, whoever may see them, and one of nothing. */
  private idsOfEveryType(): string[] {
    const { model, world, dice } = this.sources
    const ids = Object.values(model.nodes).flatMap(({ rows }) => dice.some(rows(world), 2, 2).map(({ id }) => id))
    return [...ids, world.missing[0]!, 'kimse']
  }

  private drawn(step: Step, argument: GraphQLArgument): unknown {
    const values = this.sources.model.types[step.owner]?.fields[step.field.name]?.args?.[argument.name]
    if (!values) throw new Error(`No values for ${step.owner}.${step.field.name}(${argument.name})`)
    return values({ dice: this.sources.dice, world: this.sources.world })
  }

  /** Arguments that must be there, and the one that is meant; of a list that others stand below, a page that is `few`. */
  private required(step: Step, meant?: { argument: GraphQLArgument; value: unknown }, few = false): string {
    const texts = step.field.args.flatMap((argument) => {
      if (few && argument.name === 'first') return ['first: 5']
      if (argument === meant?.argument) return [`${argument.name}: ${literalOf(argument, meant.value)}`]
      return isNonNullType(argument.type)
        ? [`${argument.name}: ${literalOf(argument, this.drawn(step, argument))}`]
        : []
    })
    return texts.length > 0 ? `(${texts.join(', ')})` : ''
  }

  /** A field or two of a type, so that rows can be told apart. */
  private little(type: GraphQLNamedType): string {
    if (!isCompositeType(type)) return ''
    const fields = 'getFields' in type ? Object.values(type.getFields()) : []
    const rows = fields.find(({ name }) => name === 'nodes')
    if (rows) return `nodes { ${this.little(getNamedType(rows.type))} }`
    const plain = fields.filter((field) => !isCompositeType(getNamedType(field.type))).map(({ name }) => name)
    return ['__typename', ...(plain.includes('id') ? ['id'] : plain.slice(0, 1))].join(' ')
  }

  /** The document that leads to the field by the shortest way. */
  private by(step: Step, args: string, selection: string): string {
    let text = `${step.field.name}${args}${selection && ` { ${selection} }`}`
    const way = this.ways.get(step.owner)!
    const few = [...way, step].filter(({ field }) => isList(field)).length > mostLists
    for (const each of way.toReversed()) {
      const inside = each.as ? `__typename ... on ${each.as} { ${text} }` : text
      text = `${each.field.name}${this.required(each, undefined, few)} { ${inside} }`
    }
    return `{ ${text} }`
  }
}

/** A page of rows, or all of them. */
const isList = ({ type, args }: Step['field']) =>
  args.some(({ name }) => name === 'first') || isListType(isNonNullType(type) ? type.ofType : type)

const literalOf = (argument: GraphQLArgument, value: unknown) => literal(argument.type, value)
