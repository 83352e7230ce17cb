/** The oracle: a house with a world in it, asked beside the model. */
import type { Answer, House } from '../test/house.ts'
import type { Answerer, Asked, Expected } from './answer.ts'
import { wrongIn } from './compare.ts'
import { draw } from './dice.ts'
import { callersOf, type Caller } from './model/asker.ts'
import { Cursors } from './model/cursors.ts'
import { model } from './model/index.ts'
import { Question } from './model/question.ts'
import { makeWorld } from './world/generate.ts'
import { insertWorld } from './world/insert.ts'
import type { World } from './world/rows.ts'

/** An operation of somebody. */
export interface Case extends Asked {
  caller: Caller
}

export interface Mismatch extends Case {
  reason: string
  expected: Expected | { is: 'REFUSED' }
  answer: Answer
}

/** A house with a world in it. */
export class Oracle {
  readonly callers: readonly Caller[]
  readonly cursors = new Cursors()
  private readonly questions = new Map<Caller, Question>()
  readonly house: House
  readonly world: World
  readonly answerer: Answerer

  private constructor(house: House, world: World, answerer: Answerer) {
    this.house = house
    this.world = world
    this.answerer = answerer
    this.callers = callersOf(world)
    for (const { rows } of Object.values(model.nodes)) this.cursors.learnRows(rows(world))
    this.cursors.learnRows(world.deliveries)
  }

  /** Makes the world of a seed and puts it into the house, in place of the one before. */
  static async open(house: House, answerer: Answerer, seed: number): Promise<Oracle> {
    const today = house.clock.today().toString()
    const world = draw(seed, 1, (dice) => makeWorld(dice, today))[0]!
    await insertWorld(house.sql, world)
    return new Oracle(house, world, answerer)
  }

  /** What is there for a caller who is let in; null for the others. */
  questionOf(caller: Caller): Question | null {
    if (!caller.asker || caller.asker === 'REFUSED') return null
    let question = this.questions.get(caller)
    if (!question) this.questions.set(caller, (question = new Question(this.world, caller.asker, model, this.cursors)))
    return question
  }

  /** Asks the program and the model; null when they agree. */
  async check(asked: Case): Promise<Mismatch | null> {
    return (await this.ask(asked)).mismatch
  }

  /** The same, with what the program said. */
  async ask(asked: Case): Promise<{ answer: Answer; mismatch: Mismatch | null }> {
    const { caller, document, variables } = asked
    const expected = this.expected(asked)
    const answer = await this.house.ask(caller.who, document, variables)
    const reason = expected.is === 'REFUSED' ? refusedOr(answer) : wrongIn(answer, expected, this.cursors)
    return { answer, mismatch: reason === null ? null : { ...asked, answer, expected, reason } }
  }

  /** The model's word; without `answers` on doors and arguments only. */
  expected(asked: Case, options?: { answers?: boolean }): Expected | { is: 'REFUSED' } {
    const { caller } = asked
    return caller.asker === 'REFUSED'
      ? { is: 'REFUSED' }
      : this.answerer.expected(asked, this.questionOf(caller), options)
  }
}

/** Null for who was turned away before anything was read. */
function refusedOr({ status, data, errors }: Answer): string | null {
  const refused = status === 401 && !data && errors?.[0]?.extensions['code'] === 'UNAUTHENTICATED'
  return refused ? null : 'expected to be refused'
}
