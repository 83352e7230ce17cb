import { ADMIN, ask, changeAs } from '../lib/accord.ts'
import { makeContact, makeCustomer, makeTechnician } from '../lib/people.ts'
import { openTicket } from '../lib/portal-tickets.ts'
import { dayFrom, lastWeek, logTime, makeContract, makePlan, weekOfMonday } from '../lib/time.ts'

/** What the scenes of time want to show. */
export interface TimeStories {
  /** E-mail of the technician who worked. */
  who: string
  /** Last week, as the address has it, and in it a day on which something was logged twice on the ticket. */
  week: string
  day: string
  /** A ticket under a contract whose weekly limit is nearly used up. */
  ticket: string
  contract: string
  /** An entry with everything. */
  entry: string
  customer: string
  /** E-mail of a technician whose timer runs. */
  timing: string
}

/** Lets a technician work through a week; the company of the portal’s scenes has contracts too. */
export async function tellTimeStories(): Promise<TimeStories> {
  const customer = await makeCustomer()
  const person = await makeContact(customer)
  const { email: who } = await makeTechnician({ name: 'Derya Aksoy', role: 'Destek masası' })
  const plan = await makePlan({ weeklyHourLimit: '8', overtime: 'REFUSED', rollOverUnused: true })
  const contract = await makeContract(customer, { planId: plan.id })
  const ticket = await openTicket(person.email, { subject: 'Gebze deposunda el terminalleri WMS’e bağlanamıyor' })
  await changeAs(ADMIN, 'updateTicket', 'ticket { id }', { id: ticket.id, version: 1, contractId: contract.id })

  const [monday = '', tuesday = '', wednesday = '', thursday = '', , saturday = ''] = lastWeek()
  const onTicket = { ticketId: ticket.id }
  await logTime(who, { ...onTicket, workedOn: monday, minutes: 45, note: 'Telefonda ön kontrol' })
  await logTime(who, { ...onTicket, workedOn: tuesday, minutes: 90, startedAt: `${tuesday}T06:30:00Z` })
  await logTime(who, {
    ...onTicket,
    workedOn: tuesday,
    minutes: 20,
    billable: false,
    note: 'Sertifika politikası 47 geri alındı, izliyorum.',
  })
  const entry = await logTime(who, {
    ...onTicket,
    workedOn: wednesday,
    minutes: 150,
    addedMinutes: 30,
    startedAt: `${wednesday}T10:00:00Z`,
    extraCost: { amount: '850.50', currency: 'TRY' },
    extraCostReason: 'Yedek parça',
    note: 'Erişim noktası değiştirildi, terminaller yeniden kaydedildi.',
  })
  await logTime(who, { contractId: contract.id, workedOn: thursday, minutes: 60, note: 'Aylık bakım' })
  await logTime(who, { contractId: contract.id, workedOn: saturday, minutes: 40, billable: false, note: 'Eğitim' })
  await logTime(who, { ...onTicket, workedOn: dayFrom(0), minutes: 430, note: 'Ağ ve sertifika incelemesi' })

  await contractsOfAnadolu(who)
  const technician = await makeTechnician({ role: 'Destek masası' })
  await changeAs(technician.email, 'startTimer', 'timer { id }', { ticketId: ticket.id, note: 'Kayıt inceleniyor' })
  return {
    who,
    week: weekOfMonday(monday),
    day: tuesday,
    ticket: ticket.id,
    contract: contract.id,
    entry: entry.id,
    customer: customer.id,
    timing: technician.email,
  }
}

/** One that renews by itself, with hours used beyond what is included; one without hours, which ends soon; one that ended. */
async function contractsOfAnadolu(who: string): Promise<void> {
  const query = '{ customers(filter: { text: "Anadolu Lojistik" }) { nodes { id } } }'
  const [customer] = (await ask<{ customers: { nodes: { id: string }[] } }>(ADMIN, query)).customers.nodes
  if (!customer) throw new Error('Anadolu Lojistik is not in the demo data')
  const plan = await makePlan({ includedHours: '10', rollOverUnused: true })
  const renewing = await makeContract(customer, {
    name: 'Depo ve saha desteği',
    planId: plan.id,
    endsOn: dayFrom(40),
    autoRenew: true,
    renewalPeriod: { count: 12, unit: 'MONTH' },
  })
  await makeContract(customer, { name: 'Yangın algılama bakımı', endsOn: dayFrom(12) })
  await makeContract(customer, { name: 'Kablolama garantisi', startsOn: dayFrom(-400), endsOn: dayFrom(-30) })
  await logTime(who, { contractId: renewing.id, workedOn: dayFrom(0), minutes: 390, note: 'Depo turu' })
}
