import { readAmount, writeAmount } from '../../users/amount'
import { readDuration, writeDuration } from '../duration'
import { instantOf, timeOf, type Day } from '../week'

/** What the form of a time entry holds; durations, times and amounts as they are written. */
export interface TimeValues {
  /** `ticket:<id>` or `contract:<id>`. */
  target: string | null
  workedOn: Day
  startedAt: string
  minutes: string
  addedMinutes: string
  extraCost: string
  extraCostReason: string
  note: string
  billable: boolean
}

/** The longest entry: a day. */
export const MOST_MINUTES = 1440

export const NO_TIME: TimeValues = {
  target: null,
  workedOn: '',
  startedAt: '',
  minutes: '',
  addedMinutes: '',
  extraCost: '',
  extraCostReason: '',
  note: '',
  billable: true,
}

interface Entry {
  ticket: { id: string } | null
  contract?: { id: string } | null
  workedOn: Day
  startedAt: string | null
  minutes: number
  addedMinutes: number
  extraCost: { amount: string } | null
  extraCostReason: string | null
  note: string | null
  billable: boolean
}

/** An entry as its form shows it. */
export function valuesOf(entry: Entry, locale: string): TimeValues {
  const { ticket, contract, extraCost, startedAt, addedMinutes } = entry
  return {
    target: ticket ? `ticket:${ticket.id}` : contract ? `contract:${contract.id}` : null,
    workedOn: entry.workedOn,
    startedAt: startedAt ? timeOf(startedAt) : '',
    minutes: writeDuration(entry.minutes),
    addedMinutes: addedMinutes > 0 ? writeDuration(addedMinutes) : '',
    extraCost: extraCost ? writeAmount(extraCost.amount, locale) : '',
    extraCostReason: entry.extraCostReason ?? '',
    note: entry.note ?? '',
    billable: entry.billable,
  }
}

/** What a target names in the API. */
export function targetOf(target: string | null): { ticketId?: string; contractId?: string } {
  const [kind, id] = target?.split(':') ?? []
  return !id ? {} : kind === 'ticket' ? { ticketId: id } : { contractId: id }
}

/** What was done, as the API takes it: of an entry and of a timer that stops. */
export function workOf(values: TimeValues, locale: string, currency: string | null) {
  const amount = readAmount(values.extraCost, locale)
  const cost = amount && currency ? { amount, currency } : null
  return {
    minutes: readDuration(values.minutes) ?? 0,
    addedMinutes: readDuration(values.addedMinutes) ?? 0,
    extraCost: cost,
    extraCostReason: cost ? values.extraCostReason.trim() || null : null,
    note: values.note.trim() || null,
    billable: values.billable,
  }
}

/** When it was done, as the API takes it. */
export const whenOf = ({ workedOn, startedAt }: TimeValues) => ({
  workedOn,
  startedAt: startedAt ? instantOf(workedOn, startedAt) : null,
})

/** Of what an entry would be, only what differs from what it was: what somebody else changed meanwhile stays. */
export function changesOf<Input extends object>(before: Input, now: Input): Partial<Input> {
  const changed = Object.entries(now).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Input]),
  )
  return Object.fromEntries(changed) as Partial<Input>
}

interface Told {
  code: string
  message: string
  path?: string[] | null
}

/** The payload’s errors at the fields of the form: a target is one field, an amount with its currency another. */
export const atFields = (errors: readonly Told[]): { message: string; path: string[] }[] =>
  errors.map(({ message, path }) => {
    const field = (path?.[0] === 'input' ? path[1] : path?.[0]) ?? ''
    const place = field === 'ticketId' || field === 'contractId' ? 'target' : field
    return { message, path: place ? ['input', place] : [] }
  })
