/** The list and its count in the database, for technicians who reach few and many customers. */
import type { BenchDatabase } from '../database.ts'
import { explain, type PlanMode } from '../explain.ts'
import type { People } from '../people.ts'
import { contactCount, contactList, count, list } from '../queries.ts'
import type { Figure } from '../report.ts'
import { statementMaker } from '../statement.ts'

const questions = [
  { what: 'customers, contacts, technicians, groups', query: list, most: 15 },
  { what: 'count of customers', query: count, most: 80 },
  { what: 'contacts by name', query: contactList, most: 15 },
  { what: 'count of contacts', query: contactCount, most: 80 },
]
const modes: { mode: PlanMode; word: string }[] = [
  { mode: 'force_custom_plan', word: 'custom plan' },
  { mode: 'force_generic_plan', word: 'generic plan' },
]

/** Milliseconds of execution; the planning that a custom plan pays each time stands behind it. */
export async function reach({ large }: BenchDatabase, { admin, byReach }: People): Promise<Figure[]> {
  const statements = await statementMaker()
  const figures: Figure[] = []
  for (const { what, query, most } of questions) {
    for (const { mode, word } of modes) {
      for (const person of [...byReach.map(([, one]) => one), admin]) {
        const { execution, planning } = await explain(large, await statements(person.principal, query), mode)
        figures.push({
          what: `${what}: ${person.what}, ${word}`,
          value: execution,
          unit: 'ms',
          most,
          note: mode === 'force_custom_plan' ? `+ ${planning.toFixed(1)} ms planning` : '',
        })
      }
    }
  }
  return figures
}
