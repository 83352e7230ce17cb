/** Tries every deed on a table in SQL, in somebody's database role, and takes it back. */
import pg from 'pg'
import type { House } from '../../test/house.ts'
import { isStaff, type Asker } from '../model/asker.ts'
import type { World } from '../world/rows.ts'
import { insertInto } from '../world/insert.ts'
import { tellers } from './tellers.ts'
import { allDeeds, tables, type Deed, type TableCase } from './tables.ts'

/** Somebody's role in the database; `asker` is null for jobs and for the sign-in, which nobody stands behind. */
export interface Actor {
  label: string
  role: string
  asker: Asker | null
  may: (deed: Deed, table: TableCase, row: Row, world: World) => boolean
}
type Row = Readonly<Record<string, unknown>>

export function actorOf(asker: Asker, label: string): Actor {
  const kinds = { CONTACT: 'accord_contact', PARTNER: 'accord_partner' }
  const role = isStaff(asker)
    ? asker.reach === null
      ? 'accord_staff'
      : 'accord_restricted'
    : kinds[asker.kind as 'CONTACT' | 'PARTNER']
  return { label, role, asker, may: (deed, table, row, world) => table.may(deed, asker, row, world) }
}

export const system: Actor = {
  label: 'jobs',
  role: 'accord_system',
  asker: null,
  may: (deed, { system: deeds = allDeeds }) => deeds.includes(deed),
}
export const signIn: Actor = {
  label: 'the sign-in',
  role: 'accord_sign_in',
  asker: null,
  may: (deed, { signIn: deeds = [] }) => deeds.includes(deed),
}

/**
 * Somebody who is not let in any more, at the second lock: even in the role of a contact nothing opens but the own row.
 */
export function passiveContact(world: World): Actor {
  const row = world.contacts.find(({ active, seesCompanyRecords }) => !active && seesCompanyRecords)!
  const asker: Asker = {
    kind: 'CONTACT',
    id: row.id,
    name: row.name,
    locale: row.locale,
    accountId: row.accountId,
    sessionId: null,
    permissions: new Set(),
    reach: new Set(),
    contact: row,
  }
  const alone = { ...asker, contact: { ...row, customerId: '', groupId: null } }
  return {
    label: 'a passive contact',
    role: 'accord_contact',
    asker,
    may: (deed, table, each, of) => table.may(deed, alone, each, of),
  }
}

/** What came of a statement: rows it saw or touched, or that policies (or commands not granted) refused it. */
type Outcome = { rows: readonly Row[]; count: number } | 'REFUSED' | 'PASSED'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const assignments = (set: Readonly<Record<string, string | boolean | null>>) =>
  Object.entries(set)
    .map(([column, value]) => `${snake(column)} = ${typeof value === 'string' ? `'${value}'` : String(value)}`)
    .join(', ')

export class PolicyTester {
  private readonly pools: { program: pg.Pool; worker: pg.Pool }
  private readonly world: World

  constructor({ database }: House, world: World) {
    this.pools = {
      program: new pg.Pool({ connectionString: database.appUrl, max: 2 }),
      worker: new pg.Pool({ connectionString: database.workerUrl, max: 1 }),
    }
    this.world = world
  }

  async close(): Promise<void> {
    await Promise.all([this.pools.program.end(), this.pools.worker.end()])
  }

  /** Every deed of the actor on the table; what is wrong with the first that went otherwise. */
  async wrongWith(actor: Actor, table: string, deeds: readonly Deed[] = allDeeds): Promise<string | null> {
    for (const deed of deeds) {
      const wrong = await this[deed](actor, table, tables[table]!)
      if (wrong) return `${deed} on ${table} by ${actor.label}: ${wrong}`
    }
    return null
  }

  /** What a function tells the actor; what is wrong with it. */
  async wrongWithTeller(actor: Actor, name: string): Promise<string | null> {
    const { sql, tells } = tellers[name]!
    if (actor.role === signIn.role) return null
    const wanted = tells(actor.asker, this.world)
    const outcome = await this.try(actor, sql(this.world))
    if (typeof outcome !== 'object' || wanted === null)
      return wanted === null && outcome === 'REFUSED'
        ? null
        : `${name} by ${actor.label}: ${wanted?.length ?? 'no'} rows expected, got ${JSON.stringify(outcome)}`
    const told = outcome.rows.map((row) => String(row['told'])).sort()
    return told.join() === wanted.toSorted().join()
      ? null
      : `${name} by ${actor.label}: ${wanted.length} expected, ${told.length} told`
  }

  private expectedRows(deed: Deed, actor: Actor, table: TableCase): readonly Row[] {
    return table.rows(this.world).filter((row) => actor.may(deed, table, row, this.world))
  }

