import { MikroORM, type Options } from '@mikro-orm/postgresql'
import type { Principal } from '../auth/principal.ts'
import type { Clock } from '../clock.ts'

export type Entities = NonNullable<Options['entities']>
export type Orm = MikroORM
export type Em = MikroORM['em']

/** Opens MikroORM on one login. Sessions run in UTC, so instants print alike everywhere. */
export async function openOrm(url: string, entities: Entities, options: Partial<Options> = {}): Promise<Orm> {
  return MikroORM.init({
    clientUrl: url,
    entities,
    forceUtcTimezone: true,
    discovery: { warnWhenNoEntities: false },
    schemaGenerator: {
      // Functions and triggers stand in the migrations; references of a customer's rows are composite and stand there too.
      ignoreRoutines: true,
      ignoreTriggers: true,
      createForeignKeyConstraints: false,
      ignoreSchema: ['sign_in', 'pgboss'],
      skipTables: ['accord_migration'],
    },
    ...options,
  })
}

/** An identity map of one principal: every transaction begun on it runs in the principal's database role, on this day. */
export function emOf(orm: Orm, principal: Principal, clock: Clock): Em {
  return orm.em.fork({
    session: {
      role: principal.databaseRole,
      variables: {
        'app.principal': principal.id,
        'app.account': principal.accountId ?? '',
        'app.today': clock.today().toString(),
      },
    },
  })
}

/** Runs single statements in the transaction that `em` has open, for code that knows `$1` and no identity map. */
export function runner(em: Em) {
  return <Row = Record<string, unknown>>(sql: string, values: unknown[]): Promise<Row[]> =>
    em.execute<Row[]>(sql.replace(/\$\d+/g, '?'), values)
}
