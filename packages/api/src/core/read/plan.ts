/**
 * Compiles the selection of one root field into one SQL statement whose single value is the answer as JSON text,
 * together with the doors that have to be asked before it may run. Pure: no database, no request.
 */
import { createHash } from 'node:crypto'
import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import { getArgumentValues } from 'graphql/execution/values.js'
import type { Principal, PrincipalKind } from '../auth/principal.ts'
import { reach } from '../db/policies.ts'
import type { Door, DoorBook } from '../graphql/doors.ts'
import { badUserInput } from '../graphql/errors.ts'
import { isUuid } from '../graphql/scalars.ts'
import { cursorKey, fingerprint } from './cursor.ts'
import {
  snake,
  type FieldModel,
  type KeysFirst,
  type Model,
  type Order,
  type Pen,
  type SqlType,
  type TypeModel,
} from './model.ts'

/** The arguments of one field of the document; their values differ from request to request. */
export interface Site {
  field: GraphQLField<unknown, unknown>
  node: FieldNode
}
export type Arguments = Readonly<Record<string, unknown>>

/** What a bound value may be taken from. */
export interface Run {
  principal: Principal
  args: readonly Arguments[]
  /** Rows that code named, where a plan reads these. */
  named?: readonly RowRef[]
}

/** A row that code answers with: its type and id. Who asks may not see it: null. */
export class RowRef {
  constructor(
    readonly type: string,
    readonly id: string,
  ) {}
}

/** One statement with what is bound to it. */
export interface Statement {
  sql: string
  /** Equal for equal texts: what PostgreSQL keeps the statement under. */
  name: string
  values: ((run: Run) => unknown)[]
}

/** A door to be asked, with the arguments of its field and its path in the answer. */
export interface Ask {
  door: Door | undefined
  path: readonly string[]
  site: number | undefined
}

export interface Plan extends Statement {
  asks: Ask[]
  sites: Site[]
  /** A field below is answered by code: the operation takes the ordinary lane. */
  needsCode: boolean
  /** Statements for the rows that code names, by their path in the answer. Their doors stand in `asks`. */
  named: ReadonlyMap<string, Statement>
}

/** Everything a compilation depends on. Two requests with equal inputs share the plan. */
export interface PlanInput {
  schema: GraphQLSchema
  model: Model
  doors: DoorBook
  fragments: Record<string, FragmentDefinitionNode>
  variables: Readonly<Record<string, unknown>>
  kind: PrincipalKind
  /** Narrow lists, counts by the principal's customers: for speed only, the policies decide. */
  narrow: { lists: boolean; counts: boolean }
  /** Write each object's type into the JSON, for the ordinary lane. */
  typed: boolean
}

export const typeKey = '@type'
const defaultPage = 25
const maxPage = 100

/** Compiles root field `nodes` of `rootType`; `given` overrides the model for payloads: the object that is read back. */
export function compile(input: PlanInput, rootType: GraphQLObjectType, nodes: readonly FieldNode[]): Plan {
  return new Compiler(input).root(rootType, nodes)
}

/** Compiles an object that stands in a mutation's payload, looked up by the id that `values` is run with. */
export function compilePayload(
  input: PlanInput,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  path: readonly string[],
): Plan {
  return new Compiler(input).payload(type, nodes, path)
}

/** What the statements of one plan have in common. */
class Gathered {
  readonly asks: Ask[] = []
  readonly sites: Site[] = []
  readonly argsNow: Arguments[] = []
  readonly named = new Map<string, Statement>()
}

class Compiler {
  private readonly values: Plan['values'] = []
  private aliases = 0
  private needsCode = false

  constructor(
    private readonly input: PlanInput,
    private readonly gathered = new Gathered(),
  ) {}

  private get asks() {
    return this.gathered.asks
  }
  private get sites() {
    return this.gathered.sites
  }
  private get argsNow() {
    return this.gathered.argsNow
  }

  root(rootType: GraphQLObjectType, nodes: readonly FieldNode[]): Plan {
    return this.finish(this.field(this.typeModel(rootType.name), rootType, nodes, '', []))
  }

