/** The demo's contracts: every state, some that end soon, some that were renewed; days are counted from today. */
import { Temporal } from 'temporal-polyfill'
import { newId } from '../core/db/ids.ts'
import { nextTerm, type Term } from '../features/contracts/index.ts'
import type { DemoPerson, DemoTechnician } from './demo-tickets.ts'
import type { DemoPlanRow } from './demo-plans.ts'

type Insert = (table: string, row: Record<string, unknown>) => Promise<void>
type Day = Temporal.PlainDate

interface DemoContract {
  /** How the customer's name begins. */
  customer: string
  type: string
  name: string
  description?: string
  plan?: string
  /** Days from today to the first day, or to the last one. */
  starts?: number
  ends?: number
  /** Months of the first term. */
  months: number
  /** How often it was renewed, each time for as long. */
  renewed?: number
  origin?: 'AUTOMATIC' | 'MANUAL'
  autoRenew?: boolean
  draft?: boolean
  /** Ended early, so many days from today, and why. */
  terminated?: readonly [number, string]
  /** Days before the end; a negative one is after it. */
  notices?: readonly number[]
}

const types = [
  { name: 'SLA' },
  { name: 'OLA' },
  { name: 'Destek' },
  { name: 'Bakım' },
  // Requests under such contracts wait for the customer's own people.
  { name: 'Yönetilen hizmet', requestsNeedApproval: true },
  { name: 'Danışmanlık', inactive: true },
] as const

const usual = [60, 30, 7]

const contracts: readonly DemoContract[] = [
  {
    customer: 'Anadolu Lojistik',
    type: 'Destek',
    name: 'Altyapı ve kullanıcı desteği',
    description: 'Genel müdürlük ve depolar; hafta içi 09:00–18:00, kritik olaylarda dört saat içinde yerinde.',
    plan: 'Aylık 40 saat, devreden',
    ends: 143,
    months: 12,
    renewed: 1,
    origin: 'AUTOMATIC',
    autoRenew: true,
    notices: usual,
  },
  {
    customer: 'Anadolu Lojistik',
    type: 'Bakım',
    name: 'Depo el terminalleri bakımı',
    plan: 'Sabit bakım',
    ends: -75,
    months: 12,
    notices: [30, -3],
  },
  {
    customer: 'Boğaziçi Sigorta',
    type: 'SLA',
    name: 'Hasar uygulamaları hizmet seviyesi',
    description: 'Yanıt iki saat, çözüm bir iş günü; ayda bir rapor.',
    plan: 'Aylık 20 saat',
    ends: 24,
    months: 12,
    autoRenew: true,
    notices: usual,
  },
  {
    customer: 'Boğaziçi Sigorta',
    type: 'Destek',
    name: 'Yeni bölge müdürlükleri kurulumu',
    plan: 'Kullandıkça öde',
    starts: 18,
    months: 6,
    notices: [15],
  },
  {
    customer: 'Ege Tekstil',
    type: 'Yönetilen hizmet',
    name: 'Sunucu ve ağ yönetimi',
    description: 'İstekler onaydan sonra işleme alınır.',
    plan: 'Aylık 20 saat',
    ends: 51,
    months: 12,
    renewed: 1,
    origin: 'MANUAL',
    notices: usual,
  },
  {
    customer: 'Kuzey Yapı',
    type: 'Destek',
    name: 'Şantiye ve ofis desteği',
    plan: 'Kayıt paketi',
    ends: 82,
    months: 12,
    notices: [30, 7, -1],
  },
  {
    customer: 'Çınar Eğitim',
    type: 'Bakım',
    name: 'Laboratuvar ve akıllı tahta bakımı',
    plan: 'Sabit bakım',
    ends: 11,
    months: 12,
    autoRenew: true,
    notices: [30, 0],
  },
  {
    customer: 'Çınar Eğitim',
    type: 'Destek',
    name: 'Kayıt dönemi ek desteği',
    plan: 'Kullandıkça öde',
    starts: 33,
    months: 3,
  },
  {
    customer: 'Güneş Enerji',
    type: 'SLA',
    name: 'Santral izleme hizmet seviyesi',
    plan: 'Yıllık nöbet (eski)',
    ends: 205,
    months: 12,
    renewed: 1,
    origin: 'AUTOMATIC',
    autoRenew: true,
    notices: usual,
  },
  {
    customer: 'Güneş Enerji',
    type: 'Bakım',
    name: 'Saha sensörleri bakımı',
    starts: -20,
    months: 24,
    terminated: [-6, 'Sahalar devredildi.'],
  },
  {
    customer: 'Iğdır Tarım',
    type: 'Destek',
    name: 'Kooperatif yazılım desteği',
    plan: 'Kullandıkça öde',
    ends: 88,
    months: 6,
    notices: [14],
  },
  {
    customer: 'Iğdır Tarım',
    type: 'Bakım',
    name: 'Kantar ve barkod sistemleri bakımı',
    plan: 'Kayıt paketi',
    ends: -31,
    months: 12,
    notices: [30],
  },
  {
    customer: 'İzmir Gıda',
    type: 'Destek',
    name: 'Şube destek sözleşmesi',
    plan: 'Aylık 20 saat',
    ends: 5,
    months: 12,
    notices: [30, 7, -2],
  },
  {
    customer: 'İzmir Gıda',
    type: 'Bakım',
    name: 'Soğuk zincir izleme bakımı',
    plan: 'Sabit bakım',
    starts: 40,
    months: 12,
    draft: true,
  },
  {
    customer: 'Vadi Hastanesi',
    type: 'SLA',
    name: 'Hastane bilgi sistemi hizmet seviyesi',
    description: 'Yedi gün yirmi dört saat; acil serviste yarım saatte yanıt.',
    plan: 'Aylık 40 saat, devreden',
    ends: 300,
    months: 24,
    notices: [90, 30],
  },
  {
    customer: 'Vadi Hastanesi',
    type: 'Bakım',
    name: 'Görüntüleme arşivi bakımı',
    plan: 'Sabit bakım',
    starts: 7,
    months: 12,
    draft: true,
    notices: [30],
  },
  {
    customer: 'Şahin Mühendislik',
    type: 'Danışmanlık',
    name: 'Ağ yenileme danışmanlığı',
    plan: 'Kullandıkça öde',
    ends: -140,
    months: 6,
  },
  {
    customer: 'Şahin Mühendislik',
    type: 'Destek',
    name: 'Ofis desteği',
    plan: 'Aylık 20 saat',
    starts: -300,
    months: 12,
    terminated: [-62, 'Müşteri faaliyetine ara verdi.'],
  },
  {
    customer: 'Deniz Bilişim – İnsan Kaynakları',
    type: 'OLA',
    name: 'İnsan kaynakları iç hizmet düzeyi',
    ends: 220,
    months: 12,
    renewed: 1,
    origin: 'AUTOMATIC',
    autoRenew: true,
  },
  {
    customer: 'Deniz Bilişim – Satış',
    type: 'OLA',
    name: 'Satış ekibi iç hizmet düzeyi',
    ends: 160,
    months: 12,
    autoRenew: true,
  },
]

