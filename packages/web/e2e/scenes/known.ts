import { ADMIN, ask } from '../lib/accord.ts'
import { makeContact, makeCustomer } from '../lib/people.ts'
import { tellContractStories, type ContractStories } from './contract-stories.ts'
import { tellPortalStories, type PortalStories } from './portal-stories.ts'
import { tellTimeStories, type TimeStories } from './time-stories.ts'

type Rows = { nodes: { id: string; name: string }[] }

interface KnownTicket {
  id: string
  number: string
  kind: 'INCIDENT' | 'REQUEST'
  status: string
  approval: string
  rating: number | null
  comments: { nodes: { internal: boolean }[] }
}

/** Ids of the demo data that addresses need, by name. */
export interface Known {
  customer: (name: string) => string
  contact: (name: string) => string
  group: (name: string) => string
  technician: (name: string) => string
  role: (name: string) => string
  /** Of the first ticket that fits. */
  ticket: (fits: (ticket: KnownTicket) => boolean) => string
  /** Of some asset and its customer. */
  asset: { id: string; customer: { id: string } }
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
  /** Contracts of every state. */
  contracts: ContractStories
  /** Records of the portal's scenes. */
  portal: PortalStories
  /** What the scenes of time show. */
  time: TimeStories
}

const QUERY = `{
  customers(first: 100) { nodes { id name } }
  contacts(first: 100) { nodes { id name } }
  groups(first: 100) { nodes { id name } }
  technicians(first: 100) { nodes { id name } }
  roles { id name }
  tickets(first: 100) { nodes { id number kind status approval rating comments(first: 20) { nodes { internal } } } }
  assets(first: 1) { nodes { id customer { id } } }
  servicePlans(first: 100) { nodes { id name: title } }
  workingCalendars { id standard }
  apiKeys { id }
  auditEvents(first: 1) { nodes { id } }
  users: customers(first: 1, filter: { kind: INTERNAL }) { nodes { contacts(first: 1) { nodes { id name } } } }
  mails(first: 1) { nodes { id } }
}`

/** Makes what the demo data lacks, and asks once for what is there. */
export async function whatIsKnown(): Promise<Known> {
  await makeContact(await makeCustomer())
  const data = await ask<{
    customers: Rows
    contacts: Rows
    groups: Rows
    technicians: Rows
    roles: Rows['nodes']
    tickets: { nodes: KnownTicket[] }
    assets: { nodes: Known['asset'][] }
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
    ticket: (fits) => {
      const found = data.tickets.nodes.find(fits)
      if (!found) throw new Error('There is no such ticket in the demo data')
      return found.id
    },
    asset: data.assets.nodes[0] ?? { id: '', customer: { id: '' } },
    plan: among(data.servicePlans.nodes),
    calendar: data.workingCalendars.find(({ standard }) => standard)?.id ?? '',
    key: data.apiKeys.at(-1)?.id ?? '',
    event: data.auditEvents.nodes[0]?.id ?? '',
    mail: data.mails.nodes[0]?.id ?? '',
    contracts: await tellContractStories(),
    portal: await tellPortalStories(),
    time: await tellTimeStories(),
    userName: data.users.nodes[0]?.contacts.nodes[0]?.name ?? '',
  }
}