  payload(type: GraphQLObjectType, nodes: readonly FieldNode[], path: readonly string[]): Plan {
    const target = this.typeModel(type.name)
    const t = this.alias()
    const id = this.bind((run) => run.args[0]?.['id'], 'uuid')
    // Site 0 is the id; the selection's own sites come after it.
    this.sites.push({ field: undefined as never, node: undefined as never })
    this.argsNow.push({})
    const from = target.table ? ` from ${target.table} ${t} where ${t}.id = ${id}` : ''
    return this.finish(`(select ${this.object(type, t, nodes, path)}${from})`)
  }

  private finish(answer: string): Plan {
    const { asks, sites, named } = this.gathered
    return { ...this.statement(answer), asks, sites, named, needsCode: this.needsCode }
  }

  private statement(answer: string): Statement {
    const sql = `select (${answer})::text as answer`
    return { sql, name: createHash('sha256').update(sql).digest('base64url').slice(0, 22), values: this.values }
  }

  /** The statement that reads rows which code names: an object by id for each that is there. */
  private namedRows(type: GraphQLOutputType, nodes: readonly FieldNode[], path: readonly string[]): Statement {
    const named = getNamedType(type)
    const ids = this.bind((run) => run.named!.map(({ id }) => id), 'uuid[]')
    if (isAbstractType(named)) {
      const types = this.bind((run) => run.named!.map((row) => row.type), 'text[]')
      const rows = `unnest(${types}, ${ids}) x(type, id)`
      return this.statement(
        `select coalesce(json_object_agg(x.id, ${this.member(named, 'x', nodes, path)}), '{}'::json) from ${rows}`,
      )
    }
    const t = this.alias()
    const { table } = this.typeModel(named.name)
    return this.statement(
      `select coalesce(json_object_agg(${t}.id, ${this.object(named as GraphQLObjectType, t, nodes, path)}), '{}'::json) from ${table} ${t} where ${t}.id = any (${ids})`,
    )
  }

  /** Asks the doors of what is selected below a field that code answers, and makes ready to read the rows it names. */
  private below(type: GraphQLOutputType, nodes: readonly FieldNode[], path: readonly string[]): void {
    const owner = getNamedType(type)
    if (!isObjectType(owner)) return
    for (const [key, same] of this.subfields(owner, nodes)) {
      const [node] = same
      const name = node!.name.value
      if (name === '__typename') continue
      const field = owner.getFields()[name]!
      const at = [...path, key]
      const site = field.args.length ? this.site(field, node!, at) : undefined
      this.ask(this.input.doors.ofField(owner.name, name), at, site)
      const model = this.input.model.get(owner.name)?.fields[name]
      const isRow =
        model?.is === 'named' || model?.is === 'any' || (model?.is === 'one' && this.typeModel(model.to).table)
      if (isRow)
        this.gathered.named.set(at.join('.'), new Compiler(this.input, this.gathered).namedRows(field.type, same, at))
      else this.below(field.type, same, at)
    }
  }

  private typeModel(name: string): TypeModel {
    const found = this.input.model.get(name)
    if (!found) throw new Error(`core/read: no model for type ${name}`)
    return found
  }

  private alias() {
    this.aliases += 1
    return `t${this.aliases}`
  }

  private bind(source: (run: Run) => unknown, cast: SqlType): string {
    this.values.push(source)
    return `$${this.values.length}::${cast}`
  }

  private ask(door: Door | undefined, path: readonly string[], site?: number) {
    if (!this.asks.some((asked) => asked.door === door && asked.site === site)) this.asks.push({ door, path, site })
  }

  /** Registers a field's arguments and asks the doors of the input fields that are given. */
  private site(field: GraphQLField<unknown, unknown>, node: FieldNode, path: readonly string[]): number {
    const args = getArgumentValues(field, node, this.input.variables)
    this.sites.push({ field, node })
    this.argsNow.push(args)
    for (const { door, path: below } of this.input.doors.ofArguments(field, args)) this.ask(door, [...path, ...below])
    return this.sites.length - 1
  }

