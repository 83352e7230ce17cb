/** Finds or compiles plans, asks their doors, and runs them: the only place where `core/read` meets the database. */
import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { getArgumentValues } from 'graphql/execution/values.js'
import type { Pool, PoolClient } from 'pg'
import type { Principal } from '../auth/principal.ts'
import type { Clock } from '../clock.ts'
import { refuse, type DoorBook } from '../graphql/doors.ts'
import { timeout } from '../graphql/errors.ts'
import type { Gone } from '../graphql/gone.ts'
import type { Slots } from '../graphql/slots.ts'
import {
  compile,
  compilePayload,
  shapeOf,
  type Arguments,
  type Plan,
  type PlanInput,
  type RowRef,
  type Run,
  type Site,
  type Statement,
} from './plan.ts'
import type { Model } from './model.ts'
import { Trip } from './trip.ts'

/** Up to this many customers a list is narrowed by them; beyond, walking the order is cheaper (see the bench). */
const narrowListsUpTo = 100
/** Plans of one document: shapes are few in honest use, so a document that makes many starts over. */
const plansPerDocument = 200

/** An operation's coerced parts, the same for all of its root fields. */
export interface Operation {
  document: DocumentNode
  name: string | undefined
  fragments: Record<string, FragmentDefinitionNode>
  variables: Readonly<Record<string, unknown>>
  /** Values of the Boolean variables and the lane: with them, which selections exist is settled. */
  flags: string
  typed: boolean
}

/** A plan with this request's arguments: ready to be refused or run. */
export interface Prepared {
  plan: Plan
  args: readonly Arguments[]
}

/** How a connection is shared by those who ask. */
interface Sharing {
  /** Other connections of the same login, by which a running statement is cancelled; without them none is. */
  aside?: Pool
  /** So many statements of one principal run at once, so that the others find a connection too. */
  turns?: Slots
}

interface Family {
  sites: Site[]
  constant: (Arguments | undefined)[]
  plans: Map<string, Plan>
}

