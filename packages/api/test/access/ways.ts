/** Shortest queries to every field of a schema, with the fields on their way. */
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'

/** A field on the way: what it is called in the schema and in the answer. */
export interface Step {
  name: string
  key: string
}
export interface Way {
  /** The document with `%` where fields of the type go. */
  text: string
  steps: Step[]
  /** The fields stand in a type condition. */
  conditional?: boolean
}

const nobody = '00000000-0000-4000-8000-000000000000'

/** Texts that may not be empty. */
const fitting: Record<string, string> = { text: '"xx"', currency: '"TRY"' }
/** Fields that may be left out by themselves, but not all of their kind: a plan's currency is its amounts'. */
const needed: Record<string, string> = { CreateServicePlanInput: 'fixedFee' }

/** The smallest value that is valid for the type and names nothing that is there. */
export function smallest(type: GraphQLInputType, name: string): string {
  if (isNonNullType(type)) return smallest(type.ofType, name)
  if (isListType(type)) return '[]'
  if (isEnumType(type)) return type.getValues()[0]!.name
  if (isInputObjectType(type)) return inputOf(type)
  switch (type.name) {
    case 'ID':
      return `"${nobody}"`
    case 'Int':
      return name === 'year' ? '2026' : '1'
    case 'Boolean':
      return 'true'
    case 'Date':
      return '"2026-01-01"'
    case 'DateTime':
      return '"2026-11-23T09:00:00Z"'
    case 'Decimal':
      return '"1.50"'
    default:
      // Nothing is made with an empty name, so an open door of a mutation leaves no trace.
      return fitting[name] ?? '""'
  }
}

/** An input with its required fields and, where one is named, that one too. */
export function inputOf(type: GraphQLInputObjectType, also?: string): string {
  const isNeeded = ({ name, type: of }: GraphQLInputField) => isNonNullType(of) || needed[type.name] === name
  const given = Object.values(type.getFields()).filter((field) => isNeeded(field) || field.name === also)
  return `{ ${given.map((field) => `${field.name}: ${isNeeded(field) ? smallest(field.type, field.name) : 'null'}`).join(', ')} }`
}

/** A field with its required arguments. */
export function call({ name, args }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(({ type }) => isNonNullType(type))
  return given.length
    ? `${name}(${given.map((arg) => `${arg.name}: ${smallest(arg.type, arg.name)}`).join(', ')})`
    : name
}

/** The way to every object and interface type, the shortest first; to a type with an id also the one by `node`. */
export function waysOf(schema: GraphQLSchema): Map<string, Way[]> {
  const ways = new Map<string, Way[]>()
  const queue: { type: GraphQLNamedType; way: Way }[] = [
    { type: schema.getQueryType()!, way: { text: '{ % }', steps: [] } },
    { type: schema.getMutationType()!, way: { text: 'mutation { % }', steps: [] } },
  ]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { type, way } = next
    if ((!isObjectType(type) && !isInterfaceType(type)) || ways.has(type.name)) continue
    ways.set(type.name, [way])
    for (const field of Object.values(type.getFields())) {
      queue.push({
        type: getNamedType(field.type),
        way: {
          text: way.text.replace('%', `${call(field)} { % }`),
          steps: [...way.steps, { name: `${type.name}.${field.name}`, key: field.name }],
        },
      })
    }
  }
  const node = ways.get('Node')![0]!
  for (const { name } of schema.getPossibleTypes(schema.getType('Node') as never)) {
    const byNode = { text: node.text.replace('%', `... on ${name} { % }`), steps: node.steps, conditional: true }
    ways.set(name, [...(ways.get(name) ?? []), byNode])
  }
  // What no field names by itself stands behind an interface.
  for (const type of Object.values(schema.getTypeMap()))
    if (isInterfaceType(type))
      for (const { name } of schema.getPossibleTypes(type))
        if (!ways.has(name)) {
          const behind = ways.get(type.name)![0]!
          ways.set(name, [
            { text: behind.text.replace('%', `... on ${name} { % }`), steps: behind.steps, conditional: true },
          ])
        }
  return ways
}

/** A field with the smallest selection that is valid. */
export function leaf(field: GraphQLField<unknown, unknown>): string {
  const of = getNamedType(field.type)
  if (!isObjectType(of) && !isAbstractType(of)) return call(field)
  return `${call(field)} { __typename }`
}