export interface ContractWorld {
  customers: readonly { id: string; name: string; since: Date; technicians: readonly string[] }[]
  people: readonly DemoPerson[]
  technicians: readonly DemoTechnician[]
  plans: readonly DemoPlanRow[]
  today: Day
  audit: (
    action: string,
    type: string,
    id: string,
    customer: string | null,
    at: Date,
    changes: object[],
  ) => Promise<void>
}

/** Fills contract types, contracts with terms, plans and notices, and their history. */
export async function fillContracts(insert: Insert, world: ContractWorld): Promise<void> {
  const typeIds = new Map<string, string>()
  for (const type of types) {
    const id = newId()
    typeIds.set(type.name, id)
    const at = morning(world.today.subtract({ days: 390 }))
    await insert('contract_type', {
      id,
      name: type.name,
      active: !('inactive' in type),
      requests_need_approval: 'requestsNeedApproval' in type,
      created_at: at,
      updated_at: at,
    })
  }
  const laid = contracts.map((contract) => ({
    contract,
    customer: world.customers.find(({ name }) => name.startsWith(contract.customer))!,
    terms: termsOf(contract, world.today),
  }))
  const entered = laid
    .map((each) => ({ ...each, on: enteredOn(each.terms[0]!.startsOn, each.customer.since, world.today) }))
    .toSorted((a, b) => a.on.toString().localeCompare(b.on.toString()))
  const last = new Map<number, number>()
  for (const { contract, customer, terms, on } of entered) {
    const next = (last.get(on.year) ?? 0) + 1
    last.set(on.year, next)
    const reference = `C-${on.year}-${String(next).padStart(4, '0')}`
    await fillContract(insert, world, {
      contract,
      customer,
      terms,
      on,
      reference,
      typeId: typeIds.get(contract.type)!,
    })
  }
  for (const [year, number] of last) await insert('number_series', { name: `C-${year}`, last: number })
}

/** Two weeks before the start, or when its customer was entered; what is yet to come was entered lately. */
function enteredOn(start: Day, since: Date, today: Day): Day {
  const known = Temporal.PlainDate.from(since.toISOString().slice(0, 10))
  const early = start.subtract({ days: 14 })
  const before = early.until(known).sign > 0 ? known : early
  return before.until(today).sign > 0 ? before : today.subtract({ days: 3 })
}

/** The first term so that the last one, with its renewals, ends where the story says. */
function termsOf({ starts, ends, months, renewed = 0, terminated }: DemoContract, today: Day): Term[] {
  const startsOn =
    ends === undefined
      ? today.add({ days: starts ?? 0 })
      : today.add({ days: ends + 1 }).subtract({ months: months * (renewed + 1) })
  const first = { startsOn, endsOn: startsOn.add({ months }).subtract({ days: 1 }) }
  const terms = [terminated ? { ...first, endsOn: today.add({ days: terminated[0] }) } : first]
  for (let i = 0; i < renewed; i += 1) terms.push(nextTerm(terms, { count: months, unit: 'MONTH' }))
  return terms
}

