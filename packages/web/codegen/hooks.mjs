// One hook per operation for Apollo Client 4. Queries suspend: a screen reads data as if it were there.
const HOOKS = { query: 'useSuspenseQuery', mutation: 'useMutation', subscription: 'useSubscription' }
const SUFFIX = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }

const operationsOf = (documents) =>
  documents.flatMap(({ document }) => document?.definitions.filter((d) => d.kind === 'OperationDefinition') ?? [])

const needsVariables = (operation) =>
  (operation.variableDefinitions ?? []).some((v) => v.type.kind === 'NonNullType' && v.defaultValue === undefined)

const pascal = (name) => name[0].toUpperCase() + name.slice(1)

function queryHook(name, data, vars, required) {
  const plain = `useSuspenseQuery.Options<${vars}>`
  const options = required ? `${plain} & { variables: ${vars} }` : plain
  const optional = required ? '' : '?'
  const start = required ? '' : ' = {}'
  return `export function use${name}Query(options: SkipToken): useSuspenseQuery.Result<${data}, ${vars}, 'empty'>
export function use${name}Query(options${optional}: ${options}): useSuspenseQuery.Result<${data}, ${vars}, 'complete'>
export function use${name}Query(options${optional}: (${options}) | SkipToken): useSuspenseQuery.Result<${data}, ${vars}, 'complete' | 'empty'>
export function use${name}Query(options: (${options}) | SkipToken${start}) {
  const attempt = useAttempt()
  return useSuspenseQuery(${name}Document, options === skipToken ? options : ({ queryKey: attempt, ...options } as unknown as SkipToken))
}`
}

function mutationHook(name, data, vars) {
  return `export function use${name}Mutation(options?: useMutation.Options<${data}, ${vars}>) {
  return useMutation<${data}, ${vars}>(${name}Document, options)
}`
}

function subscriptionHook(name, data, vars, required) {
  const plain = `useSubscription.Options<${data}, ${vars}>`
  const options = required ? `(${plain} & { variables: ${vars} }) | SkipToken` : `${plain} | SkipToken = {}`
  return `export function use${name}Subscription(options: ${options}) {
  return useSubscription<${data}, ${vars}>(${name}Document, options)
}`
}

/** Codegen's entry: prints the hooks of one file's operations after its typed documents. */
export const plugin = (_schema, documents) => {
  const operations = operationsOf(documents)
  if (operations.length === 0) return ''
  const kinds = new Set(operations.map((o) => o.operation))
  const names = [...kinds].map((kind) => HOOKS[kind]).sort()
  const content = operations.map((o) => {
    const name = pascal(o.name.value)
    const type = `${name}${SUFFIX[o.operation]}`
    const [data, vars] = [type, `${type}Variables`]
    if (o.operation === 'mutation') return mutationHook(name, data, vars)
    const hook = o.operation === 'query' ? queryHook : subscriptionHook
    return hook(name, data, vars, needsVariables(o))
  })
  if (kinds.has('query')) names.push('skipToken')
  const prepend = [`import { ${names.join(', ')} } from '@apollo/client/react'`]
  if (kinds.has('query') || kinds.has('subscription'))
    prepend.push(`import type { SkipToken } from '@apollo/client/react'`)
  if (kinds.has('query')) prepend.push(`import { useAttempt } from '~/lib/attempt'`)
  return { prepend, content: content.join('\n\n') }
}
