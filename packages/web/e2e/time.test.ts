import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ADMIN, changeAs, unique } from './lib/accord.ts'
import { makeContact, makeCustomer, makeTechnician } from './lib/people.ts'
import { openTicket, type MadeTicket } from './lib/portal-tickets.ts'
import { complaintOf, drawer, field, pick, toast } from './lib/reading.ts'
import type { Say } from './lib/texts.ts'
import { dayFrom, lastWeek, logTime, loggedOn, makeContract, makePlan, weekOfMonday } from './lib/time.ts'
import { eventually, pathOf, test } from './test.ts'

/** A technician of the service desk, and a ticket under a contract. */
async function makeWork(plan?: object) {
  const customer = await makeCustomer()
  const [person, technician] = [await makeContact(customer), await makeTechnician({ role: 'Destek masası' })]
  const contract = await makeContract(customer, plan ? { planId: (await makePlan(plan)).id } : {})
  const ticket = await openTicket(person.email, { subject: unique('Kantar bilgisayarı yavaş') })
  await changeAs(ADMIN, 'updateTicket', 'ticket { id }', { id: ticket.id, version: 1, contractId: contract.id })
  return { customer, technician, contract, ticket }
}

const cell = (page: Page, { number }: MadeTicket, day: string) =>
  page.getByRole('gridcell').getByRole('button', { name: new RegExp(`^${number}, (\\D+ )?${Number(day.slice(-2))} `) })

const openForm = (page: Page, say: Say) => drawer(page, say('Log time'))

test.for(['tr', 'en'] as const)(
  'time is logged from anywhere by a key, stands in the week, and is changed there (%s)',
  async (locale, { open }) => {
    const { technician, ticket } = await makeWork()
    const { page, say } = await open({ as: technician.email, at: '/customers', locale })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('t')
    const form = openForm(page, say)
    await form.getByRole('button', { name: say('Save the time') }).click()
    expect(await complaintOf(form, say('Time spent'))).toBe(say('Say how long it took.'))
    await field(form, say('Time spent')).fill('yarım')
    expect(await complaintOf(form, say('Time spent'))).toBe(say('Write a duration such as 1:30, 90 or 1.5 h.'))
    await field(form, say('Time spent')).fill(locale === 'tr' ? '1,5 sa' : '1.5h')
    await pick(form, say('Ticket or contract'), ticket.number)
    await field(form, say('Note')).fill('Diskler değişti')
    await page.keyboard.press('Control+Enter')

    await page.getByRole('rowheader', { name: ticket.subject }).waitFor()
    expect(await loggedOn(ticket.id)).toEqual([{ minutes: 90, note: 'Diskler değişti', billable: true }])
    await cell(page, ticket, dayFrom(0)).click()
    const edit = drawer(page, say('Change the time'))
    await eventually(async () => expect(await field(edit, say('Time spent')).inputValue()).toBe('1:30'))
    await field(edit, say('Time spent')).fill('0:45')
    await edit.getByRole('button', { name: say('Save the time') }).click()
    await toast(page, say('Time saved')).waitFor()
    await eventually(async () => expect(await cell(page, ticket, dayFrom(0)).innerText()).toBe('0:45'))
    expect(await loggedOn(ticket.id)).toMatchObject([{ minutes: 45, note: 'Diskler değişti' }])
  },
)

test('the week is walked by arrows, and an empty cell opens the form with its ticket and day', async ({ open }) => {
  const { technician, ticket } = await makeWork()
  const week = lastWeek()
  const [monday = '', tuesday = '', wednesday = ''] = week
  await logTime(technician.email, { ticketId: ticket.id, workedOn: monday, minutes: 30 })
  const { page, say } = await open({ as: technician.email, at: `/time?week=${weekOfMonday(monday)}` })
  const first = cell(page, ticket, monday)
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await eventually(async () =>
    expect(await cell(page, ticket, wednesday).evaluate((element) => element === document.activeElement)).toBe(true),
  )
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  const form = openForm(page, say)
  await eventually(async () => expect(await field(form, say('Day')).inputValue()).toBe(tuesday))
  await field(form, say('Time spent')).fill('20')
  await page.keyboard.press('Control+Enter')
  await eventually(async () => expect(await cell(page, ticket, tuesday).innerText()).toBe('0:20'))
  await page.getByText('50 dk', { exact: true }).waitFor()
  expect(pathOf(page)).toBe('/time')

  // Two entries of one cell are listed, and more can be added.
  await logTime(technician.email, { ticketId: ticket.id, workedOn: tuesday, minutes: 15, note: 'İkinci arama' })
  await page.reload()
  await cell(page, ticket, tuesday).click()
  await page.locator('dialog[open]').getByText('İkinci arama').waitFor()
  await page
    .locator('dialog[open]')
    .getByRole('link', { name: say('Log more') })
    .click()
  await eventually(async () => expect(await field(openForm(page, say), say('Day')).inputValue()).toBe(tuesday))
})

