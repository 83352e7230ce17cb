import type { Day } from '../week'

/** What the grid needs of a time entry. The contract is unknown to who may not read contracts. */
export interface GridEntry {
  id: string
  workedOn: Day
  minutes: number
  addedMinutes: number
  billable: boolean
  customer: { id: string; name: string }
  ticket: { id: string; number: string; subject: string } | null
  contract?: { id: string; reference: string; name: string } | null
}

export interface GridCell<E extends GridEntry> {
  day: Day
  minutes: number
  entries: E[]
  /** Nothing of it is billed. */
  free: boolean
}

export interface GridRow<E extends GridEntry> {
  key: string
  ticket: GridEntry['ticket']
  contract: GridEntry['contract']
  customer: string
  /** `T-2026-000042` or `C-2026-0042`; empty where the contract is not known. */
  reference: string
  title: string
  cells: GridCell<E>[]
  minutes: number
}

export interface Grid<E extends GridEntry> {
  rows: GridRow<E>[]
  /** Minutes of each day, and of all. */
  days: number[]
  minutes: number
  /** Of all, those that are not billed. */
  freeMinutes: number
}

/** The whole time of an entry: what was measured and what was added. */
export const minutesOf = ({ minutes, addedMinutes }: Pick<GridEntry, 'minutes' | 'addedMinutes'>): number =>
  minutes + addedMinutes

const sum = (entries: readonly GridEntry[]): number => entries.reduce((total, entry) => total + minutesOf(entry), 0)

/** What an entry was spent on: its ticket, or else its contract, as far as it is known. */
export const spentOn = ({ ticket, contract, customer }: Pick<GridEntry, 'ticket' | 'contract' | 'customer'>): string =>
  ticket ? `ticket:${ticket.id}` : contract ? `contract:${contract.id}` : `customer:${customer.id}`

/** Days × what the time was spent on. Rows stand by customer, then by reference. */
export function gridOf<E extends GridEntry>(entries: readonly E[], days: readonly Day[], locale: string): Grid<E> {
  const order = new Intl.Collator(locale, { numeric: true })
  const inWeek = entries.filter(({ workedOn }) => days.includes(workedOn))
  const rows = [...Map.groupBy(inWeek, spentOn)].flatMap(([key, ofRow]): GridRow<E>[] => {
    const [first] = ofRow
    if (!first) return []
    const { ticket, contract, customer } = first
    return [
      {
        key,
        ticket,
        contract,
        customer: customer.name,
        reference: ticket?.number ?? contract?.reference ?? '',
        title: ticket?.subject ?? contract?.name ?? '',
        cells: days.map((day) => {
          const ofCell = ofRow.filter(({ workedOn }) => workedOn === day)
          return {
            day,
            minutes: sum(ofCell),
            entries: ofCell,
            free: ofCell.length > 0 && ofCell.every(({ billable }) => !billable),
          }
        }),
        minutes: sum(ofRow),
      },
    ]
  })
  rows.sort(
    (one, other) => order.compare(one.customer, other.customer) || order.compare(one.reference, other.reference),
  )
  return {
    rows,
    days: days.map((day) => sum(inWeek.filter(({ workedOn }) => workedOn === day))),
    minutes: sum(inWeek),
    freeMinutes: sum(inWeek.filter(({ billable }) => !billable)),
  }
}
