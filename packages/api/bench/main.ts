/**
 * `pnpm bench`: Accord beside its peers and against its promises. README.md beside this says what each figure means.
 *
 *   --data          make the large data set anew first
 *   --only a,b      some sections only: data peers phases reach growth search live secrets start tickets ticketReach portal ticketSearch
 *                   contracts contractReach sweeps pricing
 *   --browser       the section of that name only, which starts a browser and is not measured otherwise
 *   --plans         print the plans of what the database alone is asked about tickets
 *   --quick         fewer rounds and samples, for a first look
 */
import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { build } from './contenders.ts'
import { openBenchDatabase } from './database.ts'
import { signInPeople } from './people.ts'
import { missed, print, type Figure } from './report.ts'
import { browser } from './sections/browser.ts'
import { contractPeers, contractReach, pricing, sweeps } from './sections/contracts.ts'
import { growth } from './sections/growth.ts'
import { live } from './sections/live.ts'
import { peers } from './sections/peers.ts'
import { phases } from './sections/phases.ts'
import { reach } from './sections/reach.ts'
import { search } from './sections/search.ts'
import { secrets } from './sections/secrets.ts'
import { start } from './sections/start.ts'
import { portal, ticketPeers, ticketReach, ticketSearch } from './sections/tickets.ts'

const { values: options } = parseArgs({
  options: {
    data: { type: 'boolean', default: false },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
  },
})

const say = (line: string) => console.log(line)
build()
const database = await openBenchDatabase(options.data, say)
try {
  const people = await signInPeople(database.large)
  const few = options.quick
  const sections: Record<string, [title: string, measure: () => Promise<Figure[]>]> = {
    peers: [
      '20 customers with contacts, technicians and groups, by a technician with 300 customers',
      () => peers(database, people, few ? 3 : 9),
    ],
    phases: ['Where the CPU of such a request goes', () => phases(database, people, few ? 2 : 5)],
    reach: ['In the database alone, by the number of customers a technician has', () => reach(database, people)],
    growth: [
      'From 1 000 to 10 000 customers: median latency of a request',
      () => growth(database, people, few ? 3 : 12),
    ],
    search: ['Search', () => search(database, people)],
    live: ['500 people listen, 50 tickets a second change', () => live(database, few ? 15 : 150)],
    secrets: ['What a clock can tell', () => secrets(database, people, few ? 20 : 200)],
    start: ['Start', start],
    tickets: [
      '50 tickets with customer and requester, by a technician with 300 customers',
      () => ticketPeers(database, people, few ? 3 : 9),
    ],
    ticketReach: [
      'Tickets in the database alone, by the number of customers a technician has',
      () => ticketReach(database, people, options.plans),
    ],
    portal: ['The portal', () => portal(database, people, few ? 60 : 300)],
    ticketSearch: ['Tickets by status, assignee and text', () => ticketSearch(database, people)],
    contracts: [
      '20 customers with contacts, contracts and plans, by a technician with 300 customers',
      () => contractPeers(database, people, few ? 3 : 9),
    ],
    contractReach: [
      'Contracts and time in the database alone, by the number of customers a technician has',
      () => contractReach(database, people, options.plans),
    ],
    sweeps: ['Sweeps over contracts', () => sweeps(database)],
    pricing: ['Prices', async () => pricing()],
    browser: ['Tickets in a browser, from Enter to the first rows', () => browser(database, people)],
  }
  const chosen = options.browser
    ? ['browser']
    : (options.only?.split(',') ?? Object.keys(sections).filter((name) => name !== 'browser'))
  const all: Figure[] = []
  for (const [name, [title, measure]] of Object.entries(sections)) {
    if (!chosen.includes(name)) continue
    try {
      const figures = await measure()
      print(title, figures)
      all.push(...figures)
    } catch (error) {
      console.error(`\n${title}: could not be measured.`, error)
      process.exitCode = 1
    }
  }
  const late = missed(all)
  if (late.length) print('Missed', late)
} finally {
  await database.stop()
}
