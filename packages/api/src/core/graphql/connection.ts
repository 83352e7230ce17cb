/** Relay connections for type-graphql: one call a node type. Their values come from `core/read`. */
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql'

@ObjectType({ simpleResolvers: true, description: 'Where a page of a list begins and ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more rows after this page.' }) hasNextPage!: boolean
  @Field(() => Boolean, { description: 'Whether there are rows before this page.' }) hasPreviousPage!: boolean
  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null
  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' }) endCursor!:
    string | null
}

/** Makes `XEdge` and `XConnection` for a node type. */
export function connectionOf(name: string, node: () => ClassType | Function) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A ${name} in a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Opaque; give it as `after` or `before` of the same list, filter and order.' })
    cursor!: string
    @Field(() => node() as ClassType, { description: 'The row.' }) node!: unknown
  }
  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: 'Rows with their cursors.' }) edges!: Edge[]
    @Field(() => [node() as ClassType], { description: 'Rows without cursors.' }) nodes!: unknown[]
    @Field(() => PageInfo, { description: 'Where this page begins and ends.' }) pageInfo!: PageInfo
    @Field(() => Int, { description: 'Rows in the whole list; counted only when selected.' }) totalCount!: number
  }
  return Connection
}

const first = 'Rows from the start, 1–100; 25 when nothing is said.'
const after = 'Rows after this cursor.'

/** Arguments of a root list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: first }) first?: number
  @Field(() => String, { nullable: true, description: after }) after?: string
  @Field(() => Int, { nullable: true, description: 'Rows from the end, 1–100.' }) last?: number
  @Field(() => String, { nullable: true, description: 'Rows before this cursor.' }) before?: string
}

/** Arguments of a nested list. */
@ArgsType()
export class NestedPageArgs {
  @Field(() => Int, { nullable: true, description: first }) first?: number
  @Field(() => String, { nullable: true, description: after }) after?: string
}
