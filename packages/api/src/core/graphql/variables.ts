/** Variables as they come from outside: their size and text are checked, then their types. */
import {
  coerceInputValue,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { badUserInput, withoutValues } from './errors.ts'
import type { Limits } from './limits.ts'
import { normalText } from './text.ts'

type Values = Readonly<Record<string, unknown>>

export interface PreparedVariables {
  /** As they were sent, but for text, which is in NFC. */
  raw: Values
  /** Coerced by their types, defaults filled in. */
  coerced: Values
}

/**
 * Checks the variables that the operation declares; others are dropped, as GraphQL asks.
 * @throws GraphQLError BAD_USER_INPUT naming the variable and the path in it, never the value
 */
export function prepareVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  sent: Values,
  limits: Limits,
): PreparedVariables {
  const raw: Record<string, unknown> = {}
  const coerced: Record<string, unknown> = {}
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value
    const type = typeFromAST(schema, definition.type)
    if (!isInputType(type)) continue
    const refuse: Refuse = (path, text) => {
      const argument = [name, ...path].join('.').slice(0, longestPath)
      throw badUserInput(`Variable "$${argument}": ${text}`, { nodes: definition, extensions: { argument } })
    }
    if (!Object.hasOwn(sent, name)) {
      if (definition.defaultValue) coerced[name] = valueFromAST(definition.defaultValue, type)
      else if (isNonNullType(type)) refuse([], 'A value is required.')
      continue
    }
    raw[name] = normalized(sent[name], type, limits, refuse)
    coerced[name] = coerceInputValue(raw[name], type, (path, _value, error) => refuse(path, wordsOf(error)), true)
  }
  return { raw, coerced }
}

/** Keys of a variable are the caller's words, and may be long. */
const longestPath = 200

type Refuse = (path: readonly (string | number)[], text: string) => never

/** Words of a scalar that is no GraphQLError could repeat the value; the type's name before them cannot. */
const wordsOf = (error: GraphQLError) =>
  error.originalError && !(error.originalError instanceof GraphQLError)
    ? (/^Expected type "[^"]+"\./.exec(error.message)?.[0] ?? 'The value is not of this type.')
    : withoutValues(error.message)

/** The value with its text in NFC; the very same value when there was nothing to change. */
function normalized(value: unknown, declared: GraphQLInputType, limits: Limits, refuse: Refuse): unknown {
  const path: (string | number)[] = []

  function text(value: string, most: number): string {
    if (value.length > most) refuse(path, `At most ${most} characters.`)
    return normalText(value) ?? refuse(path, 'It holds characters that are not text.')
  }

  function walk(value: unknown, type: GraphQLInputType | undefined, most: number): unknown {
    if (typeof value === 'string') return text(value, most)
    if (typeof value !== 'object' || value === null) return value
    if (path.length >= limits.valueDepth) refuse(path, `Values may nest at most ${limits.valueDepth} deep.`)
    const bare = type && isNonNullType(type) ? type.ofType : type
    if (Array.isArray(value)) {
      if (value.length > limits.items) refuse(path, `At most ${limits.items} items.`)
      const itemType = bare && isListType(bare) ? bare.ofType : bare
      return each(value, value.keys(), (item) => walk(item, itemType, most))
    }
    const object = bare && isListType(bare) ? bare.ofType : bare
    const plain = object && isNonNullType(object) ? object.ofType : object
    const fields = plain && isInputObjectType(plain) ? plain.getFields() : undefined
    return each(value as Record<string, unknown>, Object.keys(value), (item, key) => {
      const field = fields?.[key]
      return walk(item, field?.type, lengthOf(field?.extensions['maxLength']) ?? limits.characters)
    })
  }

  /** Copies on the first change only: most variables hold nothing to normalize. */
  function each<T extends object>(
    holder: T,
    keys: Iterable<string | number>,
    change: (item: unknown, key: string | number) => unknown,
  ): T {
    let copy: T | undefined
    for (const key of keys) {
      path.push(key)
      const before: unknown = Reflect.get(holder, key)
      const after = change(before, key)
      if (after !== before) {
        copy ??= (Array.isArray(holder) ? [...holder] : { ...holder }) as T
        Reflect.set(copy, key, after)
      }
      path.pop()
    }
    return copy ?? holder
  }

  return walk(value, declared, limits.characters)
}

const lengthOf = (value: unknown) => (typeof value === 'number' ? value : undefined)
