/**
 * The demo's tickets: six months of them, each a story that is told step by step until today, so that old ones are
 * closed and the newest have hardly begun. The same dice fall at every loading.
 */
import type pg from 'pg'
import { newId } from '../core/db/ids.ts'
import { assetModels, topics, type AssetGroup } from './demo-ticket-texts.ts'
import { cast, type CastTicket } from './demo-cast.ts'
import { dice, filler, laterAtWork, type Dice } from './demo-dice.ts'
import { plotOf, type Plot } from './demo-plot.ts'

export interface DemoPerson {
  id: string
  customerId: string
  name: string
  groupId: string | null
  signsIn: boolean
  seesCompany: boolean
  since: Date
  /** When the person went passive or the customer was left. */
  until: Date | null
}
export interface DemoTechnician {
  id: string
  name: string
  email: string
  kind: 'ADMIN' | 'TECHNICIAN'
  seesAll: boolean
  works: boolean
}
export interface DemoCustomerRow {
  id: string
  name: string
  since: Date
  technicians: string[]
}
export interface DemoWorld {
  customers: DemoCustomerRow[]
  people: DemoPerson[]
  technicians: DemoTechnician[]
  now: Date
}
export interface DemoAsset {
  id: string
  customerId: string
  group: AssetGroup
  name: string
}

const count = 400
const days = 182
const hour = 3_600_000

export type Rows = Record<'ticket' | 'ticket_comment' | 'ticket_approval' | 'audit_event' | 'asset', object[]>

/** Fills assets, tickets, their conversations, approvals and history. */
export async function fillTickets(client: pg.Client, world: DemoWorld): Promise<void> {
  const roll = dice(20)
  const rows: Rows = { asset: [], ticket: [], ticket_comment: [], ticket_approval: [], audit_event: [] }
  const assets = world.customers.flatMap((customer) => assetsOf(customer, world, roll, rows))
  const last = new Map<string, number>()
  for (const opening of openings(world, roll)) {
    const year = String(new Date(+opening.at + 3 * hour).getUTCFullYear())
    const next = (last.get(year) ?? 0) + 1
    last.set(year, next)
    tell({ world, roll, rows, assets, opening, number: `T-${year}-${String(next).padStart(6, '0')}` })
  }
  for (const [table, all] of Object.entries(rows)) await insertAll(client, table, all)
  for (const [year, number] of last)
    await client.query('insert into number_series (name, last) values ($1, $2)', [`T-${year}`, number])
}

