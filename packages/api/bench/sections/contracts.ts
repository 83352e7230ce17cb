/** Contracts and time: beside the peers, in the database alone, the sweep, and the price of a month. */
import { Temporal } from 'temporal-polyfill'
import { createRolePool } from '../../src/core/auth/pool.ts'
import { startClock } from '../../src/core/clock.ts'
import { SYSTEM } from '../../src/core/db/roles.ts'
import { sweep } from '../../src/features/contracts/renewal/sweep.ts'
import { Exact, periodsOf, price, type Entry, type Plan } from '../../src/features/pricing/index.ts'
import {
  customersWithContracts,
  expiring,
  newestTime,
  postgraphileCustomersWithContracts,
  timeCount,
} from '../contract-queries.ts'
import type { BenchDatabase, DataSet } from '../database.ts'
import { explain, planOf, type PlanMode } from '../explain.ts'
import type { People } from '../people.ts'
import type { Figure } from '../report.ts'
import { statementMaker } from '../statement.ts'
import { median } from '../statistics.ts'
import { peers } from './peers.ts'

const zone = 'Europe/Istanbul'
const publicUrl = 'http://127.0.0.1'

interface ContractNode {
  id: string
  plan?: { id: string }
  plans?: { revision: { plan: { id: string } } }[]
}
type Plainly<T> = T[] | { nodes: T[] }
const plainly = <T>(list: Plainly<T>): T[] => ('nodes' in list ? list.nodes : list)

/** Customers with contacts and contracts, interleaved with the floor and PostGraphile. */
export const contractPeers = (database: BenchDatabase, people: People, rounds: number): Promise<Figure[]> =>
  peers(database, people, rounds, {
    query: customersWithContracts,
    postgraphileQuery: postgraphileCustomersWithContracts,
    field: 'customers',
    told: (nodes: { id: string; contacts: Plainly<{ id: string }>; contracts: Plainly<ContractNode> }[]) =>
      nodes.map(({ id, contacts, contracts }) => [
        id,
        plainly(contacts).map((contact) => contact.id),
        plainly(contracts).map(({ id: contract, plan, plans }) => [contract, (plan ?? plans?.[0]?.revision.plan)?.id]),
      ]),
    rate: 1.2,
  })

/** Milliseconds of contracts that end soon and of the newest time entries, for technicians who reach few and many. */
export async function contractReach(
  { large }: BenchDatabase,
  { admin, byReach }: People,
  plans: boolean,
): Promise<Figure[]> {
  const statements = await statementMaker()
  const before = Temporal.Now.plainDateISO(zone).add({ days: 60 }).toString()
  const questions = [
    { what: 'expiring contracts', query: expiring, variables: { before }, most: 15 },
    { what: 'newest time entries', query: newestTime, variables: {}, most: 15 },
    { what: 'number of time entries', query: timeCount, variables: {}, most: 200 },
  ]
  const figures: Figure[] = []
  for (const { what, query, variables, most } of questions)
    for (const mode of ['force_custom_plan', 'force_generic_plan'] satisfies PlanMode[])
      for (const person of [...byReach.map(([, one]) => one), admin]) {
        const sent = await statements(person.principal, query, variables)
        const { execution, best } = await explain(large, sent, mode)
        const title = `${what}: ${person.what}, ${mode === 'force_custom_plan' ? 'custom plan' : 'generic plan'}`
        if (plans) console.log(`\n${title}\n${await planOf(large, sent, mode)}`)
        figures.push({ what: title, value: execution, unit: 'ms', most, note: `best ${best.toFixed(1)}` })
      }
  return figures
}

/** A sweep over all contracts that finds nothing to do, and one in which every contract that renews itself is due. */
export async function sweeps({ large, small, copy }: BenchDatabase): Promise<Figure[]> {
  const idle = await swept(large, startClock(zone))
  const renewed = await copy(small, async (data) => {
    const nextYear = new Date(Date.now() + 364 * 86_400_000)
    return swept(data, startClock(zone, nextYear))
  })
  if (idle.done.renewed + idle.done.queued + idle.done.skipped > 0)
    throw new Error('something was due on the day of the bench')
  const perThousand = (idle: number) => (idle / renewed.done.renewed) * 1_000
  return [
    {
      what: `sweep over ${large.size.contracts} contracts, nothing to do`,
      value: idle.milliseconds,
      unit: 'ms',
      most: 2_000,
    },
    { what: 'its statements', value: idle.statements, unit: '', most: 10 },
    {
      what: '1000 renewals with their notices',
      value: perThousand(renewed.milliseconds) / 1_000,
      unit: 's',
      most: 20,
      note: `${renewed.done.renewed} renewed, ${renewed.done.queued} mails, ${renewed.statements} statements`,
    },
  ]
}

async function swept(data: DataSet, clock: ReturnType<typeof startClock>) {
  const pool = createRolePool(data.workerUrl, SYSTEM, {
    max: 1,
    options: `-c role=${SYSTEM} -c timezone=UTC`,
    query_timeout: 60_000,
  })
  let statements = 0
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    Object.assign(client, {
      query(...args: unknown[]) {
        statements += 1
        return query(...args)
      },
    })
  })
  try {
    const since = performance.now()
    const { failed, ...done } = await sweep({ pool, clock, publicUrl })
    const milliseconds = performance.now() - since
    if (failed[0]) throw new Error(`${failed.length} contracts failed`, { cause: failed[0].error })
    return { milliseconds, statements, done }
  } finally {
    await pool.end()
  }
}

/** One month of one contract with 500 entries: pure arithmetic. */
export function pricing(): Figure[] {
  const day = Temporal.PlainDate.from('2026-01-01')
  const plan: Plan = {
    currency: 'TRY',
    pricingMethod: 'HOURLY',
    billingMethod: 'IN_ARREARS',
    billingPeriod: 'MONTHLY',
    fixedFee: new Exact(20_000),
    includedHours: new Exact(20),
    hourlyRate: new Exact(1_200),
    weeklyHourLimit: new Exact(60),
    overtime: 'BILLED_AT_OVERTIME_RATE',
    overtimeMultiplier: new Exact('1.5'),
    overage: 'BILLED',
    creditCoversOperationalOnly: false,
    rollOverUnused: true,
    costBases: ['FIXED', 'DIFFERENTIAL'],
    bandRates: { NON_OPERATIONAL: new Exact(300), WEEKEND: new Exact(600), HOLIDAY: new Exact(900) },
  }
  const calendar = {
    timeZone: zone,
    workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
    holidays: [{ on: day }],
  }
  const entries: Entry[] = Array.from({ length: 500 }, (_, n) => {
    const workedOn = day.add({ days: n % 31 })
    return {
      id: `e${String(n).padStart(4, '0')}`,
      workedOn,
      // Some cross the end of the working day, none midnight.
      startedAt: workedOn.toZonedDateTime({ timeZone: zone, plainTime: { hour: 8 + (n % 12) } }).toInstant(),
      minutes: 15 + (n % 8) * 15,
      billable: n % 12 > 0,
    }
  })
  const [january] = periodsOf(day, [{ startsOn: day, endsOn: day.add({ days: 364 }) }], plan.billingPeriod)
  const times = Array.from({ length: 60 }, () => {
    const since = performance.now()
    price({ plan, calendar, zone }, january!, { entries, tickets: [] })
    return performance.now() - since
  })
  // Like everything, it is compiled as it runs.
  const value = median(times.slice(20))
  return [
    {
      what: 'a month of a contract with 500 entries',
      value,
      unit: 'ms',
      most: 5,
      note: `first ${times[0]!.toFixed(1)}`,
    },
  ]
}
