/** Writes a random document over the schema: paths, arguments, aliases, fragments, conditions, variables. */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { Asked } from '../answer.ts'
import type { Dice } from '../dice.ts'
import type { Asker } from '../model/asker.ts'
import type { Model } from '../model/index.ts'
import { isWrapper } from '../selections.ts'
import type { World } from '../world/rows.ts'
import { leaf, printed, type Piece } from './piece.ts'
import { ValueMaker, Variables } from './values.ts'

type Owner = GraphQLObjectType | GraphQLInterfaceType
type Field = GraphQLField<unknown, unknown>

/** Nested paths, a connection with its nodes counted as one; and levels of fields that the program allows. */
const deepest = 4
const mostLevels = 12
/** Levels of `field { edges { node { leaf } } }`, the most that one more path takes. */
const levelsOfAPath = 4
/** Nodes that one document and one of its lists may ask for; beyond, nothing more is nested. Well below what the program refuses. */
const mostNodes = 1_500
const mostOfAList = 400
/** What a count costs beside the nodes: it looks at far more rows than it shows. */
const costOfCount = 10
const mostWithCounts = 3_000
/** Rows that may have a list without a page size below each of them. */
const mostWithLists = 100
const mostAliases = 18
const usualPage = 25
const pageSizes = [1, 1, 2, 3, 5]
const rootPageSizes = [1, 2, 3, 10, 30, 100]
const sizeArguments = new Set(['first', 'last', 'after', 'before'])

/** Where in the document something is written. */
interface Place {
  depth: number
  level: number
  /** Rows that there may be, one for each parent. */
  parents: number
  /** Pages of a list that there may be. */
  pages: number
}

export interface WriterOptions {
  schema: GraphQLSchema
  model: Model
  world: World
  /** For whom: mostly what is open to him or her is asked, now and then what is not. */
  asker: Asker | null
  dice: Dice
}

/** A random operation. */
export const writeQuery = (options: WriterOptions): Asked => new Writer(options).write()

class Writer {
  private readonly variables = new Variables()
  private readonly fragments: string[] = []
  private readonly values: ValueMaker
  private readonly options: WriterOptions
  /** Asks only through doors that are open. */
  private readonly polite: boolean
  private aliases = 0
  private nodes = 0

  constructor(options: WriterOptions) {
    this.options = options
    const { dice, world, model, asker } = options
    this.polite = dice.chance(88)
    this.values = new ValueMaker({ dice, world }, model, (input, field) => {
      const rule = model.filters[input]?.[field]?.rule ?? model.choices[input]?.[field]
      return !this.polite || !asker || !rule || rule(asker) === null
    })
  }

  /** One to three root fields. */
  write(): Asked {
    const { schema, dice } = this.options
    const query = schema.getQueryType()!
    const roots = this.open(query)
    const pieces = dice.times(dice.chance(80) ? 1 : dice.int(2, 3), (index) => {
      const piece = this.field(query, dice.pick(roots), { depth: 0, level: 1, parents: 1, pages: 1 })
      return index === 0 ? piece : this.named(piece)
    })
    const body = `{ ${this.arranged(query, pieces)} }`
    return { document: `${this.variables.head}${body}${this.fragments.join('')}`, variables: this.variables.values }
  }

  /** Fields of a type that are worth asking for. */
  private open(type: Owner): Field[] {
    const fields = Object.values(type.getFields())
    const { asker, model } = this.options
    if (!asker || !this.polite) return fields
    return fields.filter(({ name, type: result }) => {
      const rules = [model.types[type.name]?.fields[name]?.rule, model.types[getNamedType(result).name]?.rule]
      return rules.every((rule) => (rule?.(asker) ?? null) === null)
    })
  }

  private field(owner: Owner, field: Field, at: Place): Piece {
    const { dice } = this.options
    const named = getNamedType(field.type)
    const args: string[] = []
    for (const argument of field.args) {
      if (sizeArguments.has(argument.name)) continue
      const value = this.values.forArgument(owner.name, field.name, argument)
      if (value !== undefined) args.push(this.values.write(argument, value, this.variables))
    }
    const size = this.size(field, at, args)
    const piece: Piece = {
      name: field.name,
      args,
      ...(isCompositeType(named) && {
        selection: this.selection(named as Owner, {
          ...at,
          level: at.level + 1,
          parents: at.parents * size,
          pages: at.parents,
        }),
      }),
    }
    return dice.chance(isCompositeType(named) ? 20 : 4) ? this.named(piece, false) : piece
  }

  /** Chooses a page size and writes it down, or leaves it out; how many nodes that is at most. */
  private size(field: Field, { depth, parents }: Place, args: string[]): number {
    const { dice } = this.options
    const root = depth === 0
    const first = field.args.find(({ name }) => name === 'first')
    if (!first) return isPlainList(field) ? usualPage : 1
    const most = root ? Infinity : Math.max(1, Math.floor(mostOfAList / parents))
    if (usualPage <= most && dice.chance(root ? 25 : 15)) return usualPage
    const last = field.args.find(({ name }) => name === 'last')
    const argument = last && dice.chance(25) ? last : first
    const size = Math.min(most, dice.pick(root ? rootPageSizes : pageSizes))
    // A size that nobody may ask for, once in a while.
    const written = dice.int(0, 400) === 0 ? dice.pick([0, -1, 101]) : size
    args.push(this.values.write(argument, written, this.variables))
    return size
  }

  /** Gives the piece a name of its own; one that it need not have only while there are few. */
  private named(piece: Piece, needed = true): Piece {
    if (piece.alias || piece.name.startsWith('.') || (!needed && this.aliases >= mostAliases)) return piece
    this.aliases += 1
    return { ...piece, alias: `a${this.aliases}` }
  }

