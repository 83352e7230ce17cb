/**
 * Functions that run as the owner and tell of contracts: who calls them in SQL is told of what he or she may see, whatever
 * ids are asked for. Said from the specification, as the tables are.
 */
import { isStaff, reaches, type Asker } from '../model/asker.ts'
import { seesContract, statusOf } from '../model/contract-rules.ts'
import type { ContractRow, World } from '../world/rows.ts'

export interface Teller {
  /** One text a row, of whatever is there. */
  sql: (world: World) => string
  /** The same from the model; null: nobody of this kind may call it. */
  tells: (asker: Asker | null, world: World) => string[] | null
}

const everyContract = ({ contracts }: World) => `array[${contracts.map(({ id }) => `'${id}'`).join(', ')}]::uuid[]`
const priced = (asker: Asker | null, { contracts }: World) =>
  contracts.filter((row) => !asker || seesContract(asker, row)).map(({ id }) => id)
const isActive = (world: World) => (row: ContractRow) => statusOf(row, world) === 'ACTIVE'

/** Customers that somebody has to do with; a contact's former ones too. */
function hasToDoWith(asker: Asker | null, customerId: string, { contacts }: World): boolean {
  if (!asker) return true
  if (!asker.contact) return reaches(asker, customerId)
  const { id, accountId, active } = asker.contact
  const mine = contacts.filter((row) => row.id === id || (accountId !== null && row.accountId === accountId))
  return active && mine.some((row) => row.customerId === customerId)
}

export const tellers: Readonly<Record<string, Teller>> = {
  app_contract_pricing: {
    sql: (world) => `select jsonb_object_keys(app_contract_pricing(${everyContract(world)})) as told`,
    tells: priced,
  },
  app_contract_work: {
    sql: ({ contracts }) => {
      const asked = contracts.map(({ id }) => ({ contract: id, from: '2000-01-01', to: '2099-12-31' }))
      return `select jsonb_object_keys(app_contract_work('${JSON.stringify(asked)}', 'Europe/Istanbul')) as told`
    },
    tells: priced,
  },
  app_notice_readers: {
    sql: (world) => `select contract_id::text || ' ' || id as told from app_notice_readers(${everyContract(world)})`,
    tells: (asker, { noticeUsers, noticeContacts }) => {
      if (asker?.contact) return null
      const isThere = ({ customerId }: { customerId: string }) => !asker || reaches(asker, customerId)
      return [
        ...noticeUsers.filter(isThere).map((each) => `${each.contractId} ${each.technicianId}`),
        ...noticeContacts.filter(isThere).map((each) => `${each.contractId} ${each.contactId}`),
      ]
    },
  },
  // What a new ticket is under; also for a contact who does not see contracts.
  app_default_contract: {
    sql: ({ customers }) =>
      `select app_default_contract(id)::text as told from unnest(array[${customers.map(({ id }) => `'${id}'`).join(', ')}]::uuid[]) id
       where app_default_contract(id) is not null`,
    tells: (asker, world) =>
      world.customers.flatMap(({ id }) => {
        const [only, ...more] = world.contracts.filter((row) => row.customerId === id).filter(isActive(world))
        return only && more.length === 0 && hasToDoWith(asker, id, world) ? [only.id] : []
      }),
  },
  // Numbers of what runs by itself, for whoever keeps the system.
  app_system_health: {
    sql: () => `select q->>'name' as told from jsonb_array_elements(app_system_health()->'queues') q`,
    tells: (asker) => (asker && isStaff(asker) ? ['CONTRACT_SWEEP', 'CONTRACTS', 'JOBS', 'MAILS'] : null),
  },
}
