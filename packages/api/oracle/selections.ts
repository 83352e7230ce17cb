/**
 * What a document selects, without its values: every field on every type it may meet, `@include` and `@skip` obeyed,
 * fragments followed. Doors, coverage and mutants look at operations through this.
 */
import {
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { getArgumentValues, getDirectiveValues } from 'graphql/execution/values.js'

export interface Selected {
  type: string
  field: string
  path: readonly string[]
  args: Readonly<Record<string, unknown>>
  /** Input objects in the arguments: "InputType.field" with its path. */
  inputs: readonly { input: string; field: string; path: readonly string[] }[]
}

/** A type that the document names for rows of several types. */
export interface Named {
  type: string
  path: readonly string[]
}

export interface Selections {
  fields: Selected[]
  named: Named[]
}

type Variables = Readonly<Record<string, unknown>>

export function selectionsOf(schema: GraphQLSchema, document: DocumentNode, variables: Variables): Selections {
  const found: Selections = { fields: [], named: [] }
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )!
  walk(schema.getRootType(operation.operation)!, [operation.selectionSet], [])
  return found

  function walk(type: GraphQLObjectType, sets: readonly SelectionSetNode[], path: readonly string[]): void {
    const fields = new Map<string, FieldNode[]>()
    for (const set of sets) collect(type, set, fields)
    for (const [key, nodes] of fields) {
      const [node] = nodes as [FieldNode]
      const field = type.getFields()[node.name.value]
      if (!field) continue
      const at = [...path, key]
      const args = getArgumentValues(field, node, variables)
      const inputs = field.args.flatMap((arg) => inputsOf(arg.type, args[arg.name], [...at, arg.name]))
      found.fields.push({ type: type.name, field: field.name, path: at, args, inputs })
      below(
        getNamedType(field.type),
        nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
        at,
      )
    }
  }

  function below(type: GraphQLNamedType, sets: readonly SelectionSetNode[], path: readonly string[]): void {
    if (isObjectType(type)) walk(type, sets, path)
    if (!isAbstractType(type)) return
    const names = new Set<string>()
    for (const set of sets) conditions(set, names)
    for (const each of schema.getPossibleTypes(type)) {
      if (!names.has(each.name)) continue
      found.named.push({ type: each.name, path })
      walk(each, sets, path)
    }
  }

  /** Fields of these selections that a row of the type has. */
  function collect(type: GraphQLObjectType, set: SelectionSetNode, fields: Map<string, FieldNode[]>): void {
    for (const each of set.selections) {
      if (!isIncluded(each)) continue
      if (each.kind === Kind.FIELD) {
        const key = (each.alias ?? each.name).value
        fields.set(key, [...(fields.get(key) ?? []), each])
        continue
      }
      const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value)!
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value)
      if (!condition || condition === type || (isInterfaceType(condition) && schema.isSubType(condition, type)))
        collect(type, fragment.selectionSet, fields)
    }
  }

  function conditions(set: SelectionSetNode, names: Set<string>): void {
    for (const each of set.selections) {
      if (each.kind === Kind.FIELD || !isIncluded(each)) continue
      const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value)!
      if (fragment.typeCondition) names.add(fragment.typeCondition.name.value)
      conditions(fragment.selectionSet, names)
    }
  }

  function isIncluded(node: FieldNode | SelectionSetNode['selections'][number]): boolean {
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
    )
  }
}

function inputsOf(type: GraphQLInputType, value: unknown, path: readonly string[]): Selected['inputs'] {
  const named = getNamedType(type)
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => {
    const at = [...path, key]
    const field = named.getFields()[key]!
    return [{ input: named.name, field: key, path: at }, ...inputsOf(field.type, child, at)]
  })
}

/** Whether the values of an input are drawn field by field; those of another come as a whole, from the field that takes it. */
export const isFilter = (type: GraphQLNamedType): type is GraphQLInputObjectType =>
  isInputObjectType(type) && type.name.endsWith('Filter')

/** Whether a type's fields are the connection's own: they have no doors, and the model answers them by themselves. */
export const isWrapper = (type: string): boolean => type === 'PageInfo' || /(?:Connection|Edge)$/.test(type)