  private selection(type: Owner, at: Place): string {
    if (isWrapper(type.name)) return this.page(type as GraphQLObjectType, at)
    this.nodes += at.parents
    if (isAbstractType(type)) return this.members(type, at)
    return this.arranged(type, this.fields(type, at))
  }

  /** Some fields of an object, each response key once. */
  private fields(type: Owner, at: Place): Piece[] {
    const { dice } = this.options
    const below = { ...at, depth: at.depth + 1 }
    const all = this.open(type)
    const affordableHere = (field: Field) => !isPlainList(field) || at.parents <= mostWithLists
    const nested = all.filter((field) => isCompositeType(getNamedType(field.type)) && affordableHere(field))
    const plain = all.filter((field) => !isCompositeType(getNamedType(field.type)))
    const pieces = dice.some(plain, 0, 4).map((field) => this.field(type, field, below))
    const room = below.depth < deepest && at.level + levelsOfAPath <= mostLevels
    const affordable = at.parents <= mostOfAList && this.nodes < mostNodes
    if (room && affordable && nested.length > 0 && dice.chance(at.depth === 0 ? 75 : 55)) {
      for (const field of dice.some(nested, 1, 2)) {
        pieces.push(this.field(type, field, below))
        // The same field once more, with other arguments.
        if (field.args.length > 0 && dice.chance(20)) pieces.push(this.named(this.field(type, field, below)))
      }
    }
    return pieces.length === 0 || dice.chance(10) ? [...pieces, leaf('__typename')] : pieces
  }

  private page(type: GraphQLObjectType, at: Place): string {
    const { dice } = this.options
    const deeper = (levels: number) => ({ ...at, level: at.level + levels })
    const rows = getNamedType(type.getFields()['nodes']!.type) as Owner
    const pieces: Piece[] = []
    if (dice.chance(70)) pieces.push({ name: 'nodes', selection: this.selection(rows, deeper(1)) })
    if (dice.chance(30)) {
      const parts = dice.pick([['cursor'], ['cursor', 'node'], ['node'], ['cursor', 'node', '__typename']])
      const below = parts.map((name): Piece =>
        name === 'node' ? { name, selection: this.selection(rows, deeper(2)) } : leaf(name),
      )
      pieces.push({ name: 'edges', selection: below.map(printed).join(' ') })
    }
    if (dice.chance(30)) {
      const parts = dice.some(['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor', '__typename'], 1)
      pieces.push({ name: 'pageInfo', selection: parts.join(' ') })
    }
    const cost = at.pages * costOfCount
    if ((pieces.length === 0 || dice.chance(35)) && this.nodes + cost <= mostWithCounts) {
      this.nodes += cost
      pieces.push(leaf('totalCount'))
    }
    if (pieces.length === 0) pieces.push(leaf('__typename'))
    return this.arranged(type, dice.chance(5) ? [...pieces, leaf('__typename')] : pieces)
  }

  /** Rows of several types: what the interface has, and what some of the types have besides. */
  private members(type: GraphQLInterfaceType, at: Place): string {
    const { dice, schema, model, asker } = this.options
    const types = schema
      .getPossibleTypes(type)
      .filter(({ name }) => !this.polite || !asker || model.types[name]?.rule(asker) === null)
    const common = Object.keys(type.getFields())
    const pieces = [leaf('__typename'), ...dice.some(common, 0, 3).map(leaf)]
    for (const each of this.aliases < mostAliases ? dice.some(types, 0, 2) : []) {
      // Names of their own, so that fields of different types never have to be merged.
      const fields = this.fields(each, at).map((piece) => (piece.name === '__typename' ? piece : this.named(piece)))
      pieces.push({ name: `... on ${each.name}`, selection: fields.map(printed).join(' ') })
    }
    if (type.name === 'Node' && dice.chance(15)) pieces.push({ name: '... on Person', selection: 'name' })
    return this.arranged(type, pieces)
  }

  /** The fields as they are, or some of them in fragments and under conditions. */
  private arranged(type: Owner, pieces: readonly Piece[]): string {
    const { dice } = this.options
    const conditional = pieces.map((piece) => (dice.chance(4) ? { ...piece, directives: this.condition() } : piece))
    // Something is there whatever the conditions say.
    const safe = conditional.some(({ directives }) => directives) ? [...conditional, leaf('__typename')] : conditional
    if (!dice.chance(12)) return safe.map(printed).join(' ')
    const inside = dice.some(safe, 1)
    const outside = safe.filter((piece) => !inside.includes(piece))
    const directives = dice.chance(40) ? this.condition() : undefined
    const selection = inside.map(printed).join(' ')
    return [...outside, this.fragment(type, selection, directives), leaf('__typename')].map(printed).join(' ')
  }

  private fragment(type: Owner, selection: string, directives: string | undefined): Piece {
    const { dice } = this.options
    if (dice.chance(50)) return { name: dice.chance(50) ? `... on ${type.name}` : '...', directives, selection }
    const name = `F${this.fragments.length + 1}`
    this.fragments.push(` fragment ${name} on ${type.name} { ${selection} }`)
    return { name: `...${name}`, directives }
  }

  private condition(): string {
    const { dice, schema } = this.options
    const value = dice.chance(50)
    const flag = schema.getDirective('include')!.args[0]!.type
    const text = dice.chance(50) ? String(value) : this.variables.add(flag, value)
    return dice.chance(50) ? `@include(if: ${text})` : `@skip(if: ${text})`
  }
}

const isPlainList = ({ type, args }: Field) =>
  isListType(isNonNullType(type) ? type.ofType : type) && !args.some(({ name }) => name === 'first')