  private async select(actor: Actor, name: string, table: TableCase): Promise<string | null> {
    const wanted = this.expectedRows('select', actor, table)
      .map((row) => table.key.map((column) => row[column]).join())
      .sort()
    // As text: what a key is made of may be days.
    const columns = table.key.map((column) => `${snake(column)}::text`)
    const outcome = await this.try(actor, `select ${columns.join(', ')} from ${name}`)
    const rows = typeof outcome === 'object' ? outcome.rows : []
    const seen = rows.map((row) => table.key.map((column) => row[snake(column)]).join()).sort()
    return seen.join(' ') === wanted.join(' ') ? null : `${wanted.length} rows expected, ${seen.length} seen`
  }

  private async update(actor: Actor, name: string, table: TableCase): Promise<string | null> {
    if (table.changes && actor.asker) return this.change(actor, name, table)
    return this.count(actor, 'update', table, `update ${name} set ${table.touch}`).then(
      (wrong) => wrong ?? this.move(actor, name, table),
    )
  }

  private delete(actor: Actor, name: string, table: TableCase): Promise<string | null> {
    return this.count(actor, 'delete', table, `delete from ${name}`)
  }

  private async count(actor: Actor, deed: Deed, table: TableCase, text: string): Promise<string | null> {
    const wanted = this.expectedRows(deed, actor, table).length
    const outcome = await this.try(actor, text)
    // Rows that others refer to were let through by the policies, and kept by their references.
    if (outcome === 'PASSED') return wanted > 0 ? null : 'nothing expected, something touched'
    const touched = outcome === 'REFUSED' ? 0 : outcome.count
    return touched === wanted ? null : `${wanted} rows expected, ${touched} touched`
  }

  /**
   * Takes all rows within reach elsewhere: where they may not be, they must not go. No row is named, because then the
   * policy for reading would be asked as well, and could stand in for this one.
   */
  private async move(actor: Actor, name: string, table: TableCase): Promise<string | null> {
    const rows = this.expectedRows('update', actor, table)
    // What a contact may change of a row are columns that lead nowhere.
    if (rows.length === 0 || !table.moved || actor.role === 'accord_contact') return null
    const { column, to } = table.moved(this.world)
    const field = Object.keys(rows[0]!).find((each) => snake(each) === column)!
    for (const target of to) {
      const wanted = rows.every((row) => actor.may('update', table, { ...row, [field]: target }, this.world))
      const went = (await this.try(actor, `update ${name} set ${column} = '${target}'`)) !== 'REFUSED'
      if (went !== wanted) return wanted ? `a move to ${target} was refused` : `rows went to ${target}`
    }
    return null
  }

  /** What may become of the rows within reach, and what not. */
  private async change(actor: Actor, name: string, table: TableCase): Promise<string | null> {
    const rows = this.expectedRows('update', actor, table)
    for (const { set, may } of table.changes!(this.world, actor.asker)) {
      const wanted = rows.every((row) => may(actor.asker!, { ...row, ...set }))
      const outcome = await this.try(actor, `update ${name} set ${assignments(set)}`)
      const told = typeof outcome === 'object' ? `${outcome.count} touched` : outcome
      const touched = typeof outcome === 'object' ? outcome.count === rows.length : outcome === 'PASSED'
      if (wanted ? !touched : outcome !== 'REFUSED')
        return `${JSON.stringify(set)} on ${rows.length} rows: ${wanted ? 'allowed' : 'refused'} expected, ${told}`
    }
    return null
  }

  private async insert(actor: Actor, name: string, table: TableCase): Promise<string | null> {
    for (const row of table.fresh(this.world, actor.asker)) {
      const wanted = actor.may('insert', table, row, this.world)
      const outcome = await this.try(actor, insertInto(name, [row]))
      if ((outcome !== 'REFUSED') !== wanted)
        return wanted ? `${JSON.stringify(row)} was refused` : `${JSON.stringify(row)} was taken`
    }
    return null
  }

  /** One statement, taken back at once. */
  private async try({ role, asker }: Actor, text: string): Promise<Outcome> {
    const client = await (role === system.role ? this.pools.worker : this.pools.program).connect()
    try {
      const as = `set local role ${role}; set local app.principal = '${asker?.id ?? ''}'; set local app.account = '${asker?.accountId ?? ''}'; set local app.today = '${this.world.today}'`
      const results = (await client.query(`begin; ${as}; ${text}; rollback`)) as unknown as pg.QueryResult<Row>[]
      const { rows, rowCount } = results[5]!
      return { rows, count: rowCount ?? 0 }
    } catch (error) {
      await client.query('rollback')
      const { code = '' } = error as { code?: string }
      if (code === refused) return 'REFUSED'
      // Keys and references speak after the policies have let the row through.
      if (code.startsWith(integrity)) return 'PASSED'
      throw new Error(`${text}: ${String(error)}`, { cause: error })
    } finally {
      client.release()
    }
  }
}

/** SQLSTATE of what policies and missing grants say, and the class of what constraints say. */
const refused = '42501'
const integrity = '23'