  private pen(site: number | undefined): Pen {
    const at = (run: Run | { args: readonly Arguments[] }, path: string): unknown =>
      path
        .split('.')
        .reduce<unknown>(
          (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
          site === undefined ? undefined : run.args[site],
        )
    return {
      kind: this.input.kind,
      arg: (path, cast, map) =>
        this.bind((run) => {
          const value = at(run, path)
          if (value === null || value === undefined) return null
          if (cast === 'uuid') return isUuid(value) ? value : null
          return map ? map(value) : value
        }, cast),
      principal: (read, cast) => this.bind((run) => read(run.principal), cast),
      has: (path) => {
        const value = at({ args: this.argsNow }, path)
        return value !== undefined && value !== null
      },
      open: (type) => {
        const door = this.input.doors.ofType(type)
        if (door?.kinds && !door.kinds.includes(this.input.kind)) return 'false'
        return this.bind((run) => door?.test(run.principal, {}) === true, 'boolean')
      },
      openTypes: () => this.bind((run) => this.input.doors.openTypes(run.principal), 'text[]'),
      closedFields: () => this.bind((run) => this.input.doors.closedFields(run.principal), 'text[]'),
      within: (column) => (this.input.narrow.counts ? narrowed(column) : 'true'),
    }
  }

  private subfields(type: GraphQLObjectType, nodes: readonly FieldNode[]) {
    return collectSubfields(this.input.schema, this.input.fragments, this.input.variables, type, nodes)
  }

  /** JSON object of the row `t`, keyed by response key. `gate` collects doors instead of asking them (abstract types). */
  private object(
    type: GraphQLObjectType,
    t: string,
    nodes: readonly FieldNode[],
    path: readonly string[],
    gate?: Door[],
  ): string {
    const model = this.typeModel(type.name)
    const entries: [string, string][] = []
    if (this.input.typed) entries.push([typeKey, `'${type.name}'::text`])
    for (const [key, same] of this.subfields(type, nodes)) {
      const name = same[0]!.name.value
      if (name === '__typename') entries.push([key, `'${type.name}'::text`])
      else {
        const fieldModel = model.fields[name] ?? { is: 'column', sql: (row: string) => `${row}.${snake(name)}` }
        if (fieldModel.is === 'code') {
          this.needsCode = true
          const field = type.getFields()[name]!
          const at = [...path, key]
          const site = field.args.length ? this.site(field, same[0]!, at) : undefined
          this.ask(this.input.doors.ofField(type.name, name), at, site)
          this.below(field.type, same, at)
          for (const needed of fieldModel.needs) entries.push([`@${needed}`, `${t}.${needed}`])
        } else entries.push([key, this.field(model, type, same, t, [...path, key], gate)])
      }
    }
    return rowObject(entries)
  }

  private field(
    model: TypeModel,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    p: string,
    path: readonly string[],
    gate?: Door[],
  ): string {
    const node = nodes[0]!
    const name = node.name.value
    const field = type.getFields()[name]!
    const at = path.length ? path : [node.alias?.value ?? name]
    const site = field.args.length ? this.site(field, node, at) : undefined
    const door = this.input.doors.ofField(type.name, name)
    if (gate) gate.push(door ?? { test: () => 'NOBODY' })
    else this.ask(door, at, site)
    const fieldModel = model.fields[name] ?? { is: 'column' as const, sql: (row: string) => `${row}.${snake(name)}` }
    return this.value(fieldModel, field, nodes, p, at, site)
  }

  private value(
    model: FieldModel,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    p: string,
    path: readonly string[],
    site: number | undefined,
  ): string {
    const pen = this.pen(site)
    switch (model.is) {
      case 'column':
        return asScalar(field.type, model.sql(p, pen))
      case 'embedded':
        return `case when ${model.present(p, pen)} then ${this.object(this.objectType(model.to), p, nodes, path)} end`
      case 'one':
      case 'list': {
        if (model.is === 'one' && model.only && !model.only.includes(this.input.kind)) return 'null::json'
        const target = this.typeModel(model.to)
        const t = this.alias()
        const from = model.from ? model.from(t, p, pen) : `${target.table} ${t}`
        const condition = model.on(t, p, pen)
        const order = model.is === 'list' ? model.order(t, pen) : ''
        const object = this.object(this.objectType(model.to), t, nodes, path)
        return model.is === 'one'
          ? `(select ${object} from ${from} where ${condition})`
          : `(select coalesce(json_agg(${object} order by ${order}), '[]'::json) from ${from} where ${condition})`
      }
      case 'connection':
        return this.connection(model, field, nodes, p, path, site!)
      case 'any':
        return `(select ${this.member(field.type, 'x', nodes, path)} from (${model.rows('x', p, pen)}) x)`
      case 'anyList': {
        const inner = `select ${this.member(field.type, 'r', nodes, path)} as j, row_number() over (order by ${model.order}) as n from (${model.rows('r', p, pen)}) r order by ${model.order}${model.limit ? ` limit ${model.limit(pen)}` : ''}`
        return `(select coalesce(json_agg(x.j order by x.n) filter (where x.j is not null), '[]'::json) from (${inner}) x)`
      }
      case 'anyConnection': {
        const order: Order = {
          desc: model.order.desc,
          keys: model.order.keys.map((key, i) => ({ ...key, sql: (t) => `${t}.k${i + 1}` })),
        }
        return this.page(field, nodes, path, site!, {
          from: (t) => `(${model.rows(t, p, pen)}) ${t}`,
          where: () => [],
          order,
          node: (type, t, of, at) => this.member(type, t, of, at),
          narrowing: undefined,
          often: undefined,
          filtered: false,
          rowsFirst: false,
          keysFirst: [],
        })
      }
      case 'code':
      case 'named':
        throw new Error('core/read: a field answered by code has no SQL')
    }
  }

  private objectType(name: string): GraphQLObjectType {
    const type = this.input.schema.getType(name)
    if (!isObjectType(type)) throw new Error(`core/read: ${name} is not an object type of the schema`)
    return type
  }

  /** JSON of a row that names its type and id (`x.type`, `x.id`): one branch for each type it may have. */
  private member(
    fieldType: GraphQLOutputType,
    x: string,
    nodes: readonly FieldNode[],
    path: readonly string[],
  ): string {
    const abstract = getNamedType(fieldType)
    if (!isAbstractType(abstract)) throw new Error('core/read: rows of several types need an interface')
    const named = this.namedTypes(nodes.map((node) => node.selectionSet))
    const branches: string[] = []
    for (const type of this.input.schema.getPossibleTypes(abstract)) {
      const target = this.input.model.get(type.name)
      if (!target?.table || (!named.has(type.name) && !this.mayOpen(type, nodes))) continue
      const t = this.alias()
      // A type the document names is asked for like any other; one it does not name is left out when its door is closed.
      const gate: Door[] | undefined = named.has(type.name) ? undefined : []
      if (!gate) this.ask(this.input.doors.ofType(type.name), path)
      else gate.push(this.input.doors.ofType(type.name) ?? { test: () => 'NOBODY' })
      const object = this.object(type, t, nodes, path, gate)
      const open = gate
        ? ` and ${this.bind((run) => gate.every((door) => door.test(run.principal, {}) === true), 'boolean')}`
        : ''
      branches.push(
        `when ${x}.type = '${type.name}'${open} then (select ${object} from ${target.table} ${t} where ${t}.id = ${x}.id)`,
      )
    }
    return branches.length ? `case ${branches.join(' ')} end` : 'null::json'
  }

  /**
   * Whether a branch that the document does not name can open to this kind of principal. PostgreSQL asks for the rights
   * on every table of a kept plan, also behind a door that is closed, and contacts and keys have none on staff's.
   */
  private mayOpen(type: GraphQLObjectType, nodes: readonly FieldNode[]): boolean {
    const { doors, kind } = this.input
    const fields = [...this.subfields(type, nodes).values()].map(([node]) => node!.name.value)
    return [doors.ofType(type.name), ...fields.map((field) => doors.ofField(type.name, field))].every(
      (door) => !door?.kinds || door.kinds.includes(kind),
    )
  }

  /** Object types that stand as type conditions in these selections, fragments followed. */
  private namedTypes(
    sets: readonly (SelectionSetNode | undefined)[],
    seen = new Set<string>(),
    found = new Set<string>(),
  ): Set<string> {
    for (const set of sets) {
      for (const selection of set?.selections ?? []) {
        if (!this.isIncluded(selection)) continue
        if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (selection.typeCondition) found.add(selection.typeCondition.name.value)
          this.namedTypes([selection.selectionSet], seen, found)
        } else if (selection.kind === Kind.FRAGMENT_SPREAD && !seen.has(selection.name.value)) {
          seen.add(selection.name.value)
          const fragment = this.input.fragments[selection.name.value]
          if (fragment) {
            found.add(fragment.typeCondition.name.value)
            this.namedTypes([fragment.selectionSet], seen, found)
          }
        }
      }
    }
    return found
  }