async function insertAll(client: pg.Client, table: string, rows: object[]): Promise<void> {
  const names = Object.keys(rows[0]!).join(', ')
  await client.query(
    `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

function assetsOf({ id, since }: DemoCustomerRow, world: DemoWorld, roll: Dice, rows: Rows): DemoAsset[] {
  const admin = world.technicians.find(({ kind }) => kind === 'ADMIN')!
  const made: DemoAsset[] = []
  for (const [index, { group, kind, names }] of assetModels.entries()) {
    // Every customer has what stands first in the list; of the rest only some do.
    const models = index < 9 ? roll.some(names, 1, 2) : roll.some(names, 0, 1)
    for (const name of models) {
      const asset = { id: newId(), customerId: id, group, name }
      const serial = kind === 'ASSET' ? roll.serial() : null
      const status =
        kind === 'SERVICE' ? 'Çalışıyor' : roll.pick(['Kullanımda', 'Kullanımda', 'Kullanımda', 'Yedekte', 'Serviste'])
      made.push(asset)
      rows.asset.push({
        id: asset.id,
        version: 1,
        customer_id: id,
        kind,
        name,
        serial_number: serial,
        status,
        created_at: since,
        updated_at: since,
      })
      rows.audit_event.push({
        id: newId(),
        at: since,
        actor_kind: admin.kind,
        actor_id: admin.id,
        actor_name: admin.name,
        action: 'CREATED',
        subject_type: 'Asset',
        subject_id: asset.id,
        customer_id: id,
        changes: [{ field: 'name', from: null, to: name }],
      })
    }
  }
  return made
}

interface Opening {
  at: Date
  person: DemoPerson
  topic: number
  variant: number
  part?: CastTicket
}

/** Who opened what and when, oldest first; no topic comes again among its neighbours. */
function openings({ people, now }: DemoWorld, roll: Dice): Opening[] {
  const told = cast.map((part) => ({
    at: new Date(+now - part.opened * hour),
    person: people.find(({ name, until }) => name === part.who && (part.stop === 'CLOSED' || !until))!,
    topic: topics.findIndex(({ subjects }) => subjects.includes(part.subject)),
    part,
  }))
  const all: { at: Date; person: DemoPerson; topic?: number; part?: CastTicket }[] = [...told]
  while (all.length < count) {
    const at = new Date(+now - roll.real() ** 1.2 * days * 24 * hour)
    at.setUTCHours(roll.whole(5, 14), roll.whole(0, 59), roll.whole(0, 59))
    const weekend = at.getUTCDay() % 6 === 0
    const person = roll.pick(people)
    if (at > now || (weekend && !roll.chance(0.12)) || at < person.since || (person.until && at > person.until))
      continue
    all.push({ at, person })
  }
  all.sort((a, b) => +a.at - +b.at)
  const lately: number[] = []
  const times = new Map<string, number>()
  return all.map(({ topic: given, ...opening }) => {
    let topic = given ?? roll.whole(0, topics.length - 1)
    while (given === undefined && lately.includes(topic)) topic = roll.whole(0, topics.length - 1)
    lately.push(topic)
    if (lately.length > 12) lately.shift()
    // At one customer the next of the same topic is told in other words.
    const here = `${opening.person.customerId} ${topic}`
    const next = times.get(here) ?? roll.whole(0, 2)
    times.set(here, next + 1)
    const { subjects } = topics[topic]!
    const variant = opening.part ? subjects.indexOf(opening.part.subject) : next % subjects.length
    return { ...opening, topic, variant }
  })
}

interface Told {
  world: DemoWorld
  roll: Dice
  rows: Rows
  assets: DemoAsset[]
  opening: Opening
  number: string
}

function tell({
  world,
  roll,
  rows,
  assets,
  opening: { at: opened, person, topic: index, variant, part },
  number,
}: Told): void {
  const topic = topics[index]!
  const fitting = assets.filter(({ customerId, group }) => customerId === person.customerId && group === topic.about)
  const asset = fitting.length ? roll.pick(fitting) : undefined
  const say = filler(roll, asset?.name ?? 'Cihaz')
  const customer = world.customers.find(({ id }) => id === person.customerId)!
  const workers = world.technicians.filter(({ works, email }) => works && customer.technicians.includes(email))
  const desk = world.technicians.filter(({ works, seesAll }) => works && seesAll)
  const assignee = part?.by
    ? world.technicians.find(({ email }) => email === part.by)!
    : roll.pick(workers.length && roll.chance(0.85) ? workers : desk)
  const plot: Plot = plotOf({
    topic,
    part,
    roll,
    say,
    person,
    assignee,
    desk,
    world,
    number,
    opened,
    asset,
    variant,
  })

  // A part of the cast ends when it has to; the others go on as working days allow, as far as today.
  const stretch = part ? (+world.now - part.last * hour - +opened) / Math.max(plot.steps.length - 1, 1) : 0
  let at = opened
  for (const [n, { hours, run }] of plot.steps.entries()) {
    if (n) at = part ? new Date(+opened + n * stretch) : laterAtWork(at, hours, roll)
    if (at > world.now) break
    run(at)
  }
  rows.ticket.push(plot.ticket)
  rows.ticket_comment.push(...plot.comments)
  rows.ticket_approval.push(...plot.approvals)
  rows.audit_event.push(...plot.events)
}
