/** Plans, contracts and time entries for tests: made by the administrator, logged by whoever works. */
import { ADMIN, ask, change, changeAs, unique } from './accord.ts'
import type { Made } from './people.ts'

export interface MadeContract extends Made {
  reference: string
}

const DAY_MS = 86_400_000
const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' })

/** The day that lies so many days from today, where days are counted. */
export const dayFrom = (distance: number): string => days.format(Date.now() + distance * DAY_MS)

/** The days of last week, from Monday on: none of them is to come. */
export function lastWeek(): string[] {
  const weekday = new Date(`${dayFrom(0)}T12:00:00Z`).getUTCDay() || 7
  return Array.from({ length: 7 }, (_, i) => dayFrom(i - 6 - weekday))
}

/** An ISO week as it stands in an address, `2026-W48`, of its Monday. */
export function weekOfMonday(monday: string): string {
  const thursday = new Date(Date.parse(`${monday}T12:00:00Z`) + 3 * DAY_MS)
  const year = thursday.getUTCFullYear()
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

const money = (amount: string) => ({ amount, currency: 'TRY' })

/** A monthly plan by the hour that lets technicians add time and cost. */
export async function makePlan(given: object = {}): Promise<{ id: string }> {
  const { servicePlan } = await change<{ servicePlan: { id: string } }>('createServicePlan', 'servicePlan { id }', {
    title: unique('Aylık 20 saat'),
    pricingMethod: 'HOURLY',
    billingMethod: 'IN_ARREARS',
    billingPeriod: 'MONTHLY',
    fixedFee: money('20000'),
    includedHours: '20',
    hourlyRate: money('1200'),
    overtime: 'NOT_BILLED',
    overage: 'BILLED',
    costBases: ['FIXED'],
    technicianMayAddCost: true,
    technicianMayAddTime: true,
    ...given,
  })
  return servicePlan
}

/** A contract that has run since two months ago and runs for ten more, unless it is told otherwise. */
export async function makeContract(of: { id: string }, given: object = {}): Promise<MadeContract> {
  const { contractTypes } = await ask<{ contractTypes: Made[] }>(ADMIN, '{ contractTypes { id name } }')
  const typeId = contractTypes[0]?.id ?? (await makeContractType())
  const input = {
    customerId: of.id,
    typeId,
    name: unique('Bakım ve destek'),
    startsOn: dayFrom(-60),
    endsOn: dayFrom(300),
    ...given,
  }
  const { contract } = await change<{ contract: MadeContract }>(
    'createContract',
    'contract { id name reference }',
    input,
  )
  return contract
}

async function makeContractType(): Promise<string> {
  const { contractType } = await change<{ contractType: Made }>('createContractType', 'contractType { id name }', {
    name: 'Bakım',
  })
  return contractType.id
}

/** Logs time as somebody. */
export async function logTime(who: string, input: object): Promise<{ id: string }> {
  const { timeEntry } = await changeAs<{ timeEntry: { id: string } }>(who, 'logTime', 'timeEntry { id }', input)
  return timeEntry
}

/** What was logged on a ticket. */
export async function loggedOn(
  ticketId: string,
): Promise<{ minutes: number; note: string | null; billable: boolean }[]> {
  const query = 'query ($id: ID!) { ticket(id: $id) { timeEntries { nodes { minutes note billable } } } }'
  const { ticket } = await ask<{
    ticket: { timeEntries: { nodes: { minutes: number; note: string | null; billable: boolean }[] } }
  }>(ADMIN, query, { id: ticketId })
  return ticket.timeEntries.nodes
}