  /** What `@include` and `@skip` leave out is not asked for. */
  private isIncluded(selection: SelectionNode): boolean {
    const { variables } = this.input
    return (
      getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false &&
      getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] !== true
    )
  }

  private connection(
    model: FieldModel & { is: 'connection' },
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    p: string,
    path: readonly string[],
    site: number,
  ): string {
    const target = this.typeModel(model.to)
    const args = this.argsNow[site]!
    const pen = this.pen(site)
    const orderName = (args['orderBy'] as string | undefined) ?? model.orderBy ?? target.defaultOrder
    const order = target.orders?.[orderName ?? '']
    if (!order) throw new Error(`core/read: ${model.to} has no order ${orderName}`)
    const filters = Object.entries((args['filter'] as object | undefined) ?? {})
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key]) => {
        const filter = target.filters?.[key]
        if (!filter) throw new Error(`core/read: ${model.to} has no filter ${key}`)
        return { key, filter }
      })
    const where = (t: string, often = false) => [
      ...(model.on ? [model.on(t, p, pen)] : []),
      ...filters.map(({ key, filter }) => ((often && filter.often?.among) || filter)(t, pen, `filter.${key}`)),
    ]
    // The rows of few customers, or of one object, are looked through anyway.
    const often =
      this.input.narrow.counts || p !== ''
        ? undefined
        : filters.map(({ key, filter }) => filter.often?.is(pen, `filter.${key}`)).find((sql) => sql !== undefined)
    return this.page(field, nodes, path, site, {
      from: (t) => `${target.table} ${t}`,
      where,
      order,
      node: (type, t, of, at) => this.object(type as GraphQLObjectType, t, of, at),
      narrowing: p === '' && target.scope ? target.scope : undefined,
      often,
      filtered: filters.length > 0,
      rowsFirst: filters.some(({ filter }) => filter.rowsFirst),
      keysFirst: p === '' ? (target.keysFirst ?? []) : [],
    })
  }

  /** One page of a Relay connection: limited rows first, JSON of just these rows after, counts only when asked. */
  private page(
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    path: readonly string[],
    site: number,
    source: {
      from: (t: string) => string
      where: (t: string, often?: boolean) => string[]
      order: Order
      node: (type: GraphQLOutputType, t: string, nodes: readonly FieldNode[], path: readonly string[]) => string
      narrowing: string | undefined
      /** SQL that tells whether many rows pass the filter; lists and counts then go another way. */
      often: string | undefined
      filtered: boolean
      rowsFirst: boolean
      keysFirst: readonly KeysFirst[]
    },
  ): string {
    const connectionType = getNamedType(field.type) as GraphQLObjectType
    const args = this.argsNow[site]!
    const backward = args['last'] !== undefined && args['last'] !== null
    const size = (backward ? args['last'] : args['first']) ?? defaultPage
    if (typeof size !== 'number' || size < 1 || size > maxPage)
      throw badUserInput(`${backward ? 'last' : 'first'}: 1–${maxPage}`)
    const t = this.alias()
    const x = this.alias()
    const seal = (run: Run) => fingerprint(field.name, run.args[site]!)
    const columns: string[] = []
    const add = (sql: string, name: string) => {
      columns.push(`${sql} as ${name}`)
      return `${x}.${name}`
    }
    let cursorColumn: string | undefined
    const cursorKeys = () =>
      (cursorColumn ??= add(
        `json_build_array(${[this.bind(seal, 'text'), ...source.order.keys.map((key) => `(${key.sql(t, this.pen(site))})::text`)].join(', ')})`,
        'c',
      ))
    const rank = backward ? 'desc' : 'asc'
    const within = `filter (where ${x}.n <= ${size})`
    let looksAhead = false
    // Edges that are asked for nothing but `__typename` need their rows all the same.
    let needsRows = false
    const agg = (sql: string) => {
      needsRows = true
      return `coalesce(json_agg(${sql} order by ${x}.n ${rank}) ${within}, '[]'::json)`
    }
    let objects = 0
    const nodeColumn = (type: GraphQLOutputType, of: readonly FieldNode[], at: readonly string[]) =>
      add(source.node(type, t, of, at), `j${(objects += 1)}`)

    const entries: [string, string][] = this.input.typed ? [[typeKey, `'${connectionType.name}'::text`]] : []
    for (const [key, same] of this.subfields(connectionType, nodes)) {
      const at = [...path, key]
      switch (same[0]!.name.value) {
        case '__typename':
          entries.push([key, `'${connectionType.name}'::text`])
          break
        case 'nodes':
          entries.push([
            key,
            agg(nodeColumn(getNamedType(connectionType.getFields()['nodes']!.type) as GraphQLObjectType, same, at)),
          ])
          break
        case 'edges': {
          const edgeType = getNamedType(connectionType.getFields()['edges']!.type) as GraphQLObjectType
          const edge: [string, string][] = this.input.typed ? [[typeKey, `'${edgeType.name}'::text`]] : []
          for (const [edgeKey, sameEdge] of this.subfields(edgeType, same)) {
            const name = sameEdge[0]!.name.value
            if (name === 'cursor') edge.push([edgeKey, asCursor(cursorKeys())])
            else if (name === '__typename') edge.push([edgeKey, `'${edgeType.name}'::text`])
            else
              edge.push([
                edgeKey,
                nodeColumn(getNamedType(edgeType.getFields()['node']!.type) as GraphQLObjectType, sameEdge, [
                  ...at,
                  edgeKey,
                ]),
              ])
          }
          entries.push([key, agg(rowObject(edge))])
          break
        }
        case 'pageInfo': {
          const infoType = getNamedType(connectionType.getFields()['pageInfo']!.type) as GraphQLObjectType
          const more = `count(*) > ${size}`
          const info: [string, string][] = this.input.typed ? [[typeKey, `'PageInfo'::text`]] : []
          for (const [infoKey, sameInfo] of this.subfields(infoType, same)) {
            const name = sameInfo[0]!.name.value
            const end = (first: boolean) =>
              asCursor(
                `(array_agg(${cursorKeys()} order by ${x}.n ${first === backward ? 'desc' : 'asc'}) ${within})[1]`,
              )
            if (name === '__typename') info.push([infoKey, `'PageInfo'::text`])
            else if (name === 'startCursor') info.push([infoKey, end(true)])
            else if (name === 'endCursor') info.push([infoKey, end(false)])
            else if ((name === 'hasNextPage') !== backward) {
              looksAhead = true
              info.push([infoKey, more])
            } else info.push([infoKey, String(args[backward ? 'before' : 'after'] != null)])
          }
          entries.push([key, jsonObject(info)])
          break
        }
        case 'totalCount': {
          const c = this.alias()
          const count = (often: boolean) => {
            const conditions = source.where(c, often)
            if (source.narrowing && this.input.narrow.counts) conditions.push(narrowed(`${c}.${source.narrowing}`))
            return `(select count(*) from ${source.from(c)}${whereOf(conditions)})`
          }
          entries.push([
            key,
            source.often ? `case when ${source.often} then ${count(true)} else ${count(false)} end` : count(false),
          ])
          break
        }
      }
    }
    if (!columns.length && !needsRows && !looksAhead) return jsonObject(entries)

    const { lists, counts } = this.input.narrow
    const isNarrowed = source.narrowing !== undefined && (source.rowsFirst ? counts : lists)
    const ways: Record<KeysFirst, boolean> = {
      narrowed: isNarrowed,
      filtered: source.filtered,
      walked: counts && !isNarrowed && !source.filtered,
    }
    const byKeys = source.keysFirst.some((way) => ways[way])
    // Where the rows are found: for a search by keys another alias than where they are read.
    const f = byKeys ? this.alias() : t
    const casts = source.order.keys.map((key) => key.cast)
    const beyondCursors = (['after', 'before'] as const)
      .filter((side) => args[side] != null)
      .map((side) => {
        const above = (side === 'after') !== source.order.desc
        const left = source.order.keys.map((key) => keySql(key.sql(f, this.pen(site)), key.collate))
        const right = source.order.keys.map((key, i) =>
          keySql(
            this.bind((run) => cursorKey(run.args[site]![side], seal(run), casts, i, side), key.cast),
            key.collate,
          ),
        )
        return `(${left.join(', ')}) ${above ? '>' : '<'} (${right.join(', ')})`
      })
    const direction = source.order.desc !== backward ? 'desc' : 'asc'
    const orderBy = (of: string) =>
      source.order.keys.map((key) => `${keySql(key.sql(of, this.pen(site)), key.collate)} ${direction}`).join(', ')
    const limit = `limit ${size + (looksAhead ? 1 : 0)}`
    const found = (selected: string, often = false, also: readonly string[] = []) => {
      const scope = isNarrowed ? [narrowed(`${f}.${source.narrowing}`)] : []
      const all = `${source.from(f)}${whereOf([...source.where(f, often), ...scope, ...beyondCursors, ...also])}`
      // PostgreSQL takes `offset 0` for a fence: what is ordered is what was found.
      const from = source.rowsFirst && !often ? `(select ${f}.* from ${all} offset 0) ${f}` : all
      return `select ${f}.${selected} from ${from} order by ${orderBy(f)} ${limit}`
    }
    const either = (selected: string) =>
      source.often
        ? `(${found(selected, true, ['(select yes from often)'])}) union all (${found(selected, false, ['not (select yes from often)'])})`
        : found(selected)
    const once = source.often ? `with often as materialized (select ${source.often} as yes) ` : ''
    // As an array, keys are looked up; a join might look through the table for them.
    const rows = byKeys
      ? `select ${t}.* from ${source.from(t)} where ${t}.id = any (array(${once}${either('id')})) order by ${orderBy(t)}`
      : source.often
        ? `${once}select ${t}.* from (${either('*')}) ${t} order by ${orderBy(t)}`
        : found('*')
    return `(select ${jsonObject(entries)} from (select row_number() over () as n${columns.map((sql) => `, ${sql}`).join('')} from (${rows}) ${t}) ${x})`
  }
}

