/** Row policies, each taken away and each part of it weakened, by the owner's `alter policy`. */
import type { Sql } from '../../test/house.ts'
import type { Asker } from '../model/asker.ts'
import { actorOf, signIn, system } from '../writes/policies.ts'
import { allDeeds, tables, type Deed } from '../writes/tables.ts'
import type { Mutant } from './mutant.ts'
import type { Trials } from './trials.ts'

interface Policy {
  table: string
  name: string
  role: string
  command: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'
  using: string | null
  check: string | null
}

export async function policyMutants(sql: Sql, trials: Trials): Promise<Mutant[]> {
  const policies = await sql<Policy>(
    `select tablename as "table", policyname as name, roles[1] as role, cmd as command, qual as "using", with_check as "check"
     from pg_policies where schemaname = 'public' order by 1, 2`,
  )
  return policies.flatMap((policy) => mutantsOf(sql, policy, trials))
}

/** What is `true` already cannot be weakened. */
function mutantsOf(sql: Sql, policy: Policy, trials: Trials): Mutant[] {
  const { table, name, using, check } = policy
  const make = (deed: string, changed: Partial<Policy>): Mutant => ({
    name: `policy ${name} on ${table}: ${deed}`,
    apply: () => alter(sql, { ...policy, ...changed }),
    restore: () => alter(sql, policy),
    trials: () => touching(policy, trials),
  })
  const mutants = [make('removed', { ...(using && { using: 'false' }), ...(check && { check: 'false' }) })]
  if (using && using !== 'true') mutants.push(make('rows not limited', { using: 'true' }))
  if (check && check !== 'true') mutants.push(make('what is written not limited', { check: 'true' }))
  return mutants
}

async function alter(sql: Sql, { table, name, using, check }: Policy): Promise<void> {
  await sql(
    `alter policy "${name}" on ${table}${using ? ` using (${using})` : ''}${check ? ` with check (${check})` : ''}`,
  )
}

/** Questions by people with the policy's role about what the table shows; then the deeds themselves. */
function* touching({ table, role, command }: Policy, trials: Trials) {
  const living = trials.callers.filter(({ asker, label }) => actorOf(asker as Asker, label).role === role)
  if (command === 'ALL' || command === 'SELECT') yield* take(trials.queries(tables[table]!.shows, living), mostQueries)
  const actors =
    role === system.role
      ? [system]
      : role === signIn.role
        ? [signIn]
        : living.map(({ asker, label }) => actorOf(asker as Asker, label))
  yield* trials.deeds(table, actors, command === 'ALL' ? allDeeds : [command.toLowerCase() as Deed])
}

/** Of what a table shows there are many questions; the first of them notice, or none does. */
const mostQueries = 150

export function* take<T>(from: Iterable<T>, most: number): Generator<T> {
  let taken = 0
  for (const each of from) {
    if (taken >= most) return
    taken += 1
    yield each
  }
}
