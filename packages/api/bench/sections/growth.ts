/** Ten times the customers must not make the same request dearer: two servers, one on each data set, in turns. */
import { startAccord } from '../contenders.ts'
import type { BenchDatabase } from '../database.ts'
import { latencies, type Target } from '../http.ts'
import { signInPeople, type People } from '../people.ts'
import type { ServerProcess } from '../processes.ts'
import { contactList, list } from '../queries.ts'
import type { Figure } from '../report.ts'
import { median } from '../statistics.ts'

const requestsInTurn = 25

/** Ratios of median latencies. */
export async function growth(database: BenchDatabase, largePeople: People, rounds: number): Promise<Figure[]> {
  const smallPeople = await signInPeople(database.small)
  const servers: ServerProcess[] = []
  try {
    for (const data of [database.large, database.small])
      servers.push(await startAccord(data, `Accord on the ${data.name} data set`))
    const [large, small] = servers as [ServerProcess, ServerProcess]
    const figures: Figure[] = []
    for (const who of ['technician', 'admin'] as const) {
      for (const [what, query] of Object.entries({
        'customers with contacts, technicians and groups': list,
        'contacts by name': contactList,
      })) {
        const target = ({ port }: ServerProcess, people: People): Target => ({
          port,
          path: '/graphql',
          headers: people[who].headers,
          body: { query },
        })
        const times: [number[], number[]] = [[], []]
        // The first round warms up.
        for (let round = 0; round <= rounds; round += 1) {
          for (const [side, each] of [target(large, largePeople), target(small, smallPeople)].entries()) {
            const taken = await latencies(Array<Target>(requestsInTurn).fill(each))
            if (round > 0) times[side]!.push(...taken)
          }
        }
        const [many, few] = times.map(median) as [number, number]
        figures.push({
          what: `${what}, ${largePeople[who].what}`,
          value: many / few,
          unit: '×',
          most: 1.3,
          note: `${few.toFixed(1)} → ${many.toFixed(1)} ms`,
        })
      }
    }
    return figures
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}