export class Reader {
  private readonly families = new WeakMap<DocumentNode, Map<string, Family>>()

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: Model,
    readonly doors: DoorBook,
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly sharing: Sharing = {},
  ) {}

  /** Plan of a query's root field. */
  prepareRoot(
    operation: Operation,
    principal: Principal,
    rootType: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
  ): Prepared {
    return this.prepare(operation, principal, `${rootType.name}.${key}`, undefined, (input) =>
      compile(input, rootType, nodes),
    )
  }

  /** Plan of the object that a mutation's payload reads back by `id`. */
  preparePayload(
    operation: Operation,
    principal: Principal,
    type: GraphQLObjectType,
    path: readonly string[],
    nodes: readonly FieldNode[],
    id: string | null,
  ): Prepared {
    return this.prepare(operation, principal, `${type.name}@${path.join('.')}`, { id }, (input) =>
      compilePayload(input, type, nodes, path),
    )
  }

  private prepare(
    operation: Operation,
    principal: Principal,
    place: string,
    first: Arguments | undefined,
    make: (input: PlanInput) => Plan,
  ): Prepared {
    const narrow = narrowFor(principal)
    const input = (): PlanInput => ({
      schema: this.schema,
      model: this.model,
      doors: this.doors,
      fragments: operation.fragments,
      variables: operation.variables,
      kind: principal.kind,
      narrow,
      typed: operation.typed,
    })
    let families = this.families.get(operation.document)
    if (!families) this.families.set(operation.document, (families = new Map()))
    const key = `${operation.name ?? ''} ${place} ${principal.kind} ${narrow.lists} ${narrow.counts} ${operation.flags}`
    let family = families.get(key)
    if (!family) {
      const plan = make(input())
      family = {
        sites: plan.sites,
        constant: plan.sites.map((site) =>
          site.field && isConstant(site.node) ? getArgumentValues(site.field, site.node, {}) : undefined,
        ),
        plans: new Map(),
      }
      const args = argumentsOf(family, operation, first)
      family.plans.set(shapeOf(family.sites, args), plan)
      families.set(key, family)
      return { plan, args }
    }
    const args = argumentsOf(family, operation, first)
    const shape = shapeOf(family.sites, args)
    let plan = family.plans.get(shape)
    if (!plan) {
      plan = make(input())
      if (family.plans.size >= plansPerDocument) family.plans.clear()
      family.plans.set(shape, plan)
    }
    return { plan, args }
  }

  /** The first closed door of a plan as an error, or undefined when all are open. Asked before any SQL. */
  refusal(prepared: Prepared, principal: Principal) {
    for (const ask of prepared.plan.asks) {
      const refused = refuse(
        ask.door,
        principal,
        ask.site === undefined ? {} : (prepared.args[ask.site] ?? {}),
        ask.path,
      )
      if (refused) return refused
    }
    return undefined
  }

  /**
   * Runs a plan as the principal and returns the answer's JSON text, or null for a row that is not there. When the
   * caller has `gone` the statement is cancelled.
   */
  async run(prepared: Prepared, principal: Principal, gone?: Gone): Promise<string | null> {
    const { turns } = this.sharing
    const run = () => this.runNow(prepared.plan, { principal, args: prepared.args }, gone)
    if (!turns) return run()
    const giveBack = await turns.take(principal.id, gone)
    try {
      return await run()
    } finally {
      giveBack()
    }
  }

  /** Reads the rows that code named at `path`, as the principal: the JSON of those that are there, by id. */
  async runNamed(
    { plan, args }: Prepared,
    path: string,
    principal: Principal,
    named: readonly RowRef[],
  ): Promise<Record<string, unknown>> {
    const statement = plan.named.get(path)
    if (!statement) throw new Error(`core/read: no rows are named at ${path}`)
    const answer = await this.runNow(statement, { principal, args, named })
    return answer === null ? {} : (JSON.parse(answer) as Record<string, unknown>)
  }

  /** Runs one statement of a feature's own as the principal, whose single value is JSON text. */
  async query<T>(principal: Principal, name: string, sql: string, values: readonly unknown[]): Promise<T> {
    const statement = { name, sql, values: values.map((value) => () => value) }
    return JSON.parse((await this.runNow(statement, { principal, args: [] }))!) as T
  }

  private async runNow(statement: Statement, run: Run, gone?: Gone): Promise<string | null> {
    const { principal } = run
    const values = statement.values.map((value) => value(run))
    const client = await this.pool.connect()
    if (gone?.aborted) {
      client.release()
      throw timeout()
    }
    let broken: Error | undefined
    let cancelled: Promise<unknown> | undefined
    const cancel = () => {
      cancelled = this.sharing.aside?.query('select pg_cancel_backend($1)', [backendOf(client)]).catch(() => undefined)
    }
    gone?.addEventListener('abort', cancel)
    try {
      const { databaseRole: role, id, accountId } = principal
      const trip = new Trip(
        { name: 'as', text: sessionSql, values: [role, id, accountId ?? '', this.clock.today().toString()] },
        // By role as well: its row policies are part of the plan that PostgreSQL keeps.
        { name: `${role}_${statement.name}`, text: statement.sql, values },
      )
      client.query(trip)
      return await trip.answer
    } catch (error) {
      broken = error as Error
      throw error
    } finally {
      gone?.removeEventListener('abort', cancel)
      // It must not meet the statement of whoever takes the connection next.
      await cancelled
      client.release(broken && !('severity' in broken) ? broken : undefined)
    }
  }
}

/** The server's process behind a connection; `pg` knows it, its types do not. */
const backendOf = (client: PoolClient) => (client as PoolClient & { processID: number }).processID

/** For this transaction only: it reads, as whom, on which day. Without it the program's login sees nothing. */
const sessionSql = `select set_config('transaction_read_only', 'on', true), set_config('role', $1, true), set_config('app.principal', $2, true), set_config('app.account', $3, true), set_config('app.today', $4, true)`

function narrowFor(principal: Principal) {
  // A contact reaches one customer, and those he or she has left.
  const reach = principal.kind === 'CONTACT' ? 1 : principal.customerCount
  return { lists: reach !== null && reach <= narrowListsUpTo, counts: reach !== null }
}

function argumentsOf(family: Family, operation: Operation, first: Arguments | undefined): Arguments[] {
  return family.sites.map(
    (site, i) =>
      family.constant[i] ??
      (site.field ? getArgumentValues(site.field, site.node, operation.variables) : (first ?? {})),
  )
}

function isConstant(node: FieldNode): boolean {
  const free = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.every(free)
      : value === null ||
        typeof value !== 'object' ||
        ((value as { kind?: string }).kind !== Kind.VARIABLE &&
          Object.entries(value).every(([key, child]) => key === 'loc' || free(child)))
  return free(node.arguments ?? [])
}
