/** The demo data: people that everybody may sign in as, at companies that read like real ones. */
import pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import { hashPassword } from '../core/auth/hashing.ts'
import { newKey } from '../core/auth/keys.ts'
import { newId } from '../core/db/ids.ts'
import { allPermissions } from '../features/organization/index.ts'
import { fillTickets, type DemoCustomerRow, type DemoPerson, type DemoTechnician } from './demo-tickets.ts'
import { fillContracts, ticketsUnderContracts } from './demo-contracts.ts'
import { fillNotices } from './demo-notices.ts'
import { fillPlans } from './demo-plans.ts'
import { fillTime } from './demo-time.ts'
import { contactNames, customers, named, roles, technicians, titles, type DemoCustomer } from './demo-people.ts'

const password = 'Demo-Parola-1'

/**
 * Fills an empty database in one transaction; answers with the partner's key, which is stored nowhere else. Contracts
 * stand around `today`, the day on which the program will find them.
 */
export async function loadDemo(ownerUrl: string, today: Temporal.PlainDate): Promise<{ partnerKey: string }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const partnerKey = await fill(client, today)
    await client.query('commit')
    await client.query('analyze')
    return { partnerKey }
  } finally {
    await client.end()
  }
}

const daysAgo = (days: number, hour = 9) => {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() - days)
  day.setUTCHours(hour - 3, 0, 0, 0)
  return day
}

