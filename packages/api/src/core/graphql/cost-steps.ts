/** An operation translated into what counts for its cost. */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { isPageArgument } from './page-size.ts'

/** `@include` or `@skip` by a variable. */
export interface Condition {
  variable: string
  wanted: boolean
}

/** One field that costs something, or under which something does. */
export interface Step {
  conditions: readonly Condition[]
  /**
   * `page`: a connection, its size is handed down; `rows`: its `edges` or `nodes`; `list`: any other list;
   * `one`: a single object; `leaf`: a column that declared a cost.
   */
  kind: 'page' | 'rows' | 'list' | 'one' | 'leaf'
  /** Whether each object of it counts as a node: value objects and wrappers do not. */
  node: boolean
  /** Declared beside its nodes, for each parent. */
  extra: number
  /** Arguments that say how many of a page; and how many there are without them, or in a plain list. */
  pages: readonly ArgumentNode[]
  size: number
  filter: ArgumentNode | undefined
  steps: readonly Step[]
}

/** What fields cost beside their nodes, by "Type.field" or "*.field"; a field's extension `cost` goes first. */
export type Costs = Readonly<Record<string, number>>

/** What a write costs beside what it reads back, and what asking for the schema costs. */
const writeCost = 10
const introspectionCost = 500

export interface StepOptions {
  schema: GraphQLSchema
  costs: Costs
  usualPage: number
}

/** The steps of an operation in a document that passed validation. */
export function buildSteps(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  options: StepOptions,
): readonly Step[] {
  const { schema, costs, usualPage } = options
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  const root = schema.getRootType(operation.operation)
  return root ? stepsOf(root, [operation.selectionSet], operation.operation === 'mutation') : []

  function stepsOf(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], writes = false): Step[] {
    const found = new Map<string, Found>()
    for (const set of sets) collect(type, set, [], found)
    const columns = new Set<string>()
    return [...found.values()].flatMap((each) => {
      // The same column under another name tells nothing new, and makes the answer as long as the caller likes.
      const { name, arguments: given = [] } = each.nodes[0]!
      const column = given.length === 0 && `${each.type.name}.${name.value}`
      const again = column !== false && columns.has(column)
      if (column !== false) columns.add(column)
      return stepOf(each, writes, again) ?? []
    })
  }

  /** The same field asked twice of the same type under the same conditions is one: GraphQL merges them. */
  function collect(
    type: GraphQLCompositeType,
    set: SelectionSetNode,
    outer: readonly Condition[],
    found: Map<string, Found>,
  ): void {
    for (const each of set.selections) {
      const conditions = conditionsOf(each.directives ?? [], outer)
      if (!conditions) continue
      if (each.kind === Kind.FIELD) {
        const key = JSON.stringify([(each.alias ?? each.name).value, type.name, conditions])
        const before = found.get(key)
        if (before) before.nodes.push(each)
        else found.set(key, { type, conditions, nodes: [each] })
      } else {
        const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value)
        if (!fragment) continue
        const narrowed = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value)
        collect(isCompositeType(narrowed) ? narrowed : type, fragment.selectionSet, conditions, found)
      }
    }
  }

  function stepOf({ type, conditions, nodes }: Found, writes: boolean, again: boolean): Step | undefined {
    const first = nodes[0]!
    const name = first.name.value
    const step: Step = {
      conditions,
      kind: 'leaf',
      node: false,
      extra: 0,
      pages: [],
      size: 1,
      filter: undefined,
      steps: [],
    }
    if (name.startsWith('__')) return name === '__typename' ? undefined : { ...step, extra: introspectionCost }
    const field = isUnionType(type) ? undefined : type.getFields()[name]
    if (!field) return undefined
    const extra =
      (extensionOf(field, 'cost') ?? costs[`${type.name}.${name}`] ?? costs[`*.${name}`] ?? 0) +
      (writes ? writeCost : 0) +
      (again && !isCompositeType(getNamedType(field.type)) ? 1 : 0)
    const named = getNamedType(field.type)
    const steps = isCompositeType(named)
      ? stepsOf(
          named,
          nodes.flatMap((each) => each.selectionSet ?? []),
        )
      : []
    const kind = kindOf(type, field)
    const node = isNode(named) || returnsList(field)
    const filter = first.arguments?.find((each) => each.name.value === 'filter')
    if (!node && !extra && !filter && steps.length === 0 && (kind === 'leaf' || kind === 'one')) return undefined
    return {
      conditions,
      kind,
      node: node && !(type.name.endsWith('Edge') && name === 'node'),
      extra,
      pages: first.arguments?.filter((each) => isPageArgument(each.name.value)) ?? [],
      size: extensionOf(field, 'listSize') ?? defaultOf(field) ?? usualPage,
      filter,
      steps,
    }
  }
}

interface Found {
  type: GraphQLCompositeType
  conditions: readonly Condition[]
  nodes: FieldNode[]
}

function kindOf(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): Step['kind'] {
  if (!isCompositeType(getNamedType(field.type))) return 'leaf'
  if (field.args.some((each) => isPageArgument(each.name))) return 'page'
  if (!returnsList(field)) return 'one'
  return parent.name.endsWith('Connection') ? 'rows' : 'list'
}

const returnsList = ({ type }: GraphQLField<unknown, unknown>) => isListType(isNonNullType(type) ? type.ofType : type)

/** The page size that the schema itself declares. */
function defaultOf(field: GraphQLField<unknown, unknown>): number | undefined {
  const value = field.args.find((each) => each.name === 'first')?.defaultValue
  return typeof value === 'number' ? value : undefined
}

/** Interfaces, unions and what implements an interface are rows somewhere; other objects are values, or wrap rows. */
const isNode = (type: GraphQLNamedType) =>
  isAbstractType(type) || (isObjectType(type) && type.getInterfaces().length > 0)

function extensionOf(field: GraphQLField<unknown, unknown>, name: string): number | undefined {
  const value = field.extensions[name]
  return typeof value === 'number' ? value : undefined
}

/** The conditions under which a selection counts; undefined when it never does. */
function conditionsOf(
  directives: readonly DirectiveNode[],
  outer: readonly Condition[],
): readonly Condition[] | undefined {
  let conditions = outer
  for (const each of directives) {
    const wanted = each.name.value === 'include'
    if (!wanted && each.name.value !== 'skip') continue
    const value = each.arguments?.find((argument) => argument.name.value === 'if')?.value
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return undefined
    if (value?.kind === Kind.VARIABLE) conditions = [...conditions, { variable: value.name.value, wanted }]
  }
  return conditions
}
