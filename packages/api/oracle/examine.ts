/** Everything that the oracle asks of one world, in parts. Each tells the first thing that is wrong, or null. */
import { Tally } from './coverage.ts'
import { draw, type Dice } from './dice.ts'
import { firstBetrayed, probesOf } from './hidden.ts'
import { Listener, listeningsOf } from './listen.ts'
import type { Asker, Caller } from './model/asker.ts'
import type { Case, Mismatch, Oracle } from './oracle.ts'
import { writeQuery } from './queries/writer.ts'
import { firstMismatch, reported, withCallers } from './run.ts'
import { systematic } from './systematic.ts'
import { drawWalk, everyOrder, walk } from './walks.ts'
import { firstWriteThrough, writesOf } from './writes/mutations.ts'
import { actorOf, passiveContact, PolicyTester, signIn, system } from './writes/policies.ts'
import { tables } from './writes/tables.ts'
import { tellers } from './writes/tellers.ts'

export class Examiner {
  private readonly oracle: Oracle
  private readonly seed: number
  /** Operations asked so far. */
  asked = 0

  constructor(oracle: Oracle, seed: number) {
    this.oracle = oracle
    this.seed = seed
  }

  /** Every field, argument, filter and order, by callers who may and callers who may not; then what nobody asked for. */
  async everything(open: number, closed: number): Promise<string | null> {
    const { answerer, world } = this.oracle
    const cases = this.once((dice) => [
      ...withCallers(
        this.oracle,
        systematic({ schema: answerer.schema, model: answerer.model, world, dice }),
        dice,
        open,
        closed,
      ),
    ])
    const tally = new Tally(answerer.schema)
    const wrong = await this.run(cases, (agreed) => tally.add(answerer.selections(agreed)))
    return wrong ?? (tally.missing().length > 0 ? `nobody asked for ${tally.missing().join(', ')}` : null)
  }

  /** Random operations of random callers, of those too who are not let in. */
  random(count: number): Promise<string | null> {
    const { answerer, world, callers } = this.oracle
    const options = { schema: answerer.schema, model: answerer.model, world }
    const cases = draw(this.seed, count, (dice) => {
      const caller = dice.pick(callers)
      return { caller, ...writeQuery({ ...options, dice, asker: caller.asker === 'REFUSED' ? null : caller.asker }) }
    })
    return this.run(cases)
  }

  async walks(count: number): Promise<string | null> {
    const walks = [
      ...this.once((dice) => everyOrder(this.oracle, dice)),
      ...draw(this.seed, count, (dice) => drawWalk(this.oracle, dice)),
    ]
    for (const each of walks) {
      const mismatch = await walk(this.oracle, each)
      if (mismatch) return this.told(mismatch)
    }
    return null
  }

  /** Ids of others and of nothing, by so many kinds of callers. */
  async hidden(kinds: number): Promise<string | null> {
    const probes = this.once((dice) =>
      dice
        .some(this.representatives(), kinds, kinds)
        .map((caller) => ({ caller, probes: probesOf(this.oracle, caller, dice) })),
    )
    for (const { caller, probes: places } of probes) {
      this.asked += places.reduce((sum, { ids }) => sum + ids.length + 1, 0)
      const mismatch = await firstBetrayed(this.oracle, caller, places)
      if (mismatch) return this.told(mismatch)
    }
    return null
  }

  /** Writes that must be refused, by so many kinds of callers, and by nobody. */
  async writes(kinds: number): Promise<string | null> {
    const [nobody] = this.oracle.callers as [Caller]
    const tries = this.once((dice) =>
      [nobody, ...dice.some(this.representatives(), kinds, kinds)].map((caller) => [
        ...writesOf(this.oracle, caller, dice),
      ]),
    )
    for (const cases of tries) {
      this.asked += cases.length
      const wrong = await firstWriteThrough(this.oracle, cases)
      if (wrong) return `${wrong} (seed ${this.seed})`
    }
    return null
  }

  /** Subscriptions, by so many kinds of callers. */
  async listening(kinds: number): Promise<string | null> {
    const cases = this.once((dice) =>
      dice.some(this.representatives(), kinds, kinds).flatMap((caller) => listeningsOf(this.oracle, caller, dice)),
    )
    this.asked += cases.length
    const listener = await Listener.open(this.oracle)
    try {
      const wrong = await listener.firstWrong(cases)
      return wrong && `${wrong} (seed ${this.seed})`
    } finally {
      listener.close()
    }
  }

  /** Row policies of every table, in SQL, by so many kinds of callers, by jobs and by the sign-in. */
  async policies(kinds: number): Promise<string | null> {
    const callers = this.once((dice) => dice.some(this.representatives(), kinds, kinds))
    const actors = [
      ...callers.map(({ asker, label }) => actorOf(asker as Asker, label)),
      passiveContact(this.oracle.world),
      system,
      signIn,
    ]
    const tester = new PolicyTester(this.oracle.house, this.oracle.world)
    try {
      for (const actor of actors) {
        for (const table of Object.keys(tables)) {
          const wrong = await tester.wrongWith(actor, table)
          if (wrong) return `${wrong} (seed ${this.seed})`
        }
        for (const name of Object.keys(tellers)) {
          const wrong = await tester.wrongWithTeller(actor, name)
          if (wrong) return `${wrong} (seed ${this.seed})`
        }
      }
      return null
    } finally {
      await tester.close()
    }
  }

  /** One caller of each kind: kind of principal, reach, permissions, rights. */
  representatives(): Caller[] {
    const found = new Map<string, Caller>()
    for (const caller of this.oracle.callers) {
      if (!caller.asker || caller.asker === 'REFUSED') continue
      const { kind, reach, permissions, contact } = caller.asker
      const rights = contact && [contact.seesCompanyRecords, contact.seesGroupRecords && contact.groupId !== null]
      const key = JSON.stringify([kind, reach && Math.min(reach.size, 2), [...permissions].toSorted(), rights])
      if (!found.has(key)) found.set(key, caller)
    }
    return [...found.values()]
  }

  private async run(cases: readonly Case[], seen?: (agreed: Case) => void): Promise<string | null> {
    this.asked += cases.length
    const mismatch = await firstMismatch(this.oracle, cases, seen)
    return mismatch && this.told(mismatch)
  }

  private told(mismatch: Mismatch): Promise<string> {
    return reported(this.oracle, this.seed, mismatch)
  }

  private once<T>(make: (dice: Dice) => T): T {
    return draw(this.seed, 1, make)[0]!
  }
}
