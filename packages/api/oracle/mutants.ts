/**
 * The mutation run (`pnpm oracle:mutants`): every row policy, every door and the conditions of the functions behind them
 * are taken away or weakened in turn, in place; what touches them must notice each time.
 */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openHouse, type House } from '../test/house.ts'
import { Answerer } from './answer.ts'
import { Examiner } from './examine.ts'
import { model } from './model/index.ts'
import { doorMutants, hangDoors, type HungDoor } from './mutation/doors.ts'
import { equivalent } from './mutation/equivalent.ts'
import { functionMutants } from './mutation/functions.ts'
import { judge, type Mutant, type Verdict } from './mutation/mutant.ts'
import { policyMutants } from './mutation/policies.ts'
import { Trials } from './mutation/trials.ts'
import { Oracle } from './oracle.ts'
import { PolicyTester } from './writes/policies.ts'

/** What one world does not notice another may: not every world has somebody whom a rule keeps out of something. */
const seeds = [101, 102, 103]
const anHour = 60 * 60_000
/** Nobody notices within so many trials of one world: it survives there. Of one that is signed as equivalent a look will do. */
const mostTrials = 2_500
const aLook = 150
/** Those of which the name matches; all when nothing is said. */
const meant = new RegExp(inject('oracle').mutants)

/** What is wrong without any mutant. */
const broken = new Map<string, string>()

let hung: HungDoor[]
let house: House

beforeAll(async () => {
  hung = hangDoors()
  house = await openHouse({ silent: true })
})
afterAll(() => house.close())

test('every mutant is noticed', { timeout: anHour }, async () => {
  const verdicts = new Map<string, Verdict>()
  const isOpen = (name: string) => !verdicts.has(name) || (!verdicts.get(name)!.caughtBy && !(name in equivalent))
  for (const seed of seeds) {
    for (const verdict of await judgeAll(seed, (name) => meant.test(name) && isOpen(name)))
      verdicts.set(verdict.mutant, verdict)
  }
  const all = [...verdicts.values()]
  process.stdout.write(
    `| mutant | trials | ms | fate |\n| --- | --- | --- | --- |\n${all.map(line).join('\n')}\n${summary(all)}\n`,
  )
  const survivors = all
    .filter(({ mutant, caughtBy }) => !caughtBy && !(mutant in equivalent))
    .map(({ mutant }) => mutant)
  const noticed = all.filter(({ mutant, caughtBy }) => caughtBy && mutant in equivalent).map(({ mutant }) => mutant)
  const unknown = Object.keys(equivalent).filter((name) => meant.test(name) && !verdicts.has(name))
  expect({ broken: [...broken], survivors, 'not equivalent': noticed, 'no such mutant': unknown }).toEqual({
    broken: [],
    survivors: [],
    'not equivalent': [],
    'no such mutant': [],
  })
})

/** Judges the mutants that are wanted in the world of a seed. */
async function judgeAll(seed: number, wanted: (name: string) => boolean): Promise<Verdict[]> {
  const oracle = await Oracle.open(house, new Answerer(house.app.schema, model), seed)
  const tester = new PolicyTester(house, oracle.world)
  try {
    const trials = new Trials(oracle, new Examiner(oracle, seed), tester, seed)
    const mutants: Mutant[] = [
      ...(await policyMutants(house.sql, trials)),
      ...(await functionMutants(house.sql, trials)),
      ...doorMutants(hung, trials),
    ]
    const verdicts: Verdict[] = []
    for (const mutant of mutants.filter(({ name }) => wanted(name))) {
      const verdict = await judge(mutant, mutant.name in equivalent ? aLook : mostTrials, broken)
      verdicts.push(verdict)
    }
    return verdicts
  } finally {
    await tester.close()
  }
}

const widest = 160
const line = ({ mutant, caughtBy, trials, milliseconds }: Verdict) => {
  const fate = caughtBy
    ? caughtBy.slice(0, widest)
    : mutant in equivalent
      ? `equivalent: ${equivalent[mutant]}`
      : `SURVIVED ${trials} trials`
  return `| ${mutant} | ${trials} | ${milliseconds} | ${fate.replaceAll('|', '\\|').replace(/\s+/g, ' ')} |`
}

function summary(all: readonly Verdict[]): string {
  const caught = all.filter(({ caughtBy }) => caughtBy).length
  const same = all.filter(({ mutant }) => mutant in equivalent).length
  return `${all.length} mutants: ${caught} caught, ${same} equivalent, ${all.length - caught - same} survived`
}