test('beyond the weekly limit the form says what is left and takes the rest as not billable, with a note', async ({
  open,
}) => {
  const { technician, ticket } = await makeWork({ weeklyHourLimit: '10', overtime: 'REFUSED' })
  await logTime(technician.email, { ticketId: ticket.id, workedOn: dayFrom(0), minutes: 585 })
  const { page, say } = await open({ as: technician.email, at: `/time/new?ticket=${ticket.id}` })
  const form = openForm(page, say)
  await form.getByText(say('{leftWords} left', { leftWords: '15 dk' })).waitFor()
  await field(form, say('Time spent')).fill('30')
  await form.getByText(say('{beyondWords} over the limit', { beyondWords: '15 dk' })).waitFor()
  await form.getByRole('button', { name: say('Save the time') }).click()
  expect(await complaintOf(form, say('Time spent'))).toContain('15 dakika')
  await form.getByRole('button', { name: say('Write {leftWords}', { leftWords: '15 dk' }) }).waitFor()
  await form
    .getByRole('button', { name: say('Log {minutesWords} as not billable, with a note', { minutesWords: '30 dk' }) })
    .click()
  await form.getByRole('button', { name: say('Save the time') }).click()
  expect(await complaintOf(form, say('Note'))).toBe(say('Say why it is not billed.'))
  await field(form, say('Note')).fill('Limit doldu, müşteri bekliyordu')
  await form.getByRole('button', { name: say('Save the time') }).click()
  await toast(page, say('{spent} logged', { spent: '30 dk' })).waitFor()
  expect(await loggedOn(ticket.id)).toContainEqual({
    minutes: 30,
    note: 'Limit doldu, müşteri bekliyordu',
    billable: false,
  })
})

test('a plan that lets technicians add time and cost shows the fields, another one does not', async ({ open }) => {
  const [rich, plain] = [
    await makeWork({}),
    await makeWork({ technicianMayAddCost: false, technicianMayAddTime: false }),
  ]
  const { page, say } = await open({ as: rich.technician.email, at: `/time/new?ticket=${rich.ticket.id}` })
  const form = openForm(page, say)
  await field(form, say('Time spent')).fill('1:00')
  await field(form, say('Added time')).fill('0:20')
  await field(form, say('Extra cost')).fill('850,50')
  await form.getByRole('button', { name: say('Save the time') }).click()
  expect(await complaintOf(form, say('What it was for'))).toBe(say('Say what the amount was for.'))
  await field(form, say('What it was for')).fill('Yedek parça')
  await form.getByRole('button', { name: say('Save the time') }).click()
  await toast(page, say('{spent} logged', { spent: '1 sa' })).waitFor()
  await page.getByText(say('extra cost {cost}', { cost: '₺850,50' })).waitFor()

  await page.goto(`/time/new?ticket=${plain.ticket.id}`)
  await field(form, say('Time spent')).fill('1:00')
  await form.getByText(/20 sa/).waitFor()
  expect(await field(form, say('Added time')).count()).toBe(0)
  expect(await field(form, say('Extra cost')).count()).toBe(0)
})

test('on a ticket one click logs half an hour, and undo takes it back', async ({ open }) => {
  const { technician, ticket } = await makeWork()
  const { page, say } = await open({ as: technician.email, at: `/tickets/${ticket.id}` })
  await field(page, say('What was done')).fill('Telefonda baktım')
  await page.getByRole('button', { name: say('Log {words} now', { words: '30 dk' }) }).click()
  await toast(page, say('{spent} logged', { spent: '30 dk' })).waitFor()
  await page.getByRole('button', { name: /Telefonda baktım/ }).waitFor()
  expect(await loggedOn(ticket.id)).toMatchObject([{ minutes: 30, note: 'Telefonda baktım' }])
  await page.getByRole('button', { name: say('Undo') }).click()
  await eventually(async () => expect(await loggedOn(ticket.id)).toEqual([]))
  await eventually(async () => expect(await page.getByRole('button', { name: /Telefonda baktım/ }).count()).toBe(0))
})