interface Laid {
  contract: DemoContract
  customer: ContractWorld['customers'][number]
  terms: Term[]
  on: Day
  reference: string
  typeId: string
}

async function fillContract(insert: Insert, world: ContractWorld, laid: Laid): Promise<void> {
  const { contract, customer, terms, on, reference, typeId } = laid
  const id = newId()
  const [first, final] = [terms[0]!, terms.at(-1)!]
  const created = morning(on)
  const changed = contract.terminated ? morning(final.endsOn) : terms.length > 1 ? morning(final.startsOn) : created
  /** What was renewed before it was entered was entered as it was. */
  const at = (term: Term) => (morning(term.startsOn) > created ? morning(term.startsOn) : created)
  await insert('contract', {
    id,
    version: terms.length + (contract.terminated ? 1 : 0),
    reference,
    customer_id: customer.id,
    type_id: typeId,
    name: contract.name,
    description: contract.description ?? null,
    starts_on: first.startsOn.toString(),
    ends_on: final.endsOn.toString(),
    draft: contract.draft ?? false,
    auto_renew: contract.autoRenew ?? false,
    renewal_count: contract.autoRenew ? contract.months : null,
    renewal_unit: contract.autoRenew ? 'MONTH' : null,
    terminated_on: contract.terminated ? final.endsOn.toString() : null,
    termination_reason: contract.terminated?.[1] ?? null,
    created_at: created,
    updated_at: changed > created ? changed : created,
  })
  const part = { contract_id: id, customer_id: customer.id }
  for (const [index, term] of terms.entries())
    await insert('contract_term', {
      ...part,
      id: newId(),
      starts_on: term.startsOn.toString(),
      ends_on: term.endsOn.toString(),
      origin: index ? (contract.origin ?? 'AUTOMATIC') : 'INITIAL',
      created_at: index ? at(term) : created,
    })
  await fillPlan(insert, world, laid, part)
  await fillNotices(insert, world, contract, customer, part)
  await world.audit('CREATED', 'Contract', id, customer.id, created, [
    { field: 'reference', from: null, to: reference },
    { field: 'type', from: null, to: contract.type },
    { field: 'name', from: null, to: contract.name },
    { field: 'startsOn', from: null, to: first.startsOn.toString() },
    { field: 'endsOn', from: null, to: terms[0]!.endsOn.toString() },
  ])
  for (const [index, term] of terms.entries())
    if (index && at(term) > created)
      await world.audit('RENEWED', 'Contract', id, customer.id, morning(term.startsOn), [
        { field: 'endsOn', from: terms[index - 1]!.endsOn.toString(), to: term.endsOn.toString() },
      ])
  if (contract.terminated)
    await world.audit('TERMINATED', 'Contract', id, customer.id, changed, [
      { field: 'terminatedOn', from: null, to: final.endsOn.toString() },
      { field: 'terminationReason', from: null, to: contract.terminated[1] },
    ])
}

/** A term keeps the revision that its plan had when it was agreed. */
async function fillPlan(insert: Insert, { plans }: ContractWorld, { contract, terms, on }: Laid, part: object) {
  const plan = plans.find(({ title }) => title === contract.plan)
  let before = 0
  for (const [index, { startsOn }] of terms.entries()) {
    if (!plan) return
    const at = morning(index ? startsOn : on)
    const revision = plan.revisions.findLast(({ since }) => since <= at)?.revision ?? 1
    if (revision === before) continue
    before = revision
    await insert('contract_plan', { ...part, from_on: startsOn.toString(), plan_id: plan.id, revision, created_at: at })
  }
}

/** The desk is told, and at the customer whoever may see contracts. */
async function fillNotices(
  insert: Insert,
  { people, technicians }: ContractWorld,
  { notices = [] }: DemoContract,
  customer: { id: string; technicians: readonly string[] },
  part: object,
) {
  for (const days of notices)
    await insert('contract_notice', { ...part, side: days < 0 ? 'AFTER_END' : 'BEFORE_END', days: Math.abs(days) })
  if (!notices.length) return
  const told = technicians.filter(
    ({ kind, works, email, seesAll }) => kind !== 'ADMIN' && works && (seesAll || customer.technicians.includes(email)),
  )
  for (const { id } of told.slice(0, 2)) await insert('contract_notice_user', { ...part, technician_id: id })
  for (const { id } of people.filter(
    ({ customerId, seesCompany, signsIn, until }) => customerId === customer.id && seesCompany && signsIn && !until,
  ))
    await insert('contract_notice_contact', { ...part, contact_id: id })
}

/** Nine in the morning, in Istanbul. */
const morning = (day: Day) => new Date(`${day.toString()}T09:00:00+03:00`)

/** Tickets of the time in which their customer had one contract are under it. */
export const ticketsUnderContracts = `
  update ticket t set contract_id = c.id from contract c
  where c.customer_id = t.customer_id and not c.draft
    and (t.opened_at at time zone 'Europe/Istanbul')::date between c.starts_on and c.ends_on
    and not exists (
      select from contract o where o.customer_id = t.customer_id and not o.draft and o.id <> c.id
        and (t.opened_at at time zone 'Europe/Istanbul')::date between o.starts_on and o.ends_on)`
