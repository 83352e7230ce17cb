/** What runs by itself: numbers for whoever keeps the system, staff alone. What they come to has tests of its own. */
import type { World } from '../world/rows.ts'
import { typeOf, type Feature } from './feature.ts'
import { staffMay } from './rules.ts'
import { anyCount, anyText } from './unknown.ts'

const organizers = staffMay('ORGANIZATION_WRITE')
const told = <Row extends object>(...names: (keyof Row & string)[]) =>
  Object.fromEntries(names.map((name) => [name, { value: (row: Row) => row[name] }]))

const queues = ['CONTRACT_SWEEP', 'CONTRACTS', 'JOBS', 'MAILS'].map((name) => ({
  name,
  waiting: anyCount,
  running: anyCount,
  failed: anyCount,
  waitingSince: anyText,
}))
type Queue = (typeof queues)[number]

interface Health {
  now: string
  today: string
  timeZone: string
  nodeVersion: string
  databaseVersion: string
  databaseBytes: string
  queues: Queue[]
  lastSweep: null
  lastDay: { renewed: number; queued: number; skipped: number }
  laidAside: unknown[]
}

/** Of a house in which nothing runs by itself. */
const healthOf = ({ today }: World): Health => ({
  now: anyText,
  today,
  timeZone: 'Europe/Istanbul',
  nodeVersion: process.versions.node,
  databaseVersion: anyText,
  databaseBytes: anyText,
  queues,
  lastSweep: null,
  lastDay: { renewed: 0, queued: 0, skipped: 0 },
  laidAside: [],
})

export const system: Feature = {
  types: {
    SystemHealth: typeOf<Health>(organizers, {
      ...told<Health>('now', 'today', 'timeZone', 'nodeVersion', 'databaseVersion', 'databaseBytes'),
      ...told<Health>('queues', 'lastSweep', 'lastDay', 'laidAside'),
    }),
    QueueHealth: typeOf<Queue>(organizers, told<Queue>('name', 'waiting', 'running', 'failed', 'waitingSince')),
    SweepHealth: typeOf<Record<string, unknown>>(
      organizers,
      told<Record<string, unknown>>('startedAt', 'finishedAt', 'contracts'),
    ),
    SweepDay: typeOf<Health['lastDay']>(organizers, told<Health['lastDay']>('renewed', 'queued', 'skipped')),
    ContractLaidAside: typeOf<Record<string, unknown>>(
      organizers,
      told<Record<string, unknown>>('id', 'contractId', 'reference', 'at', 'failure'),
    ),
  },
  roots: { systemHealth: { rule: organizers, value: (_row: unknown, { world }) => healthOf(world) } },
  mutations: {
    tryContractAgain: {
      rule: organizers,
      harmless: ({ missing }) => ({ id: missing[0] }),
      good: () => ({}),
      ids: { id: 'Contract' },
    },
  },
}