const keySql = (sql: string, collate: string | undefined) => (collate ? `${sql} collate ${collate}` : sql)
const whereOf = (conditions: string[]) => (conditions.length ? ` where ${conditions.join(' and ')}` : '')
const narrowed = (column: string) => `${column} = any (array(${reach}))`

/** PostgreSQL cuts longer names off. */
const longestName = 63

/**
 * An object of a row: there are many of these, and `json_build_object` looks up the types of its values for each of them
 * anew, which takes twice as long. Keys are response keys, which need no escape.
 */
function rowObject(entries: [string, string][]): string {
  if (entries.some(([key]) => key.length > longestName)) return jsonObject(entries)
  return `(select row_to_json(o) from (select ${entries.map(([key, sql]) => `${sql} as "${key}"`).join(', ')}) o)`
}

/** PostgreSQL takes at most 100 arguments, so a very wide object is glued of several. */
function jsonObject(entries: [string, string][]): string {
  const build = (part: [string, string][]) =>
    `json_build_object(${part.map(([key, sql]) => `'${key}', ${sql}`).join(', ')})`
  const width = 50
  if (entries.length <= width) return build(entries)
  const chunks: string[] = []
  for (let i = 0; i < entries.length; i += width) chunks.push(build(entries.slice(i, i + width)))
  return `('{' || ${chunks.map((chunk) => `substr(left(${chunk}::text, -1), 2)`).join(` || ',' || `)} || '}')::json`
}

