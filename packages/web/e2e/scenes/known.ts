import { ADMIN, ask } from '../lib/accord.ts'
import { makeContact, makeCustomer } from '../lib/people.ts'

type Rows = { nodes: { id: string; name: string }[] }

/** Ids of the demo data that addresses need, by name. */
export interface Known {
  customer: (name: string) => string
  contact: (name: string) => string
  group: (name: string) => string
  technician: (name: string) => string
  role: (name: string) => string
  plan: (title: string) => string
  /** The organization's working calendar. */
  calendar: string
  /** Of the partner's demo key. */
  key: string
  /** Of some event. */
  event: string
  /** Of an invitation that was mailed. */
  mail: string
  /** Name of a user: a contact of an own department. */
  userName: string
}

const QUERY = `{
  customers(first: 100) { nodes { id name } }
  contacts(first: 100) { nodes { id name } }
  groups(first: 100) { nodes { id name } }
  technicians(first: 100) { nodes { id name } }
  roles { id name }
  servicePlans(first: 100) { nodes { id name: title } }
  workingCalendars { id standard }
  apiKeys { id }
  auditEvents(first: 1) { nodes { id } }
  users: customers(first: 1, filter: { kind: INTERNAL }) { nodes { contacts(first: 1) { nodes { id name } } } }
  mails(first: 1) { nodes { id } }
}`

/** Makes sure that there is a mail, and asks once for what is there. */
export async function whatIsKnown(): Promise<Known> {
  await makeContact(await makeCustomer())
  const data = await ask<{
    customers: Rows
    contacts: Rows
    groups: Rows
    technicians: Rows
    roles: Rows['nodes']
    servicePlans: Rows
    workingCalendars: { id: string; standard: boolean }[]
    apiKeys: { id: string }[]
    auditEvents: { nodes: { id: string }[] }
    users: { nodes: { contacts: Rows }[] }
    mails: { nodes: { id: string }[] }
  }>(ADMIN, QUERY)
  const among = (rows: Rows['nodes']) => (name: string) => {
    const found = rows.find((row) => row.name.startsWith(name))
    if (!found) throw new Error(`There is no ${name} in the demo data`)
    return found.id
  }
  return {
    customer: among(data.customers.nodes),
    contact: among(data.contacts.nodes),
    group: among(data.groups.nodes),
    technician: among(data.technicians.nodes),
    role: among(data.roles),
    plan: among(data.servicePlans.nodes),
    calendar: data.workingCalendars.find(({ standard }) => standard)?.id ?? '',
    key: data.apiKeys.at(-1)?.id ?? '',
    event: data.auditEvents.nodes[0]?.id ?? '',
    mail: data.mails.nodes[0]?.id ?? '',
    userName: data.users.nodes[0]?.contacts.nodes[0]?.name ?? '',
  }
}
