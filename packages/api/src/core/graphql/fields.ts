/** Short decorators for fields: the type, then the words that partners read. */
import {
  Field,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  registerEnumType,
  type ObjectTypeOptions,
} from 'type-graphql'
import { GraphQLDateTime, GraphQLDecimal } from './scalars.ts'

type Thunk = () => unknown

const field = (type: Thunk, description: string, nullable = false) =>
  Field(type as () => never, { description, nullable })

export const id = (description = 'Stable id.') => field(() => ID, description)
export const text = (description: string) => field(() => String, description)
export const flag = (description: string) => field(() => Boolean, description)
export const whole = (description: string) => field(() => Int, description)
export const instant = (description: string) => field(() => GraphQLDateTime, description)
export const decimal = (description: string) => field(() => GraphQLDecimal, description)
export const of = (type: Thunk, description: string) => field(type, description)

/** The same, where null or nothing may stand. */
export const maybe = {
  id: (description: string) => field(() => ID, description, true),
  ids: (description: string) => field(() => [ID], description, true),
  text: (description: string) => field(() => String, description, true),
  flag: (description: string) => field(() => Boolean, description, true),
  whole: (description: string) => field(() => Int, description, true),
  instant: (description: string) => field(() => GraphQLDateTime, description, true),
  of: (type: Thunk, description: string) => field(type, description, true),
}

/** An object type whose columns need no resolver of their own. */
export const type = (description: string, options: Omit<ObjectTypeOptions, 'description' | 'simpleResolvers'> = {}) =>
  ObjectType({ description, simpleResolvers: true, ...options })

export const input = (description: string) => InputType({ description })

/** An enum of the schema whose values are their own names. */
export function enumType<const T extends Record<string, string>>(name: string, description: string, values: T) {
  const entries = Object.fromEntries(Object.keys(values).map((key) => [key, key])) as { [K in keyof T]: K }
  registerEnumType(entries, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(values).map(([key, words]) => [key, { description: words }]),
    ) as never,
  })
  return entries
}

/** Stands as the body of nested fields with arguments: `core/read` answers them, the built schema drops the method. */
export function byPlan(): never {
  throw new Error('Answered by core/read')
}

@InterfaceType({ description: 'Anything with an id of its own.' })
export abstract class Node {
  @id() id!: string
}

@InterfaceType({ description: 'Somebody: a contact or a technician.' })
export abstract class Person {
  @id() id!: string
  @text('Full name.') name!: string
  @maybe.text('E-mail address; null when unknown or not for the one who asks.') email!: string | null
  @flag('Passive people cannot sign in.') active!: boolean
}
