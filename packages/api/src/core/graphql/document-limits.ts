/**
 * What a document's shape alone can tell: depth, aliases, root fields, literals. It runs before validation and once
 * per document, so it must stand any document that parses: unknown fields, missing fragments, fragments in a circle.
 */
import {
  BREAK,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type ListValueNode,
  type ObjectValueNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql'
import { badUserInput, queryTooComplex } from './errors.ts'
import type { Limits } from './limits.ts'
import { checkPageLiterals } from './page-size.ts'
import { normalText } from './text.ts'

/** Sums over a selection set with its fragments spread out. */
interface Shape {
  depth: number
  introspectionDepth: number
  aliases: number
  selections: number
  fields: number
}

const nothing: Shape = { depth: 0, introspectionDepth: 0, aliases: 0, selections: 0, fields: 0 }
const introspection = new Set(['__schema', '__type'])

/**
 * The validation rule that refuses what is beyond the limits. It speaks at the document, before any other rule looks
 * inside, and then takes the document away from them: they are the dear ones.
 */
export const limitsRule =
  (limits: Limits): ValidationRule =>
  (context) => ({
    Document(document: DocumentNode) {
      const refusals = checkDocument(document, limits)
      if (refusals.length === 0) return undefined
      for (const refusal of refusals) context.reportError(refusal)
      return null
    },
  })

/** Every way in which the document is beyond the limits, at most one of each kind. */
function checkDocument(document: DocumentNode, limits: Limits): GraphQLError[] {
  const refusals: GraphQLError[] = []
  const measure = measurer(document)
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const shape = measure(definition.selectionSet)
    const fields = definition.operation === 'mutation' ? limits.mutationFields : limits.rootFields
    const beyond =
      told(shape.depth, limits.depth, 'levels deep') ??
      told(shape.introspectionDepth, limits.introspectionDepth, 'levels deep') ??
      told(shape.aliases, limits.aliases, 'aliases') ??
      told(shape.fields, fields, 'fields at the root') ??
      told(shape.selections, limits.selections, 'selections')
    if (beyond) refusals.push(queryTooComplex(`An operation may have at most ${beyond}.`, { nodes: definition }))
    // The rule of one root field would look for the values of variables, which nobody has while validating.
    else if (definition.operation === 'subscription' && hasConditions(definition.selectionSet, document))
      refusals.push(badUserInput('The field of a subscription takes no @skip and no @include.', { nodes: definition }))
    if (refusals.length > 0) return refusals
  }
  const value = checkValues(document, limits)
  return value ? [value] : []
}

/** Whether a directive stands at the root, fragments followed. */
function hasConditions(set: SelectionSetNode, document: DocumentNode, seen = new Set<string>()): boolean {
  return set.selections.some((each) => {
    if (each.directives?.length) return true
    if (each.kind === Kind.INLINE_FRAGMENT) return hasConditions(each.selectionSet, document, seen)
    if (each.kind === Kind.FIELD || seen.has(each.name.value)) return false
    seen.add(each.name.value)
    return document.definitions.some(
      (other) =>
        other.kind === Kind.FRAGMENT_DEFINITION &&
        other.name.value === each.name.value &&
        hasConditions(other.selectionSet, document, seen),
    )
  })
}

const told = (found: number, most: number, what: string) => (found > most ? `${most} ${what}` : undefined)

function measurer(document: DocumentNode): (set: SelectionSetNode) => Shape {
  const bodies = new Map<string, SelectionSetNode>()
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) bodies.set(each.name.value, each.selectionSet)
  }
  const known = new Map<string, Shape>()

  function ofFragment(name: string): Shape {
    const before = known.get(name)
    if (before) return before
    const body = bodies.get(name)
    if (!body) return nothing
    // While it is being measured a fragment counts as empty, so a circle ends here; validation refuses it by name.
    known.set(name, nothing)
    const shape = ofSet(body)
    known.set(name, shape)
    return shape
  }

  function ofField(field: FieldNode): Shape {
    const below = field.selectionSet ? ofSet(field.selectionSet) : nothing
    const deepest = Math.max(below.depth, below.introspectionDepth) + 1
    const asks = introspection.has(field.name.value)
    return {
      depth: asks ? 0 : below.depth + 1,
      introspectionDepth: asks ? deepest : below.introspectionDepth && below.introspectionDepth + 1,
      aliases: below.aliases + (field.alias ? 1 : 0),
      selections: below.selections + 1,
      fields: 1,
    }
  }

  function ofSet(set: SelectionSetNode): Shape {
    const sum = { ...nothing }
    for (const each of set.selections) {
      const shape =
        each.kind === Kind.FIELD
          ? ofField(each)
          : each.kind === Kind.INLINE_FRAGMENT
            ? ofSet(each.selectionSet)
            : ofFragment(each.name.value)
      sum.depth = Math.max(sum.depth, shape.depth)
      sum.introspectionDepth = Math.max(sum.introspectionDepth, shape.introspectionDepth)
      sum.aliases += shape.aliases
      sum.selections += shape.selections
      sum.fields += shape.fields
    }
    return sum
  }

  return ofSet
}

/** Literals: page sizes, length and nesting, and text that is none. Text that is not in NFC is put into it in place. */
function checkValues(document: DocumentNode, limits: Limits): GraphQLError | undefined {
  let refusal: GraphQLError | undefined
  let depth = 0
  const refuse = (error: GraphQLError | undefined) => {
    refusal ??= error
    return refusal ? BREAK : undefined
  }
  const deeper = {
    enter(node: ListValueNode | ObjectValueNode) {
      depth += 1
      if (depth > limits.valueDepth)
        return refuse(badUserInput(`Values may nest at most ${limits.valueDepth} deep.`, { nodes: node }))
      if (node.kind === Kind.OBJECT || node.values.length <= limits.items) return undefined
      return refuse(badUserInput(`A list may have at most ${limits.items} items.`, { nodes: node }))
    },
    leave() {
      depth -= 1
    },
  }
  visit(document, {
    Field: (node) => refuse(checkPageLiterals(node.arguments ?? [], limits)),
    ListValue: deeper,
    ObjectValue: deeper,
    StringValue(node) {
      const text = node.value.length <= limits.characters ? normalText(node.value) : null
      if (text === null)
        return refuse(badUserInput('A string is too long or holds characters that are not text.', { nodes: node }))
      if (text !== node.value) Object.assign(node, { value: text })
      return undefined
    },
  })
  return refusal
}

const asked = new WeakMap<DocumentNode, boolean>()

/** Whether any operation of the document asks for the schema, by whatever alias or fragment. Answered once a document. */
export function introspects(document: DocumentNode): boolean {
  let answer = asked.get(document)
  if (answer === undefined) {
    let found = false
    visit(document, {
      Field(node) {
        found ||= introspection.has(node.name.value)
        return found ? BREAK : undefined
      },
    })
    answer = found
    asked.set(document, answer)
  }
  return answer
}
