/**
 * The demo's time entries: what the technicians did in the last six months, on their tickets and on visits under
 * contracts. Days are filled from the morning on, so that nothing overlaps; nothing lies ahead of now.
 */
import type pg from 'pg'
import { newId } from '../core/db/ids.ts'
import { dice, type Dice } from './demo-dice.ts'
import type { DemoCustomerRow, DemoTechnician } from './demo-tickets.ts'

export interface DemoTime {
  customers: readonly DemoCustomerRow[]
  technicians: readonly DemoTechnician[]
  now: Date
}

const hour = 3_600_000
const minute = 60_000
const day = 24 * hour
const halfAYear = 182
/** Istanbul has no summer time. */
const ahead = 3 * hour
/** What a working day of the last weeks holds at least, in minutes. */
const fullDay = 210
const fullWeeks = 21
/** Minutes of overtime that a contract's week has at most. */
const mostOvertime = 120

interface TicketRow {
  id: string
  customerId: string
  contractId: string | null
  assigneeId: string
  subject: string
  opened: Date
  /** Until when it was worked on; null: it still is. */
  done: Date | null
}
interface ContractRow {
  id: string
  customerId: string
  startsOn: string
  endsOn: string
  plans: { fromOn: string; mayAddCost: boolean; mayAddTime: boolean; currency: string; weekMinutes: number | null }[]
}

const onTickets = [
  'Uzaktan bağlanıldı, ayarlar düzeltildi.',
  'Kullanıcıyla birlikte denendi.',
  'Yerinde bakıldı, kablo ve priz değiştirildi.',
  'Üreticiyle görüşüldü, yanıt bekleniyor.',
  'Günlükler incelendi, neden bulundu.',
  'Sürücü güncellendi, yeniden başlatıldı.',
  'Yedekten dönüldü, kontrol edildi.',
  'Yetkiler düzenlendi.',
  'Telefonla destek verildi.',
  null,
]
const onVisits = [
  'Aylık bakım: yedekler, diskler ve güncellemeler denetlendi.',
  'Sunucu odası kontrolü, UPS testi.',
  'Haftalık ağ taraması ve rapor.',
  'Kullanıcı hesapları gözden geçirildi.',
  'Güvenlik güncellemeleri kuruldu.',
  'Aylık hizmet toplantısı.',
]
const costs = [
  ['Yol ve otopark', 350],
  ['Yedek parça: güç kaynağı', 1_850.5],
  ['Patch kablo ve konnektör', 240],
  ['Kargo', 165.75],
  ['Klavye ve fare', 720],
] as const

/** Fills the time entries of half a year. */
export async function fillTime(client: pg.Client, { customers, technicians, now }: DemoTime): Promise<void> {
  const { rows: tickets } = await client.query<TicketRow>(
    `select id, customer_id as "customerId", contract_id as "contractId", assignee_id as "assigneeId", subject,
       opened_at as opened, coalesce(first_resolved_at, closed_at) as done
     from ticket where assignee_id is not null order by opened_at, id`,
  )
  const { rows: contracts } = await client.query<ContractRow>(
    `select c.id, c.customer_id as "customerId", c.starts_on::text as "startsOn",
       least(c.ends_on, c.terminated_on)::text as "endsOn", coalesce(jsonb_agg(jsonb_build_object('fromOn', p.from_on,
         'mayAddCost', r.technician_may_add_cost, 'mayAddTime', r.technician_may_add_time, 'currency', r.currency,
         'weekMinutes', r.weekly_hour_limit * 60)
         order by p.from_on) filter (where r.plan_id is not null), '[]') as plans
     from contract c left join contract_plan p on p.contract_id = c.id
     left join service_plan_revision r on r.plan_id = p.plan_id and r.revision = p.revision
     where not c.draft group by c.id order by c.reference`,
  )
  const work = new DemoWork(contracts, now, dice(47))
  for (const ticket of tickets) work.onTicket(ticket)
  const workers = technicians.filter(({ works }) => works)
  for (const contract of contracts) {
    const at = customers.find(({ id }) => id === contract.customerId)!
    const known = workers.filter(({ email, seesAll }) => seesAll || at.technicians.includes(email))
    work.visits(contract, known)
  }
  for (const technician of workers) work.fillWeeks(technician, tickets)
  await client.query('insert into time_entry select * from jsonb_populate_recordset(null::time_entry, $1::jsonb)', [
    JSON.stringify(work.entries),
  ])
}

interface Session {
  technicianId: string
  customerId: string
  ticketId: string | null
  contractId: string | null
  on: number
  minutes: number
  note: string | null
  /** Minutes of the day at which it begins; the next free time of the day when nothing is said. */
  from?: number
}

class DemoWork {
  readonly entries: object[] = []
  /** Until when a technician's day is taken, in minutes of it, and how much was worked. */
  private readonly days = new Map<string, { until: number; minutes: number }>()
  private readonly weeks = new Map<string, number>()

  constructor(
    private readonly contracts: readonly ContractRow[],
    private readonly now: Date,
    private readonly roll: Dice,
  ) {}

  /** A few sittings between the opening of a ticket and its end. */
  onTicket(ticket: TicketRow): void {
    const { roll } = this
    const last = Math.min(+(ticket.done ?? this.now), +this.now)
    for (let left = roll.whole(1, 4); left > 0; left -= 1) {
      const at = +ticket.opened + roll.real() ** 1.5 * (last - +ticket.opened)
      this.sit({ ...this.onIt(ticket), on: dayOf(at), minutes: roll.whole(2, 18) * 5 })
    }
  }