async function fill(client: pg.Client, today: Temporal.PlainDate): Promise<string> {
  const insert = async (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row)
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    )
  }
  const hash = await hashPassword(password)
  const accounts = new Map<string, string>()
  const account = async (email: string, name: string) => {
    const known = accounts.get(email)
    if (known) return known
    const id = newId()
    accounts.set(email, id)
    await insert('sign_in.account', { id, email, name, email_verified: true })
    await insert('sign_in.credential', {
      account_id: id,
      provider_id: 'credential',
      provider_account_id: id,
      password: hash,
    })
    return id
  }

  const roleIds = new Map<string, string>()
  for (const [index, role] of roles.entries()) {
    const id = newId()
    roleIds.set(role.key, id)
    const at = daysAgo(400 - index)
    await insert('role', {
      id,
      name: role.name,
      permissions: role.administrator ? allPermissions : role.permissions,
      only_authorized_customers: role.onlyAuthorizedCustomers,
      administrator: role.administrator,
      created_at: at,
      updated_at: at,
    })
  }

  const technicianIds = new Map<string, string>()
  const technicianRows: DemoTechnician[] = []
  for (const [index, { name, email, role, costRate }] of technicians.entries()) {
    const id = newId()
    const at = daysAgo(380 - index)
    technicianIds.set(email, id)
    await insert('technician', {
      id,
      account_id: await account(email, name),
      role_id: roleIds.get(role),
      name,
      email,
      cost_rate: costRate,
      cost_rate_currency: costRate ? 'TRY' : null,
      created_at: at,
      updated_at: at,
    })
    technicianRows.push({
      id,
      name,
      email,
      kind: role === 'admin' ? 'ADMIN' : 'TECHNICIAN',
      seesAll: role !== 'field',
      works: role === 'field' || role === 'desk',
    })
  }
  const admin = { id: technicianIds.get('admin@demo.accord')!, name: technicians[0]!.name }

  const audit = (action: string, type: string, id: string, customer: string | null, at: Date, changes: object[]) =>
    insert('audit_event', {
      id: newId(),
      at,
      actor_kind: 'ADMIN',
      actor_id: admin.id,
      actor_name: admin.name,
      action,
      subject_type: type,
      subject_id: id,
      customer_id: customer,
      changes: JSON.stringify(changes),
    })

  const customerRows: DemoCustomerRow[] = []
  const peopleRows: DemoPerson[] = []
  let nextName = 0
  let anadolu = ''
  for (const [index, customer] of customers.entries()) {
    const id = newId()
    if (customer.name.startsWith('Anadolu Lojistik')) anadolu = id
    const since = daysAgo(360 - index * 25)
    await insert('customer', { ...columnsOf(customer), id, created_at: since, updated_at: since })
    await audit('CREATED', 'Customer', id, id, since, [{ field: 'name', from: null, to: customer.name }])

    customerRows.push({ id, name: customer.name, since, technicians: customer.technicians })

    const groups = new Map<string, string>()
    for (const name of customer.groups) {
      const group = newId()
      groups.set(name, group)
      await insert('customer_group', { id: group, customer_id: id, name, created_at: since, updated_at: since })
    }

    for (const [order, email] of customer.technicians.entries()) {
      await insert('technician_customer', {
        technician_id: technicianIds.get(email),
        customer_id: id,
        created_at: daysAgo(300 - order),
      })
    }

    const people = named.filter((person) => person.customer === customer.name)
    for (let i = people.length; i < customer.people; i += 1) {
      const name = contactNames[nextName % contactNames.length]!
      nextName += 1
      const group = customer.groups.length && i % 2 ? customer.groups[i % customer.groups.length] : undefined
      people.push({
        customer: customer.name,
        name,
        email: `${asciiName(name)}@${customer.domain}`,
        group,
        title: titles[nextName % titles.length]!,
      })
    }
    for (const [order, person] of people.entries()) {
      const contact = newId()
      const at = daysAgo(person.movedHere ?? 350 - index * 25 - order)
      await insert('contact', {
        id: contact,
        customer_id: id,
        group_id: person.group ? groups.get(person.group) : null,
        account_id: person.email ? await account(person.email, person.name) : null,
        name: person.name,
        email: person.email,
        phone: `+90 5${30 + (order % 9)} 555 ${String(10 + index)} ${String(10 + order)}`,
        title: person.title,
        active: !person.passive,
        sees_company_records: person.company ?? false,
        sees_group_records: person.groupRight ?? false,
        created_at: at,
        updated_at: at,
      })
      const left = person.movedAway ?? (person.passive ? 20 : customer.inactive ? 60 : null)
      peopleRows.push({
        id: contact,
        customerId: id,
        name: person.name,
        groupId: (person.group && groups.get(person.group)) || null,
        signsIn: person.email !== null,
        seesCompany: person.company ?? false,
        since: at,
        until: left === null ? null : daysAgo(left),
      })
      const how = person.movedHere ? 'MOVED_HERE' : 'CREATED'
      await audit(how, 'Contact', contact, id, at, [{ field: 'name', from: null, to: person.name }])
      if (person.passive)
        await audit(person.movedAway ? 'MOVED_AWAY' : 'PASSIVATED', 'Contact', contact, id, daysAgo(left!), [
          { field: 'active', from: 'true', to: 'false' },
        ])
      if (person.company)
        await audit('UPDATED', 'Contact', contact, id, daysAgo(60, 14), [
          { field: 'seesCompanyRecords', from: 'false', to: 'true' },
        ])
    }
  }

  await fillTickets(client, {
    customers: customerRows,
    people: peopleRows,
    technicians: technicianRows,
    now: new Date(),
  })

  const plans = await fillPlans(insert, daysAgo)
  await fillContracts(insert, {
    customers: customerRows,
    people: peopleRows,
    technicians: technicianRows,
    plans,
    today,
    audit,
  })
  await fillNotices(client, insert, today)
  await client.query(ticketsUnderContracts)
  await fillTime(client, { customers: customerRows, technicians: technicianRows, now: new Date() })

  const key = newKey()
  const keyId = newId()
  await insert('api_key', {
    id: keyId,
    name: 'Anadolu Lojistik entegrasyonu',
    prefix: key.prefix,
    secret_hash: key.hash,
    permissions: ['CUSTOMERS_READ', 'CONTRACTS_READ', 'PLANS_READ', 'TICKETS_READ'],
    all_customers: false,
    created_by: admin.id,
    created_at: daysAgo(90),
  })
  await insert('api_key_customer', { api_key_id: keyId, customer_id: anadolu })
  await audit('CREATED', 'ApiKey', keyId, null, daysAgo(90), [
    { field: 'name', from: null, to: 'Anadolu Lojistik entegrasyonu' },
  ])
  return key.secret
}

function columnsOf({ name, code, internal, city, domain, taxNumber, phone, address, notes, inactive }: DemoCustomer) {
  return {
    name,
    code,
    kind: internal ? 'INTERNAL' : 'EXTERNAL',
    tax_number: taxNumber,
    email: `bilgi@${domain}`,
    phone,
    website: internal ? null : `https://www.${domain.replace(/\.demo$/, '.example')}`,
    address: `${address}, ${city}`,
    notes: notes ?? null,
    active: !inactive,
  }
}

/** "Gülşen Öz" → "gulsen.oz". */
function asciiName(name: string): string {
  return name
    .toLocaleLowerCase('tr')
    .replace(/[çğıöşüâîû]/g, (letter) => 'cgiosuaiu'['çğıöşüâîû'.indexOf(letter)]!)
    .replace(/ +/g, '.')
}
