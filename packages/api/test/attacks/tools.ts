/** What several attacks need: a mutation and its codes, and a statement as a database role. */
import pg from 'pg'
import type { Answer, House, Who } from '../house.ts'

const inputTypes: Record<string, string> = {
  deleteCustomer: 'DeleteInput',
  deleteContact: 'DeleteInput',
  deleteAsset: 'DeleteInput',
  deleteServicePlan: 'DeleteInput',
  deleteContract: 'DeleteInput',
  deleteTimeEntry: 'DeleteInput',
  deleteGroup: 'DeleteInput',
  deleteRole: 'DeleteInput',
  setContactActive: 'SetActiveInput',
  inviteContact: 'InviteInput',
  revokeApiKey: 'RevokeInput',
  revokeSession: 'RevokeInput',
}

/** Sends a mutation of one `input`, with a selection of its payload. */
export function tell(house: House, who: Who, name: string, input: object, select = '__typename'): Promise<Answer> {
  const type = inputTypes[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} errors { code path } } }`
  return house.ask(who, query, { input })
}

/** Codes of what stands against a mutation, of doors or of its payload; none when it was done. */
export async function codes(house: House, who: Who, name: string, input: object): Promise<unknown[]> {
  const { data, errors } = await tell(house, who, name, input)
  if (errors) return errors.map(({ extensions }) => extensions['code'])
  return (data[name].errors as { code: string }[]).map(({ code }) => code)
}

/** One statement in a transaction of the program's login, in a role and as a principal, rolled back afterwards. */
export async function asRole<Row extends object = Record<string, unknown>>(
  url: string,
  role: string | null,
  principal: string | null,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    if (role) await client.query(`select set_config('role', $1, true)`, [role])
    if (principal) await client.query(`select set_config('app.principal', $1, true)`, [principal])
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}