  /** What a contract's own work is: a visit now and then, and a night before something is changed. */
  visits(contract: ContractRow, technicians: readonly DemoTechnician[]): void {
    const { roll } = this
    const technician = roll.pick(technicians)
    const today = dayOf(+this.now)
    const every = roll.pick([7, 14, 14, 30])
    for (let on = today - halfAYear + roll.whole(0, 6); on <= today; on += every) {
      const session = {
        technicianId: technician.id,
        customerId: contract.customerId,
        ticketId: null,
        contractId: contract.id,
        minutes: roll.whole(6, 24) * 10,
        note: roll.pick(onVisits),
      }
      this.sit({ ...session, on })
      if (roll.chance(0.08))
        this.sit({ ...session, on, from: 22 * 60, minutes: 180, note: 'Gece çalışması: sürüm yükseltme.' })
      if (roll.chance(0.05))
        this.sit({ ...session, on: saturdayOf(on), from: 10 * 60, minutes: 150, note: 'Hafta sonu taşıma işi.' })
    }
  }

  /** The last weeks look like those of people who write down what they do. */
  fillWeeks({ id }: DemoTechnician, tickets: readonly TicketRow[]): void {
    const { roll } = this
    const mine = tickets.filter(({ assigneeId }) => assigneeId === id)
    const today = dayOf(+this.now)
    for (let on = today - fullWeeks; on <= today; on += 1) {
      if (isWeekend(on)) continue
      const open = mine.filter(({ opened, done }) => dayOf(+opened) <= on && (!done || dayOf(+done) >= on - 2))
      for (let tries = 0; tries < 12 && open.length && this.dayOf(id, on).minutes < fullDay; tries += 1)
        this.sit({ ...this.onIt(roll.pick(open)), on, minutes: roll.whole(3, 15) * 5 })
    }
  }

  private onIt({ id, customerId, contractId, assigneeId }: TicketRow) {
    return { technicianId: assigneeId, customerId, ticketId: id, contractId, note: this.roll.pick(onTickets) }
  }

  private dayOf(technicianId: string, on: number) {
    const key = `${technicianId} ${on}`
    const known = this.days.get(key) ?? { until: 8 * 60 + 30 + this.roll.whole(0, 8) * 5, minutes: 0 }
    this.days.set(key, known)
    return known
  }

  /** Writes a sitting down where the day has room for it, with what its plan lets technicians add. */
  private sit({ technicianId, customerId, ticketId, contractId, on, minutes, note, from }: Session): void {
    const { roll } = this
    if (isWeekend(on) && from === undefined) return
    const taken = this.dayOf(technicianId, on)
    const start = from ?? taken.until + roll.pick([0, 0, 5, 10, 20])
    const latest = from === undefined ? 18 * 60 : 24 * 60 + 120
    const startedAt = on * day - ahead + start * minute
    if (start < taken.until || start + minutes > latest || startedAt + minutes * minute > +this.now) return
    const contract = this.contracts.find(({ id }) => id === contractId)
    const runs = contract && contract.startsOn <= textOf(on) && contract.endsOn >= textOf(on) ? contract : undefined
    if (!runs && !ticketId) return
    const plan = runs?.plans.findLast(({ fromOn }) => fromOn <= textOf(on))
    const week = `${runs?.id ?? ''} ${mondayOf(on)}`
    const worked = (this.weeks.get(week) ?? 0) + minutes
    if (plan?.weekMinutes && worked > plan.weekMinutes + mostOvertime) return
    this.weeks.set(week, worked)
    taken.until = start + minutes
    taken.minutes += minutes
    const cost = plan?.mayAddCost && roll.chance(0.05) ? roll.pick(costs) : null
    const free = roll.chance(0.06)
    const at = new Date(startedAt + (minutes + 5) * minute)
    this.entries.push({
      id: newId(),
      version: 1,
      customer_id: customerId,
      technician_id: technicianId,
      ticket_id: ticketId,
      contract_id: runs?.id ?? null,
      worked_on: textOf(on),
      started_at: new Date(startedAt),
      ended_at: new Date(startedAt + minutes * minute),
      minutes,
      added_minutes: plan?.mayAddTime && roll.chance(0.12) ? roll.pick([10, 15, 30]) : 0,
      extra_cost: cost?.[1] ?? null,
      currency: cost ? plan!.currency : null,
      extra_cost_reason: cost?.[0] ?? null,
      note: free ? 'Garanti kapsamında, faturalanmayacak.' : note,
      billable: !free,
      created_at: at,
      updated_at: at,
    })
  }
}

/** Days since 1 January 1970 in Istanbul. */
const dayOf = (at: number) => Math.floor((at + ahead) / day)
const textOf = (on: number) => new Date(on * day).toISOString().slice(0, 10)
const weekdayOf = (on: number) => new Date(on * day).getUTCDay()
const isWeekend = (on: number) => weekdayOf(on) % 6 === 0
const mondayOf = (on: number) => on - ((weekdayOf(on) + 6) % 7)
const saturdayOf = (on: number) => on + 6 - weekdayOf(on)
