/** Time that technicians spent, on tickets and under contracts, and the clocks that run. */
import type { Dice } from '../dice.ts'
import { ofCustomer } from './contracts.ts'
import { dayOn } from './days.ts'
import { instant, stamps } from './instants.ts'
import type { TechnicianRow, TicketRow, TimeEntryRow, World } from './rows.ts'

export function addTime(dice: Dice, world: World): void {
  const technicians = [...world.technicians.slice(0, 6), ...dice.some(world.technicians.slice(6), 0, 3)]
  for (const technician of technicians) {
    for (const [index, customer] of world.customers.entries())
      for (let left = dice.int(index < 2 ? 1 : 0, 3); left > 0; left -= 1)
        addEntry(dice, world, technician, customer.id)
    addTimer(dice, world, technician)
  }
}

type Subject = Pick<TimeEntryRow, 'ticketId' | 'contractId' | 'customerId'>

/** A ticket, a contract, or both; where the customer has neither, there is nothing to work on. */
function subjectOf(dice: Dice, world: World, customerId: string): Subject | null {
  const tickets = world.tickets.filter((each) => each.customerId === customerId)
  const contracts = ofCustomer(world, customerId)
  const contract = contracts.length > 0 ? dice.maybe(30, () => dice.pick(contracts)) : null
  const ticket: TicketRow | null = tickets.length > 0 ? dice.maybe(contract ? 30 : 0, () => dice.pick(tickets)) : null
  return ticket || contract ? { customerId, ticketId: ticket?.id ?? null, contractId: contract?.id ?? null } : null
}

function addEntry(dice: Dice, world: World, technician: TechnicianRow, customerId: string): void {
  const subject = subjectOf(dice, world, customerId)
  if (!subject) return
  // Of one who worked at a time that is known, a day has one entry: nobody works on two things at once.
  const day = dayOn(world.today, -dice.pick([0, 1, 2, 6, 7, 8, 31, 200]))
  const isFree = !world.timeEntries.some(
    (each) => each.technicianId === technician.id && each.startedAt !== null && each.workedOn === day,
  )
  const minutes = dice.pick([1, 15, 60, 90])
  const startedAt = isFree && dice.chance(40) ? `${day}T0${dice.int(0, 6)}:15:00.000000Z` : null
  const cost = dice.chance(25)
  const row: TimeEntryRow = {
    type: 'TimeEntry',
    id: dice.uuid(),
    version: dice.int(1, 3),
    technicianId: technician.id,
    ...subject,
    workedOn: day,
    startedAt,
    endedAt: startedAt && `${new Date(Date.parse(startedAt) + minutes * 60_000).toISOString().slice(0, 23)}000Z`,
    minutes,
    addedMinutes: dice.pick([0, 0, 10, 30]),
    extraCost: cost ? '850.5000' : null,
    currency: cost ? 'TRY' : null,
    extraCostReason: cost ? 'Yedek parça' : null,
    note: dice.maybe(40, () => dice.pick(['Yerinde bakıldı', 'Uzaktan', '<b>not</b>'])),
    billable: dice.chance(80),
    ...stamps(dice),
  }
  world.timeEntries.push(row)
}

/** Of many whom they know; some stand on what their technician sees no more. */
function addTimer(dice: Dice, world: World, technician: TechnicianRow): void {
  const subject = dice.maybe(30, () => subjectOf(dice, world, dice.pick(world.customers).id))
  if (subject)
    world.timers.push({
      id: dice.uuid(),
      technicianId: technician.id,
      ...subject,
      startedAt: instant(dice),
      note: dice.maybe(50, () => 'Çalışılıyor'),
    })
}
