/** Shortest ways from the root to every type of the schema, and the fields that lead there. */
import {
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

export interface Step {
  owner: string
  field: GraphQLField<unknown, unknown>
  /** Where the field is of an interface: the type that is meant. */
  as?: string
}

/**
 * Steps from Query to an object of the type. Ways through an interface come second, since they hold for some rows only;
 * look-ups come last, since they need an id that may be nobody's.
 */
export function waysTo(schema: GraphQLSchema): Map<string, readonly Step[]> {
  const ways = new Map<string, readonly Step[]>([['Query', []]])
  const phases = [
    ({ field, as }: Step) => needs(field) === 0 && !as,
    ({ field }: Step) => needs(field) === 0,
    () => true,
  ]
  for (const isWanted of phases) {
    // What is added while this runs is visited too: the shortest ways come first.
    for (const [name, way] of ways) {
      for (const field of Object.values((schema.getType(name) as GraphQLObjectType).getFields())) {
        for (const step of targets(schema, name, field)) {
          const type = step.as ?? getNamedType(field.type).name
          if (isWanted(step) && !ways.has(type)) ways.set(type, [...way, step])
        }
      }
    }
  }
  return ways
}

function targets(schema: GraphQLSchema, owner: string, field: GraphQLField<unknown, unknown>): Step[] {
  const named = getNamedType(field.type)
  if (isObjectType(named)) return [{ owner, field }]
  return isAbstractType(named) && owner !== 'Query'
    ? schema.getPossibleTypes(named).map(({ name }) => ({ owner, field, as: name }))
    : []
}

const needs = (field: GraphQLField<unknown, unknown>) => field.args.filter(({ type }) => isNonNullType(type)).length

/** Every field that gives objects, wherever it stands. */
export function* fieldsOf(schema: GraphQLSchema): Generator<Step> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getMutationType()) continue
    for (const field of Object.values(type.getFields())) yield { owner: type.name, field }
  }
}

/** The shortest thing to ask of a type: nothing but what it is, and how many there are. */
export const barely = (schema: GraphQLSchema, type: string): string => {
  const named = schema.getType(type)
  return isObjectType(named) && 'totalCount' in named.getFields() ? 'totalCount' : '__typename'
}
