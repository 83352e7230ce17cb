/** Values to draw for arguments and filter fields: right ones, foreign ones, and ones that name nothing. */
import type { NodeRow } from '../world/rows.ts'
import { dayOn } from '../world/days.ts'
import { typedText } from '../world/words.ts'
import type { Drawing, Values } from './feature.ts'

const sources: Record<NodeRow['type'], (drawing: Drawing) => readonly { id: string }[]> = {
  Customer: ({ world }) => world.customers,
  Group: ({ world }) => world.groups,
  Contact: ({ world }) => world.contacts,
  Role: ({ world }) => world.roles,
  Technician: ({ world }) => world.technicians,
  ApiKey: ({ world }) => world.keys,
  AuditEvent: ({ world }) => world.events,
  Mail: ({ world }) => world.mails,
  Asset: ({ world }) => world.assets,
  Ticket: ({ world }) => world.tickets,
  Comment: ({ world }) => world.comments,
  Attachment: ({ world }) => world.attachments,
  Job: ({ world }) => world.jobs,
  WorkingCalendar: ({ world }) => world.calendars,
  ServicePlan: ({ world }) => world.plans,
  ContractType: ({ world }) => world.contractTypes,
  Contract: ({ world }) => world.contracts,
  NoticeTemplate: ({ world }) => world.templates,
  TimeEntry: ({ world }) => world.timeEntries,
}

/** Mostly an id of the type, of whomever; sometimes of another type, of nothing, or no id at all. */
export const anId =
  (type: NodeRow['type']): Values =>
  (drawing) => {
    const { dice, world } = drawing
    const rows = sources[type](drawing)
    if (rows.length > 0 && dice.chance(85)) return dice.pick(rows).id
    return dice.pick([
      dice.pick(world.missing),
      dice.pick(world.customers).id,
      dice.pick(world.technicians).id,
      'kimse',
      '',
    ])
  }

export const anyId: Values = (drawing) => anId(drawing.dice.pick(Object.keys(sources) as NodeRow['type'][]))(drawing)

export const someIds =
  (type: NodeRow['type']): Values =>
  (drawing) =>
    drawing.dice.times(drawing.dice.int(0, 4), () => anId(type)(drawing))

/** What somebody types who looks for one of these. */
export const textAbout =
  (...types: NodeRow['type'][]): Values =>
  (drawing) => {
    const rows = sources[drawing.dice.pick(types)](drawing) as readonly {
      name?: string
      email?: string | null
      toAddress?: string
      number?: string
      subject?: string
      title?: string | null
      serialNumber?: string | null
      reference?: string
    }[]
    const texts = rows
      .flatMap(({ name, email, toAddress, number, subject, title, serialNumber, reference }) => [
        ...[name, email, toAddress],
        ...[number, subject, title, serialNumber, reference],
      ])
      .filter((text) => typeof text === 'string')
    return typedText(drawing.dice, texts)
  }

export const aFlag: Values = ({ dice }) => dice.chance(50)

export const oneOf =
  (...values: readonly string[]): Values =>
  ({ dice }) =>
    dice.pick(values)

export const someOf =
  (...values: readonly string[]): Values =>
  ({ dice }) =>
    dice.some(values)

/** A day at which something begins or ends, or today. */
export const aDay: Values = ({ dice, world }) =>
  dice.pick([
    world.today,
    dayOn(world.today, dice.int(-40, 40)),
    ...world.contracts.slice(0, 12).flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]),
    ...world.timeEntries.slice(0, 4).map(({ workedOn }) => workedOn),
  ])

/** An instant at which something was made or changed, a little before or after it, in any offset. */
export const anInstant: Values = ({ dice, world }) => {
  const { updatedAt } = dice.pick([...world.customers, ...world.contacts, ...world.tickets])
  const instant = dice.pick([
    updatedAt,
    dice.pick(world.events.map(({ at }) => at)),
    '2026-02-02T01:30:00.000000Z',
    '2030-01-01T00:00:00.000000Z',
  ])
  switch (dice.int(0, 3)) {
    case 0:
      return instant
    case 1:
      return `${instant.slice(0, 19)}Z`
    case 2: {
      // The same instant as people in İstanbul write it.
      const there = new Date(Date.parse(`${instant.slice(0, 19)}Z`) + 3 * 3_600_000).toISOString().slice(0, 19)
      return `${there}${instant.slice(19, 26)}+03:00`
    }
    default:
      return `${instant.slice(0, 23)}Z`
  }
}

/** Any instant as the rows keep theirs: UTC, six digits. */
export function instantOf(text: string): string {
  const [, fraction = ''] = /\.(\d+)/.exec(text) ?? []
  const whole = new Date(text.replace(/\.\d+/, '')).toISOString().slice(0, 19)
  return `${whole}.${fraction.padEnd(6, '0').slice(0, 6)}Z`
}