/** The opaque form of a cursor's keys. It is dear, so it is made for those that are told only. */
const asCursor = (keys: string) => `translate(encode(convert_to((${keys})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`

/** Writes a column's value as the schema's scalar prints it. */
function asScalar(type: GraphQLOutputType, sql: string): string {
  const named = getNamedType(type)
  if (named.name === 'DateTime') return `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  if (named.name === 'Date' || named.name === 'Decimal') return `(${sql})::text`
  return sql
}

/**
 * What of the arguments decides the statement's text: which are given, page sizes and enum values.
 * Two requests with the same shape differ in bound values only.
 */
export function shapeOf(sites: readonly Site[], args: readonly Arguments[]): string {
  return sites
    .map((site, i) =>
      site.field ? site.field.args.map((arg) => shape(arg.type, args[i]?.[arg.name], arg.name)).join() : '',
    )
    .join('|')
}

function shape(type: unknown, value: unknown, name: string): string {
  if (value === undefined || value === null) return '-'
  const named = getNamedType(type as GraphQLOutputType)
  if (name === 'first' || name === 'last') return JSON.stringify(value)
  if (isEnumType(named) && typeof value === 'string') return value
  if (isInputObjectType(named) && !Array.isArray(value)) {
    return `{${Object.entries(named.getFields())
      .map(([key, field]) => shape(field.type, (value as Record<string, unknown>)[key], key))
      .join()}}`
  }
  return '+'
}
