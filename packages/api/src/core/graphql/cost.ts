/**
 * What an operation costs: the nodes it asks for, page sizes multiplied downwards, and what dear fields declare beside
 * them. An operation is translated into steps once; each request walks them with its variables.
 */
import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type ValueNode } from 'graphql'
import { buildSteps, type Costs, type Step } from './cost-steps.ts'
import { badUserInput } from './errors.ts'
import type { Limits } from './limits.ts'
import { bothEnds, isPageSize, wrongPageSize } from './page-size.ts'

export type Variables = Readonly<Record<string, unknown>>

export interface CostMeter {
  /**
   * The cost of one operation with these (coerced) variables, at least 1.
   * @throws GraphQLError BAD_USER_INPUT for a page size or a filter beyond the limits
   */
  measure(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number
}

export function createCostMeter(schema: GraphQLSchema, limits: Limits, costs: Costs = {}): CostMeter {
  const known = new WeakMap<OperationDefinitionNode, readonly Step[]>()

  function sum(steps: readonly Step[], parents: number, page: number, variables: Variables): number {
    let total = 0
    for (const step of steps) total += costOf(step, parents, page, variables)
    return total
  }

  function costOf(step: Step, parents: number, page: number, variables: Variables): number {
    for (const each of step.conditions) if ((variables[each.variable] === true) !== each.wanted) return 0
    if (step.filter) checkFilter(step.filter.value, variables, limits)
    const extra = parents * step.extra
    switch (step.kind) {
      case 'leaf':
        return extra
      case 'one':
        return extra + (step.node ? parents : 0) + sum(step.steps, parents, page, variables)
      case 'page': {
        const size = pageSizeOf(step, variables, limits)
        // A page that is a plain list holds its nodes itself; a connection's are counted at `edges` and `nodes`.
        const within = step.node ? parents * size : parents
        return extra + (step.node ? within : 0) + sum(step.steps, within, size, variables)
      }
      case 'rows':
      case 'list': {
        const within = parents * (step.kind === 'rows' ? page : step.size)
        return extra + within + sum(step.steps, within, page, variables)
      }
    }
  }

  return {
    measure(document, operation, variables) {
      let steps = known.get(operation)
      if (!steps) {
        steps = buildSteps(document, operation, { schema, costs, usualPage: limits.page.usual })
        known.set(operation, steps)
      }
      return Math.max(1, Math.ceil(sum(steps, 1, limits.page.usual, variables)))
    },
  }
}

function pageSizeOf(step: Step, variables: Variables, limits: Limits): number {
  let size: number | undefined
  for (const argument of step.pages) {
    const asked =
      argument.value.kind === Kind.INT ? Number(argument.value.value) : variableOf(argument.value, variables)
    if (asked === null || asked === undefined) continue
    if (!isPageSize(asked, limits)) throw wrongPageSize(argument, limits)
    if (size !== undefined) throw bothEnds(argument)
    size = asked as number
  }
  return size ?? step.size
}

const variableOf = (value: ValueNode, variables: Variables) =>
  value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined

function checkFilter(filter: ValueNode, variables: Variables, limits: Limits): void {
  const { predicates, depth } = weigh(filter, variables)
  if (predicates > limits.predicates)
    throw badUserInput(`A filter may have at most ${limits.predicates} predicates.`, { nodes: filter })
  if (depth > limits.filterDepth)
    throw badUserInput(`A filter may nest at most ${limits.filterDepth} deep.`, { nodes: filter })
}

interface Weight {
  predicates: number
  depth: number
}

const onePredicate: Weight = { predicates: 1, depth: 0 }

/** Every column compared is a predicate; a list of plain values is compared as one. */
function weigh(node: ValueNode, variables: Variables): Weight {
  switch (node.kind) {
    case Kind.OBJECT:
      return together(node.fields.map((each) => weigh(each.value, variables)))
    case Kind.LIST:
      return together(
        node.values.map((each) => weigh(each, variables)),
        true,
      )
    case Kind.VARIABLE:
      return weighValue(variables[node.name.value])
    default:
      return onePredicate
  }
}

function weighValue(value: unknown): Weight {
  if (Array.isArray(value)) return together(value.map(weighValue), true)
  if (typeof value !== 'object' || value === null) return onePredicate
  return together(Object.values(value).map(weighValue))
}

function together(parts: readonly Weight[], list = false): Weight {
  const depth = parts.reduce((most, each) => Math.max(most, each.depth), 0)
  if (list && depth === 0) return onePredicate
  return { predicates: parts.reduce((all, each) => all + each.predicates, 0), depth: list ? depth : depth + 1 }
}
