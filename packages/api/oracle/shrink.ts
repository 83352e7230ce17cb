/** Makes a failing operation smaller while it goes on failing: what is left is what matters. */
import {
  Kind,
  parse,
  print,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { Asked } from './answer.ts'

const most = 600

/** `fails` says whether the smaller operation still does. */
export async function shrink(
  schema: GraphQLSchema,
  asked: Asked,
  fails: (smaller: Asked) => Promise<boolean>,
): Promise<Asked> {
  let best = asked
  let left = most
  for (let progress = true; progress && left > 0;) {
    progress = false
    for (let place = 0; place < placesIn(best) && left > 0;) {
      const found = await firstThat(fails, smallerAt(schema, best, place))
      left -= 1
      if (found) best = found
      else place += 1
      progress ||= found !== undefined
    }
  }
  return best
}

async function firstThat(
  fails: (smaller: Asked) => Promise<boolean>,
  smaller: Iterable<Asked>,
): Promise<Asked | undefined> {
  for (const each of smaller) if (await fails(each)) return each
  return undefined
}

/** Things that could be taken out of the document, or out of a variable. */
function placesIn({ document, variables }: Asked): number {
  let count = 0
  visit(parse(document), { enter: (node) => void (count += isRemovable(node) ? 1 : 0) })
  return count + keysIn(variables).length
}

/** The operation without the thing at this place, or with less of it. */
function* smallerAt(schema: GraphQLSchema, { document, variables }: Asked, place: number): Generator<Asked> {
  const tree = parse(document, { noLocation: true })
  let index = -1
  for (const change of [remove, unfold]) {
    index = -1
    const changed: DocumentNode = visit(tree, {
      enter(node) {
        if (!isRemovable(node)) return undefined
        index += 1
        return index === place ? change(node) : undefined
      },
    })
    if (index < place) break
    const cleaned = isWhole(changed) ? withoutUnused(changed) : undefined
    if (!cleaned || validate(schema, cleaned).length > 0) continue
    const used = namesOf(cleaned, Kind.VARIABLE)
    const smaller = print(cleaned).replace(/\s+/g, ' ')
    if (smaller === document) continue
    yield {
      document: smaller,
      variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
    }
  }
  const key = keysIn(variables)[place - index - 1]
  if (!key) return
  const rest = { ...(variables[key.name] as Record<string, unknown>) }
  delete rest[key.field]
  yield { document, variables: { ...variables, [key.name]: rest } }
}

/** Fields of input objects that are sent as variables. */
function keysIn(variables: Asked['variables']): { name: string; field: string }[] {
  return Object.entries(variables).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).map((field) => ({ name, field }))
      : [],
  )
}

const removable = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
  Kind.OBJECT_FIELD,
])
const isRemovable = (node: ASTNode) => removable.has(node.kind)

const remove = () => null

/** A field without its alias. */
function unfold(node: ASTNode): ASTNode | undefined {
  return node.kind === Kind.FIELD && node.alias ? { ...node, alias: undefined } : undefined
}

/** Nothing may be left without a selection. */
function isWhole(tree: DocumentNode): boolean {
  let whole = true
  visit(tree, { SelectionSet: ({ selections }) => void (whole &&= selections.length > 0) })
  return whole
}

function withoutUnused(tree: DocumentNode): DocumentNode {
  const spreads = namesOf(tree, Kind.FRAGMENT_SPREAD)
  const kept = {
    ...tree,
    definitions: tree.definitions.filter(
      (each) => each.kind !== Kind.FRAGMENT_DEFINITION || spreads.has(each.name.value),
    ),
  }
  const used = namesOf(kept, Kind.VARIABLE)
  return visit(kept, {
    OperationDefinition: (node): OperationDefinitionNode => ({
      ...node,
      variableDefinitions: node.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)),
    }),
  })
}

/** Names of the variables used, or of the fragments spread. */
function namesOf(tree: DocumentNode, kind: Kind.VARIABLE | Kind.FRAGMENT_SPREAD): Set<string> {
  const names = new Set<string>()
  visit(tree, {
    VariableDefinition: () => false,
    enter(node) {
      if (node.kind === kind) names.add(node.name.value)
    },
  })
  return names
}
