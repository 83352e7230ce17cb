/** Lists walked page by page, forwards and backwards, and what else can be done with the cursors that this brings. */
import { getNamedType, isEnumType, isInputObjectType, isNonNullType } from 'graphql'
import type { Dice } from './dice.ts'
import type { Mismatch, Oracle } from './oracle.ts'
import type { Caller } from './model/asker.ts'
import { literal, ValueMaker } from './queries/values.ts'
import { fieldsOf, waysTo, type Step } from './queries/ways.ts'

const mostPages = 40
const page =
  '{ edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }'

interface PageData {
  edges: { cursor: string }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
}

export interface Walk {
  caller: Caller
  /** Takes `$size` and `$cursor`. */
  document: string
  backward: boolean
  size: number
  /** The same list in another order or with another filter, under the parents of everybody, and of somebody else. */
  others: string[]
  strangers: Caller[]
}

/** A random list that can be walked. */
export function drawWalk(oracle: Oracle, dice: Dice): Walk {
  const { schema, model } = oracle.answerer
  const living = oracle.callers.filter(({ asker }) => asker !== null && asker !== 'REFUSED')
  const ways = waysTo(schema)
  const lists = [...fieldsOf(schema)].filter(
    ({ owner, field }) => ways.has(owner) && field.args.some(({ name }) => name === 'after'),
  )
  const step = dice.pick(lists.filter(({ owner }) => owner === 'Query' || owner in model.nodes))
  const backward = step.field.args.some(({ name }) => name === 'last') && dice.chance(50)
  const values = new ValueMaker({ dice, world: oracle.world }, model, () => true)
  const list = () => listOf(step, backward, drawArguments(step, values))
  const parent = step.owner === 'Query' ? null : dice.pick(model.nodes[step.owner]!.rows(oracle.world)).id
  const others = [listDocument(step, parent, list())]
  const chosen = list()
  if (parent) others.push(underAll(ways.get(step.owner)!, chosen))
  const document = listDocument(step, parent, chosen)
  const size = dice.int(1, 3)
  // Whoever has nothing to see has nowhere to walk.
  const wanderers = living.filter(
    (caller) => oracle.expected({ caller, document, variables: { size } }, { answers: false }).is === 'data',
  )
  return {
    caller: dice.pick(wanderers.length > 0 ? wanderers : living),
    document,
    backward,
    size,
    others,
    strangers: dice.some(living, 1, 2),
  }
}

/** Every list of the roots in each of its orders, by somebody to whom it is open, a few pages far. */
export function everyOrder(oracle: Oracle, dice: Dice): Walk[] {
  const { schema, model } = oracle.answerer
  const living = oracle.callers.filter(({ asker }) => asker !== null && asker !== 'REFUSED')
  const values = new ValueMaker({ dice, world: oracle.world }, model, () => true)
  return [...fieldsOf(schema)]
    .filter(({ owner, field }) => owner === 'Query' && field.args.some(({ name }) => name === 'after'))
    .flatMap((step) => {
      const needed = step.field.args
        .filter(({ type }) => isNonNullType(type))
        .map(
          (argument) =>
            `${argument.name}: ${literal(argument.type, values.forArgument('Query', step.field.name, argument))}`,
        )
      const orders = Object.keys(model.orders[String(orderOf(step))] ?? {})
      return [null, ...orders].map((order): Walk => {
        const args = [...needed, ...(order === null ? [] : [`orderBy: ${order}`])]
        const document = listDocument(step, null, listOf(step, false, args))
        const isOpen = (caller: Caller) =>
          oracle.expected({ caller, document, variables: { size: someRows } }, { answers: false }).is === 'data'
        return {
          caller: dice.pick([...living.filter(isOpen).slice(0, 4), ...living.slice(0, 1)]),
          document,
          backward: false,
          size: someRows,
          others: [],
          strangers: [],
        }
      })
    })
}

const someRows = 4
const orderOf = ({ field }: Step) => {
  const argument = field.args.find(({ name }) => name === 'orderBy')
  return argument && getNamedType(argument.type)
}

/** Walks to the end of the list. Every page must be the model's; so must be what the cursors bring elsewhere. */
export async function walk(
  oracle: Oracle,
  { caller, document, backward, size, others, strangers }: Walk,
): Promise<Mismatch | null> {
  const cursors: string[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { mismatch, answer } = await oracle.ask({ caller, document, variables: { size, cursor } })
    if (mismatch) return mismatch
    const data = pageOf(answer.data)
    if (!data) return null
    cursors.push(...data.edges.map((edge) => edge.cursor))
    cursor = backward ? data.pageInfo.startCursor : data.pageInfo.endCursor
    if (!(backward ? data.pageInfo.hasPreviousPage : data.pageInfo.hasNextPage)) break
  }
  const some = cursors[Math.floor(cursors.length / 2)]
  if (!some) return null
  const cases = [
    ...strangers.map((stranger) => ({ caller: stranger, document })),
    ...others.map((other) => ({ caller, document: other })),
  ]
  for (const each of cases) {
    const { mismatch } = await oracle.ask({ ...each, variables: { size, cursor: some } })
    if (mismatch) return mismatch
  }
  return null
}

function drawArguments(step: Step, values: ValueMaker): string[] {
  return step.field.args.flatMap((argument) => {
    const type = getNamedType(argument.type)
    if (!isInputObjectType(type) && !isEnumType(type) && !isNonNullType(argument.type)) return []
    const value = values.forArgument(step.owner, step.field.name, argument)
    return value === undefined ? [] : [`${argument.name}: ${literal(argument.type, value)}`]
  })
}

function listOf(step: Step, backward: boolean, args: readonly string[]): string {
  const all = [...args, ...(backward ? ['last: $size', 'before: $cursor'] : ['first: $size', 'after: $cursor'])]
  return `list: ${step.field.name}(${all.join(', ')}) ${page}`
}

const head = 'query ($size: Int, $cursor: String)'

function listDocument(step: Step, parent: string | null, list: string): string {
  return parent === null
    ? `${head} { ${list} }`
    : `${head} { node(id: "${parent}") { ... on ${step.owner} { ${list} } } }`
}

/** The list under every parent at once: each begins where the cursor points to. */
function underAll(way: readonly Step[], list: string): string {
  const text = way
    .toReversed()
    .reduce((inner, { field, as }) => `${field.name} { ${as ? `... on ${as} { ${inner} }` : inner} }`, list)
  return `${head} { ${text} }`
}

function pageOf(data: unknown): PageData | null {
  const root = data as { list?: PageData; node?: { list?: PageData } | null } | null | undefined
  return root?.list ?? root?.node?.list ?? null
}
