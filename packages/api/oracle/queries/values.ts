/** Values for arguments of the schema, as literals in the document or as variables beside it. */
import {
  astFromValue,
  getNamedType,
  isEnumType,
  isNonNullType,
  isScalarType,
  print,
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql'
import type { Args, Drawing } from '../model/feature.ts'
import type { Model } from '../model/index.ts'
import { isFilter } from '../selections.ts'

/** What a document hands out beside its text. */
export class Variables {
  readonly values: Record<string, unknown> = {}
  private readonly declared: string[] = []

  /** `$name` for a value of this type. */
  add(type: GraphQLInputType, value: unknown, fallback?: unknown): string {
    const name = `v${this.declared.length + 1}`
    // A default stands where nothing is sent; with one the type may not forbid null.
    if (fallback !== undefined) this.declared.push(`$${name}: ${nullable(type)} = ${literal(type, fallback)}`)
    else {
      this.declared.push(`$${name}: ${String(type)}`)
      this.values[name] = value
    }
    return `$${name}`
  }

  get head(): string {
    return this.declared.length > 0 ? `query (${this.declared.join(', ')}) ` : ''
  }
}

const nullable = (type: GraphQLInputType) => String(isNonNullType(type) ? type.ofType : type)

/** A value written into a document. */
export const literal = (type: GraphQLInputType, value: unknown): string => print(astFromValue(value, type)!)

/** Draws values for arguments: those of filters and orders from their cases, the others from the field's. */
export class ValueMaker {
  private readonly drawing: Drawing
  private readonly model: Model
  /** Doors that are closed to the one who asks are left out. */
  private readonly isOpen: (input: string, field: string) => boolean

  constructor(drawing: Drawing, model: Model, isOpen: (input: string, field: string) => boolean) {
    this.drawing = drawing
    this.model = model
    this.isOpen = isOpen
  }

  /** A value for an argument that is no page's; undefined: leave it out. */
  forArgument(owner: string, field: string, argument: GraphQLArgument): unknown {
    const { dice } = this.drawing
    const required = isNonNullType(argument.type)
    if (!required && dice.chance(35)) return undefined
    if (!required && dice.chance(5)) return null
    const named = getNamedType(argument.type)
    if (isFilter(named)) return this.forFilter(named)
    if (isEnumType(named)) {
      const known = Object.keys(this.model.orders[named.name] ?? this.model.choices[named.name] ?? {})
      const open = known.filter((value) => this.isOpen(named.name, value))
      return open.length > 0 ? dice.pick(open) : undefined
    }
    const values = this.model.types[owner]?.fields[field]?.args?.[argument.name]
    if (!values) throw new Error(`No values for ${owner}.${field}(${argument.name})`)
    return values(this.drawing)
  }

  forFilter(type: GraphQLInputObjectType): Args {
    const { dice } = this.drawing
    const known = Object.keys(this.model.filters[type.name] ?? {}).filter((name) => this.isOpen(type.name, name))
    const given = dice.some(known, 0, 3)
    return Object.fromEntries(given.map((name) => [name, dice.chance(4) ? null : this.forFilterField(type.name, name)]))
  }

  forFilterField(filter: string, field: string): unknown {
    return this.model.filters[filter]![field]!.values(this.drawing)
  }

  /** `name: value`, with the value, or parts of it, as variables where the dice say so. */
  write(argument: Pick<GraphQLArgument, 'name' | 'type'>, value: unknown, variables: Variables): string {
    return `${argument.name}: ${this.writeValue(argument.type, value, variables)}`
  }

  private writeValue(type: GraphQLInputType, value: unknown, variables: Variables): string {
    const { dice } = this.drawing
    if (value !== null && dice.chance(35)) return variables.add(type, value, dice.chance(10) ? value : undefined)
    const named = getNamedType(type)
    if (value === null || isScalarType(named) || isEnumType(named) || Array.isArray(value)) return literal(type, value)
    const fields = named.getFields()
    const entries = Object.entries(value as Args).map(([name, child]) => this.write(fields[name]!, child, variables))
    return `{${entries.join(', ')}}`
  }
}
