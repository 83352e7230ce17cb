/** An id that is there for others and one of nothing must be answered with the same bytes, wherever an id is taken. */
import { getNamedType, isListType, isNonNullType, isObjectType, type GraphQLArgument, type GraphQLField } from 'graphql'
import { isDeepStrictEqual } from 'node:util'
import type { Dice } from './dice.ts'
import type { Caller } from './model/asker.ts'
import type { Mismatch, Oracle } from './oracle.ts'
import { literal } from './queries/values.ts'
import { isFilter } from './selections.ts'

/** A place that takes an id, as a document with `$id`, and ids that are nothing to the caller there. */
export interface Probe {
  document: string
  ids: string[]
}

/** Every place of a query that takes an id, with hidden ids of every type. */
export function probesOf(oracle: Oracle, caller: Caller, dice: Dice): Probe[] {
  const { model } = oracle.answerer
  return placesOfIds(oracle, dice).flatMap((document) => {
    const expected = (id: string) => oracle.expected({ caller, document, variables: { id } })
    const nothing = expected(oracle.world.missing[0]!)
    // Where a door is closed, no id is looked at.
    if (nothing.is !== 'data') return []
    const some = Object.values(model.nodes).flatMap(({ rows }) =>
      dice.some(rows(oracle.world), 1, 1).map(({ id }) => id),
    )
    return [{ document, ids: some.filter((id) => isDeepStrictEqual(expected(id), nothing)) }]
  })
}

/** The first probe whose answer betrays something. */
export async function firstBetrayed(
  oracle: Oracle,
  caller: Caller,
  probes: readonly Probe[],
): Promise<Mismatch | null> {
  for (const { document, ids } of probes) {
    const about = (id: string) => ({ caller, document, variables: { id } })
    const base = await oracle.ask(about(oracle.world.missing[0]!))
    if (base.mismatch) return base.mismatch
    for (const id of ids) {
      const { answer, mismatch } = await oracle.ask(about(id))
      if (mismatch) return mismatch
      const reason = `other bytes than for an id of nothing: ${base.answer.text}`
      if (answer.text !== base.answer.text)
        return { ...about(id), answer, expected: oracle.expected(about(id)), reason }
    }
  }
  return null
}

function placesOfIds(oracle: Oracle, dice: Dice): string[] {
  const { schema, model } = oracle.answerer
  const drawn = (field: string, argument: GraphQLArgument) =>
    literal(argument.type, model.types['Query']!.fields[field]!.args![argument.name]!({ dice, world: oracle.world }))

  return Object.values(schema.getQueryType()!.getFields()).flatMap((field) =>
    field.args.flatMap((argument) => {
      const others = field.args
        .filter((each) => each !== argument && isNonNullType(each.type))
        .map((each) => `${each.name}: ${drawn(field.name, each)}`)
      return waysToGive(argument).map(
        (text) => `query ($id: ID!) { ${field.name}(${[...others, text].join(', ')}) { ${little(field)} } }`,
      )
    }),
  )
}

/** How `$id` is given to an argument: by itself, in a list, in a filter. */
function waysToGive({ name, type }: GraphQLArgument): string[] {
  const named = getNamedType(type)
  if (named.name === 'ID') return [`${name}: ${isListType(isNonNullType(type) ? type.ofType : type) ? '[$id]' : '$id'}`]
  if (!isFilter(named)) return []
  const ids = Object.values(named.getFields()).filter((field) => getNamedType(field.type).name === 'ID')
  return ids.map((field) => `${name}: {${field.name}: $id}`)
}

function little(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type)
  return isObjectType(type) && 'nodes' in type.getFields() ? 'totalCount nodes { __typename }' : '__typename'
}
