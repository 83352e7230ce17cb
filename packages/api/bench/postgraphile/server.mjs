/**
 * PostGraphile 5 on the same tables and row policies, in its fast form: production mode, prepared statements, the answer
 * printed by Grafast itself, plain lists inside of lists. A package of its own, installed by the bench only.
 *
 * `/graphql` finds out who asks as Accord does, with the same SQL; `/fixed` is told beforehand and asks nobody.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { TYPES } from 'postgraphile/@dataplan/pg'
import { makeV4Preset } from 'postgraphile/presets/v4'
import { addPgTableOrderBy, orderByAscDesc } from 'postgraphile/utils'

const { DATABASE_URL, PORT, SECRET, FIXED } = process.env
const gate = new pg.Pool({ connectionString: DATABASE_URL, max: 10 })
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10, options: '-c timezone=UTC' })

/** Orders by name as Turkish is spelled, for which there are indices. */
const byTurkishName = (tableName) =>
  addPgTableOrderBy({ schemaName: 'public', tableName }, ({ sql }) =>
    orderByAscDesc('NAME_TURKISH', (query) => ({
      fragment: sql`${query.alias}.name collate "tr-x-icu"`,
      codec: TYPES.text,
    })),
  )

/** The session's principal, as settings of the transaction. */
async function whoAsks(cookie) {
  const [token, signature] = decodeURIComponent(/accord_session=([^;]+)/.exec(cookie)[1]).split('.')
  const expected = createHmac('sha256', SECRET).update(token).digest()
  if (!timingSafeEqual(expected, Buffer.from(signature, 'base64'))) throw new Error('not our cookie')
  const { rows } = await gate.query({
    name: 'principal_of_session',
    text: 'select public.app_principal_of_session($1) as who',
    values: [token],
  })
  const { id, accountId, restricted } = rows[0].who
  return { role: restricted ? 'accord_restricted' : 'accord_staff', 'app.principal': id, 'app.account': accountId }
}

const fixed = JSON.parse(FIXED)
const instance = (graphqlPath, settings) => {
  const preset = {
    extends: [makeV4Preset({ simpleCollections: 'both', disableDefaultMutations: true, dynamicJson: true })],
    // What the login may do by itself is nothing; the roles decide, in the transaction.
    disablePlugins: ['PgRBACPlugin'],
    plugins: [byTurkishName('customer'), byTurkishName('contact')],
    pgServices: [makePgService({ pool, schemas: ['public'] })],
    grafserv: { graphqlPath, graphiql: false, watch: false, outputDataAsString: true },
    grafast: { explain: false, context: async ({ node }) => ({ pgSettings: await settings(node.req) }) },
  }
  return postgraphile(preset).createServ(grafserv).createHandler()
}
const asked = instance('/graphql', (request) => whoAsks(request.headers.cookie))
const told = instance('/fixed', () => fixed)

createServer((request, response) => (request.url === '/fixed' ? told : asked)(request, response)).listen(
  Number(PORT),
  '127.0.0.1',
)