test('the timer starts on a ticket, is seen everywhere, and what it measured is logged when it stops', async ({
  open,
}) => {
  const [one, other] = [await makeWork(), await makeWork()]
  const who = one.technician.email
  const { page, say } = await open({ as: who, at: `/tickets/${one.ticket.id}` })
  await page.getByRole('button', { name: say('Timer'), exact: true }).click()
  const shown = page.getByRole('link', { name: new RegExp(one.ticket.number) }).filter({ visible: true })
  await shown.first().waitFor()

  // Another one asks first what becomes of it.
  await page.goto(`/tickets/${other.ticket.id}`)
  await shown.first().waitFor()
  await page.getByRole('button', { name: say('Timer'), exact: true }).click()
  const question = page.getByRole('alertdialog')
  await question.getByText(one.ticket.number).waitFor()
  await question.getByRole('button', { name: say('Throw it away and start') }).click()
  await page
    .getByRole('link', { name: new RegExp(other.ticket.number) })
    .filter({ visible: true })
    .first()
    .waitFor()

  await page
    .getByRole('button', { name: say('Stop the timer') })
    .filter({ visible: true })
    .click()
  const form = drawer(page, say('Stop the timer'))
  await eventually(async () => expect(await field(form, say('Time spent')).inputValue()).toMatch(/^0:0\d$/))
  await field(form, say('Note')).fill('Yeniden başlatıldı')
  await form.getByRole('button', { name: say('Save the time') }).click()
  await eventually(async () => expect(await loggedOn(other.ticket.id)).toMatchObject([{ note: 'Yeniden başlatıldı' }]))
  await eventually(async () =>
    expect(
      await page
        .getByRole('button', { name: say('Stop the timer') })
        .filter({ visible: true })
        .count(),
    ).toBe(0),
  )
  expect(await loggedOn(one.ticket.id)).toEqual([])
})

test('the palette starts and stops the timer, on a contract too', async ({ open }) => {
  const { technician, contract } = await makeWork()
  const { page, say } = await open({ as: technician.email, at: '/time' })
  await page.getByText(say('No time in this week')).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: say('Search or go to') }).fill('sayac')
  await page.getByRole('option', { name: say('Start the timer') }).click()
  const form = drawer(page, say('Start the timer'))
  await pick(form, say('Ticket or contract'), contract.reference)
  await form.getByRole('button', { name: say('Start'), exact: true }).click()
  await page
    .getByRole('link', { name: new RegExp(contract.reference) })
    .filter({ visible: true })
    .first()
    .waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: say('Search or go to') }).fill('sayac')
  await page.getByRole('option', { name: say('Stop the timer') }).click()
  await drawer(page, say('Stop the timer'))
    .getByRole('button', { name: say('Throw away') })
    .click()
  await toast(page, say('The timer is gone; nothing was logged')).waitFor()
})

test('an entry is deleted after its question', async ({ open }) => {
  const { technician, ticket } = await makeWork()
  const entry = await logTime(technician.email, { ticketId: ticket.id, workedOn: dayFrom(0), minutes: 25 })
  const { page, say } = await open({ as: technician.email, at: `/time/${entry.id}` })
  await drawer(page, say('Change the time'))
    .getByRole('button', { name: say('Delete…') })
    .click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('Delete the entry') })
    .click()
  await page.getByText(say('No time in this week')).waitFor()
  expect(await loggedOn(ticket.id)).toEqual([])
})

test('a colleague’s week is read; only who keeps the bills writes in it', async ({ open }) => {
  const { technician, ticket, customer } = await makeWork()
  await logTime(technician.email, { ticketId: ticket.id, workedOn: dayFrom(0), minutes: 25, note: 'Kablolar' })
  const other = await makeTechnician({ role: 'Destek masası' })
  const { page, say } = await open({ as: other.email, at: `/time?technician=${technician.id}` })
  await page.getByRole('rowheader', { name: ticket.subject }).waitFor()
  expect(await page.getByRole('link', { name: say('Log time') }).count()).toBe(0)
  await cell(page, ticket, dayFrom(0)).click()
  await drawer(page, say('Time of {0}', { 0: technician.name }))
    .getByText('Kablolar')
    .waitFor()

  // The customer’s tab tells the same.
  await page.goto(`/customers/${customer.id}/time`)
  await page.getByRole('row').filter({ hasText: 'Kablolar' }).getByText('25 dk').waitFor()

  const hers = await open({ as: ADMIN, at: `/time/new?technician=${technician.id}&ticket=${ticket.id}` })
  const form = drawer(hers.page, hers.say('Log time of {name}', { name: technician.name }))
  await field(form, hers.say('Time spent')).fill('10')
  await form.getByRole('button', { name: hers.say('Save the time') }).click()
  await eventually(async () => expect(await loggedOn(ticket.id)).toHaveLength(2))
})

test('on a phone the week is a list of days', async ({ open }) => {
  const { technician, ticket } = await makeWork()
  await logTime(technician.email, { ticketId: ticket.id, workedOn: dayFrom(0), minutes: 25, note: 'Kablolar' })
  const { page, say } = await open({ as: technician.email, at: '/time', width: 390 })
  await page.getByRole('link', { name: /Kablolar/ }).click()
  await drawer(page, say('Change the time'))
    .getByRole('button', { name: say('Close') })
    .click()
  expect(await page.getByRole('grid').count()).toBe(0)
  expect(await page.getByRole('link', { name: /süre ekle$/ }).count()).toBeGreaterThan(0)
})
