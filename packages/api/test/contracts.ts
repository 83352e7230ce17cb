/** Contracts with notices and renewal, made behind the program's back, and the sweep over them. */
import { Temporal } from 'temporal-polyfill'
import type pg from 'pg'
import { createRolePool, inTransaction } from '../src/core/auth/pool.ts'
import { SYSTEM } from '../src/core/db/roles.ts'
import type { Length, Notice } from '../src/features/contracts/calendar/index.ts'
import { loadContracts, type LoadedContract } from '../src/features/contracts/renewal/state.ts'
import { planFor } from '../src/features/contracts/renewal/step.ts'
import { writePlanned } from '../src/features/contracts/renewal/write.ts'
import { publicUrl, type House } from './house.ts'

export const before = (days: number): Notice => ({ side: 'BEFORE_END', days })
export const afterEnd = (days: number): Notice => ({ side: 'AFTER_END', days })
export const day = (text: string) => Temporal.PlainDate.from(text)

export interface Given {
  startsOn: string
  endsOn: string
  notices?: readonly Notice[]
  users?: readonly { id: string }[]
  contacts?: readonly { id: string }[]
  /** Set: it renews itself. */
  renewal?: Length | null
  plan?: { id: string }
  draft?: boolean
  /** The day on which the notices are set; the first day when nothing is said. */
  setOn?: string
}

/** Connections of the system's role, as a worker has them. */
export const systemPool = (house: Pick<House, 'database'>, max = 3): pg.Pool =>
  createRolePool(house.database.workerUrl, SYSTEM, { max, options: `-c role=${SYSTEM} -c timezone=UTC` })

/** Enters a contract and plans its notices, as `createContract` does. */
export async function entered(
  { seed, sql }: Pick<House, 'seed' | 'sql'>,
  pool: pg.Pool,
  customer: { id: string },
  given: Given,
): Promise<{ id: string; version: number }> {
  const { id } = await seed.contract(customer, {
    startsOn: given.startsOn,
    endsOn: given.endsOn,
    plan: given.plan,
    draft: given.draft,
  })
  const part = { customer_id: customer.id, contract_id: id }
  if (given.renewal)
    await sql('update contract set auto_renew = true, renewal_count = $2, renewal_unit = $3 where id = $1', [
      id,
      given.renewal.count,
      given.renewal.unit,
    ])
  for (const { side, days } of given.notices ?? []) await seed.insert('contract_notice', { ...part, side, days })
  for (const each of given.users ?? []) await seed.insert('contract_notice_user', { ...part, technician_id: each.id })
  for (const each of given.contacts ?? [])
    await seed.insert('contract_notice_contact', { ...part, contact_id: each.id })
  await inTransaction(pool, async (run) => {
    const [contract] = await loadContracts(run, [id])
    if (!given.draft)
      await writePlanned(run, contract!, planFor(contract!, day(given.endsOn), day(given.setOn ?? given.startsOn)))
  })
  return { id, version: 1 }
}

/** A contract as it stands. */
export async function loaded(pool: pg.Pool, id: string): Promise<LoadedContract> {
  return inTransaction(pool, async (run) => (await loadContracts(run, [id]))[0]!)
}

/** What the sweep needs, in this house. */
export const sweepParts = (house: Pick<House, 'clock'>, pool: pg.Pool) => ({ pool, clock: house.clock, publicUrl })

/** "from to" of every term, in order. */
export async function terms({ sql }: Pick<House, 'sql'>, id: string): Promise<string[]> {
  const rows = await sql<{ span: string }>(
    `select starts_on || ' ' || ends_on as span from contract_term where contract_id = $1 order by starts_on`,
    [id],
  )
  return rows.map(({ span }) => span)
}

/** Every notice as "due side days status-or-reason", in order. */
export async function notices({ sql }: Pick<House, 'sql'>, id: string): Promise<string[]> {
  const rows = await sql<{ line: string }>(
    `select due_on || ' ' || case side when 'BEFORE_END' then '-' else '+' end || days || ' ' || coalesce(skip_reason, status) as line
     from notice_delivery where contract_id = $1 order by due_on, side desc, recipient_id`,
    [id],
  )
  return rows.map(({ line }) => line)
}
