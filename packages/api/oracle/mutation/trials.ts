/** Everything that can notice a mutant, found by what it touches. */
import { getNamedType, isAbstractType, isObjectType } from 'graphql'
import type { Asked } from '../answer.ts'
import { draw, type Dice } from '../dice.ts'
import type { Examiner } from '../examine.ts'
import { Listener, listeningsOf } from '../listen.ts'
import type { Caller } from '../model/asker.ts'
import type { Oracle } from '../oracle.ts'
import { systematic } from '../systematic.ts'
import { firstWriteThrough, writesOf, type WriteCase } from '../writes/mutations.ts'
import type { Actor, PolicyTester } from '../writes/policies.ts'
import { tellers } from '../writes/tellers.ts'
import type { Deed } from '../writes/tables.ts'
import type { Trial } from './mutant.ts'

export class Trials {
  private readonly operations: { asked: Asked; touched: ReadonlySet<string> }[]
  private readonly writes = new Map<Caller, WriteCase[]>()
  readonly oracle: Oracle
  readonly callers: readonly Caller[]
  private readonly tester: PolicyTester
  private readonly seed: number

  constructor(oracle: Oracle, examiner: Examiner, tester: PolicyTester, seed: number) {
    this.oracle = oracle
    this.tester = tester
    this.seed = seed
    this.callers = examiner.representatives()
    const { answerer, world } = oracle
    const operations = this.once((dice) => systematic({ schema: answerer.schema, model: answerer.model, world, dice }))
    this.operations = operations.map((asked) => ({ asked, touched: this.touchedBy(asked) }))
  }

  /** Operations that touch one of these types, fields or input fields, asked by these callers in turn. */
  *queries(touching: readonly string[], callers: readonly Caller[]): Generator<Trial> {
    for (const { asked, touched } of this.operations) {
      if (!touching.some((each) => touched.has(each))) continue
      for (const caller of callers) {
        yield {
          name: `${asked.document} by ${caller.label}`,
          wrong: async () => (await this.oracle.check({ caller, ...asked }))?.reason ?? null,
        }
      }
    }
  }

  /** What must be refused of a mutation, tried by these callers. */
  *mutations(mutation: string, callers: readonly Caller[]): Generator<Trial> {
    for (const caller of callers) {
      for (const each of this.writesOf(caller).filter((write) => write.mutation === mutation)) {
        yield {
          name: `${mutation}(${JSON.stringify(each.variables['input'])}) by ${caller.label}`,
          wrong: () => firstWriteThrough(this.oracle, [each]),
        }
      }
    }
  }

  /** Subscriptions that touch one of these types or fields, by these callers. */
  *subscriptions(touching: readonly string[], callers: readonly Caller[]): Generator<Trial> {
    for (const caller of callers) {
      for (const each of this.once((dice) => listeningsOf(this.oracle, caller, dice))) {
        const touched = this.touchedBy(each)
        if (!touching.some((name) => touched.has(name))) continue
        yield {
          name: `${each.document} by ${caller.label}`,
          wrong: async () => {
            const listener = await Listener.open(this.oracle)
            try {
              return await listener.firstWrong([each])
            } finally {
              listener.close()
            }
          },
        }
      }
    }
  }

  /** Deeds on a table in SQL. */
  *deeds(table: string, actors: readonly Actor[], deeds: readonly Deed[]): Generator<Trial> {
    for (const actor of actors) {
      for (const deed of deeds)
        yield {
          name: `SQL: ${deed} on ${table} by ${actor.label}`,
          wrong: () => this.tester.wrongWith(actor, table, [deed]),
        }
    }
  }

  /** What functions tell in SQL. */
  *told(actors: readonly Actor[]): Generator<Trial> {
    for (const name of Object.keys(tellers))
      for (const actor of actors)
        yield { name: `SQL: ${name} by ${actor.label}`, wrong: () => this.tester.wrongWithTeller(actor, name) }
  }

  private writesOf(caller: Caller): WriteCase[] {
    let writes = this.writes.get(caller)
    if (!writes) this.writes.set(caller, (writes = this.once((dice) => [...writesOf(this.oracle, caller, dice)])))
    return writes
  }

  /** Types and fields that an operation meets, also behind interfaces that it does not look into. */
  private touchedBy(asked: Asked): Set<string> {
    const { schema } = this.oracle.answerer
    const { fields, named } = this.oracle.answerer.selections(asked)
    const touched = new Set(named.map(({ type }) => type))
    for (const { type, field, inputs } of fields) {
      touched.add(type).add(`${type}.${field}`)
      const owner = schema.getType(type)
      const result = isObjectType(owner) ? getNamedType(owner.getFields()[field]!.type) : undefined
      if (isAbstractType(result)) for (const each of schema.getPossibleTypes(result)) touched.add(each.name)
      for (const each of inputs) touched.add(`${each.input}.${each.field}`)
    }
    return touched
  }

  private once<T>(make: (dice: Dice) => T): T {
    return draw(this.seed, 1, make)[0]!
  }
}
