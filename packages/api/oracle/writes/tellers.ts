/**
 * Functions that run as the owner and tell of contracts: who calls them in SQL is told of what he or she may see, whatever
 * ids are asked for. Said from the specification, as the tables are.
 */
import { isStaff, reaches, type Asker } from '../model/asker.ts'
import { seesContract, statusOf } from '../model/contract-rules.ts'
import type { ContractRow, NoticeContactRow, NoticeUserRow, World } from '../world/rows.ts'

export interface Teller {
  /** One text a row, of whatever is there. */
  sql: (world: World) => string
  /** The same from the model; null: nobody of this kind may call it. */
  tells: (asker: Asker | null, world: World) => string[] | null
}

const everyContract = ({ contracts }: World, from = 0) =>
  `array[${contracts
    .slice(from)
    .map(({ id }) => `'${id}'`)
    .join(', ')}]::uuid[]`
/** Of the first ones, which are not asked for, nothing is told. */
const notAsked = 4
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

function ofTechnician({ technicianId, customerId }: NoticeUserRow, { technicians, roles, authorizations }: World) {
  const { active, roleId } = technicians.find(({ id }) => id === technicianId)!
  const { onlyAuthorizedCustomers, administrator } = roles.find(({ id }) => id === roleId)!
  const isAuthorized = authorizations.some(
    (each) => each.technicianId === technicianId && each.customerId === customerId,
  )
  if (!active) return 'PASSIVE'
  return onlyAuthorizedCustomers && !administrator && !isAuthorized ? 'OUT_OF_REACH' : null
}

function ofContact({ contactId, customerId }: NoticeContactRow, { contacts, customers }: World) {
  const { active, email } = contacts.find(({ id }) => id === contactId)!
  if (!active || !customers.some((each) => each.id === customerId && each.active)) return 'PASSIVE'
  return email === null ? 'NO_ADDRESS' : null
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
  // Who is told of an end, and what stands in the way.
  app_notice_readers: {
    sql: (world) =>
      `select concat_ws(' ', contract_id, id, hindrance) as told from app_notice_readers(${everyContract(world, notAsked)})`,
    tells: (asker, world) => {
      if (asker?.contact) return null
      const asked = world.contracts.slice(notAsked)
      const isThere = ({ customerId, contractId }: NoticeUserRow | NoticeContactRow) =>
        asked.some(({ id }) => id === contractId) && (!asker || reaches(asker, customerId))
      const line = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' ')
      return [
        ...world.noticeUsers
          .filter(isThere)
          .map((each) => line(each.contractId, each.technicianId, ofTechnician(each, world))),
        ...world.noticeContacts
          .filter(isThere)
          .map((each) => line(each.contractId, each.contactId, ofContact(each, world))),
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
