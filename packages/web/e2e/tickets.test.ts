import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ADMIN, ask, change, unique } from './lib/accord.ts'
import { makeContact, makeCustomer, makeTechnician, type Made, type MadePerson } from './lib/people.ts'
import { complaintOf, drawer, expectPath, expectRow, field, fill, pick, row, rowNames, toast } from './lib/reading.ts'
import { eventually, test } from './test.ts'

interface Ticket {
  id: string
  number: string
  version: number
}

/** A ticket of a customer, opened by one of its people. */
async function makeTicket(requester: Made, subject: string, given: object = {}): Promise<Ticket> {
  const input = { kind: 'INCIDENT', description: 'Sabahtan beri böyle.', ...given, subject, requesterId: requester.id }
  const { ticket } = await change<{ ticket: Ticket }>('createTicket', 'ticket { id number version }', input)
  return ticket
}

async function makeRequester(): Promise<{ customer: Made; contact: MadePerson }> {
  const customer = await makeCustomer()
  return { customer, contact: await makeContact(customer) }
}

const talk = (page: Page, name: string) => page.getByRole('region', { name })

test.for([
  { locale: 'tr', width: 1280 },
  { locale: 'en', width: 390 },
] as const)(
  'a ticket is opened for a customer and worked through to its solution ($locale, $width px)',
  async ({ locale, width }, { open }) => {
    const { customer, contact } = await makeRequester()
    const { page, say } = await open({ as: ADMIN, at: '/tickets', locale, width })
    const subject = unique('Depo yazıcısı kâğıt sıkıştırıyor')
    await page.getByRole('link', { name: say('New ticket') }).click()
    const form = drawer(page, say('New ticket'))
    const save = form.getByRole('button', { name: say('Open the ticket') })

    // What is required says so at its field.
    await save.click()
    await eventually(async () =>
      expect(await complaintOf(form, say('Subject'))).toBe(say('Say in one line what it is about.')),
    )
    await pick(form, say('Customer'), customer.name)
    await pick(form, say('Requester'), contact.name)
    await fill(form, { [say('Subject')]: subject, [say('Description')]: 'Sabahtan beri her sayfada.' })
    await save.click()
    await page.getByRole('heading', { level: 1, name: subject }).waitFor()
    expectPath(page, /^\/tickets\/[\w-]+$/)

    // A reply, and a note that the customer must never see.
    const words = page.getByRole('textbox', { name: say('Reply to the customer') })
    await words.fill('Öğleden sonra uğruyoruz.')
    await page.getByRole('button', { name: say('Send') }).click()
    await talk(page, say('Conversation')).getByText('Öğleden sonra uğruyoruz.').waitFor()
    await page.getByRole('radio', { name: say('Internal note') }).check({ force: true })
    await page.getByRole('textbox', { name: say('Internal note') }).fill('Bu modelin silindiri zayıf.')
    await page.getByRole('button', { name: say('Save note') }).click()
    await page
      .getByRole('article')
      .filter({ hasText: 'Bu modelin silindiri zayıf.' })
      .getByText(say('Internal note · the customer does not see it'))
      .waitFor()

    // The way of the work, step by step.
    await page.getByRole('button', { name: say('Assign to me') }).click()
    await page.getByRole('button', { name: say('Take into work') }).click()
    await page.getByRole('button', { name: say('Resolve'), exact: true }).click()
    await page.getByRole('button', { name: say('Open again') }).waitFor()
    await page
      .getByRole('button', { name: say('Close'), exact: true })
      .first()
      .waitFor()

    const id = page.url().split('/').at(-1)
    const mine = await ask<{ ticket: { status: string; comments: { nodes: { body: string }[] } } }>(
      contact.email,
      'query ($id: ID!) { ticket(id: $id) { status comments { nodes { body } } } }',
      { id },
    )
    expect(mine.ticket.status).toBe('RESOLVED')
    expect(mine.ticket.comments.nodes.map(({ body }) => body)).toEqual(['Öğleden sonra uğruyoruz.'])
  },
)

test('many tickets are assigned at once; the one that cannot be is told by its number', async ({ open }) => {
  const { customer, contact } = await makeRequester()
  const technician = await makeTechnician({ role: 'Saha teknisyeni' })
  const other = await makeRequester()
  await change('setAuthorizedTechnicians', 'customer { id }', {
    customerId: customer.id,
    technicianIds: [technician.id],
  })
  const word = unique('Toplu')
  const good = await makeTicket(contact, `${word} bir`)
  await makeTicket(contact, `${word} iki`)
  const bad = await makeTicket(other.contact, `${word} üç`)
  const { page, say } = await open({ as: ADMIN, at: `/tickets?q=${encodeURIComponent(word)}`, locale: 'en' })
  await expectRow(page, good.number)
  await eventually(async () => expect(await rowNames(page)).toHaveLength(3))
  await page.getByRole('checkbox', { name: say('Select all rows of this page') }).check()
  await page
    .getByRole('region', { name: say('Actions for the selection') })
    .getByRole('button', { name: say('Assign') })
    .click()
  const dialog = page.locator('dialog[open]')
  await pick(dialog, say('Assignee'), technician.name)
  await dialog.getByRole('button', { name: say('Assign'), exact: true }).click()

  // Done for two; the third stays selected, with the reason.
  const report = page.getByRole('status').filter({ hasText: 'Done for 2 tickets.' })
  await report.waitFor()
  await report.getByRole('link', { name: bad.number }).waitFor()
  await eventually(async () => expect(await row(page, good.number).innerText()).toContain(technician.name))
  await eventually(async () => expect(await row(page, bad.number).getByRole('checkbox').isChecked()).toBe(true))
})

test('a job that runs is there again when one comes back; what somebody changed meanwhile stays and is told', async ({
  open,
}) => {
  const { customer, contact } = await makeRequester()
  const technician = await makeTechnician({ role: 'Saha teknisyeni' })
  await change('setAuthorizedTechnicians', 'customer { id }', {
    customerId: customer.id,
    technicianIds: [technician.id],
  })
  const word = unique('Geri')
  const { number } = await makeTicket(contact, `${word} bir`)
  const other = await makeTicket(contact, `${word} iki`)
  const { page, say } = await open({ as: ADMIN, locale: 'en' })
  // The page hears nothing of tickets, and nothing of the job until the list is there again.
  const back = Promise.withResolvers<void>()
  await page.routeWebSocket(/\/graphql/, () => undefined)
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('BulkJobNow')) await back.promise
    await route.fallback()
  })
  await page.goto(`/tickets?q=${encodeURIComponent(word)}`)
  await expectRow(page, number)
  await change('updateTicket', 'ticket { id }', { id: other.id, version: other.version, priority: 'HIGH' })
  await page.getByRole('checkbox', { name: say('Select all rows of this page') }).check()
  await page
    .getByRole('region', { name: say('Actions for the selection') })
    .getByRole('button', { name: say('Assign') })
    .click()
  const dialog = page.locator('dialog[open]')
  await pick(dialog, say('Assignee'), technician.name)
  await dialog.getByRole('button', { name: say('Assign'), exact: true }).click()
  const running = page.getByText('0 of 2…')
  await running.waitFor()

  await page.getByRole('link', { name: say('Contacts'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: say('Contacts') }).waitFor()
  await page.goBack()
  await running.waitFor()
  back.resolve()
  const report = page.getByRole('status').filter({ hasText: 'Done for 1 ticket.' })
  await report.getByRole('link', { name: other.number }).waitFor()
})

test('a card is moved on the board by keys alone, and stays where it was put', async ({ open }) => {
  const { contact } = await makeRequester()
  const word = unique('Pano')
  const ticket = await makeTicket(contact, word)
  const { page, say } = await open({ as: ADMIN, at: `/tickets?as=board&q=${encodeURIComponent(word)}`, locale: 'en' })
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) })
  await column('Open').getByRole('link', { name: word }).focus()
  await page.keyboard.press('m')
  await page
    .getByRole('menuitem', { name: say('In progress') })
    .filter({ visible: true })
    .click()
  await column('In progress').getByRole('link', { name: word }).waitFor()
  await toast(page, say('{number}: {status}', { number: ticket.number, status: say('In progress') })).waitFor()
  await page.reload()
  await column('In progress').getByRole('link', { name: word }).waitFor()
})

test('who changes a ticket second is told what the first one did, and may go on', async ({ open }) => {
  const { contact } = await makeRequester()
  const { id, number, version } = await makeTicket(contact, unique('Çakışma'))
  const { page, say } = await open({ as: ADMIN, at: `/tickets/${id}?edit=true`, locale: 'en' })
  const form = drawer(page, say('Edit {number}', { number }))
  await fill(form, { [say('Subject')]: 'Benim sözlerim' })
  await change('updateTicket', 'ticket { id }', { id, version, subject: 'Onun sözleri', priority: 'HIGH' })
  await form.getByRole('button', { name: say('Save the ticket') }).click()
  await form.getByText('Saved meanwhile: “Onun sözleri”').waitFor()
  await eventually(async () => expect(await field(form, say('Subject')).inputValue()).toBe('Benim sözlerim'))
  await form.getByRole('button', { name: say('Save over it') }).click()
  await page.getByRole('heading', { level: 1, name: 'Benim sözlerim' }).waitFor()

  // The same for a step that is one click, when the other one is faster by less than the page can hear.
  let faster = false
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName: string }
    if (faster || operationName !== 'UpdateTicket') return route.fallback()
    faster = true
    const current = await ask<{ ticket: Ticket }>(ADMIN, 'query ($id: ID!) { ticket(id: $id) { id version } }', { id })
    await change('updateTicket', 'ticket { id }', { id, version: current.ticket.version, priority: 'LOW' })
    return route.fallback()
  })
  await page.getByRole('button', { name: say('Take into work') }).click()
  const told = page.getByText(
    say('Not saved: somebody else changed {number} meanwhile. It is up to date now.', { number }),
  )
  await told.first().waitFor()
  await page.getByRole('button', { name: say('Do it anyway') }).click()
  await page.getByRole('button', { name: say('Resolve'), exact: true }).waitFor()
})

test('a request waits for the approval that it was asked for, and the palette finds it by number', async ({ open }) => {
  const { customer, contact } = await makeRequester()
  const boss = await makeContact(customer, { name: unique('Nermin'), seesCompanyRecords: true })
  const ticket = await makeTicket(contact, unique('Yeni dizüstü'), { kind: 'REQUEST' })
  const { page, say } = await open({ as: ADMIN, at: '/', locale: 'en' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: say('Search or go to') }).fill(ticket.number)
  await page.getByRole('option', { name: new RegExp(ticket.number) }).click()
  await page.getByRole('button', { name: say('Ask for approval') }).click()
  const form = drawer(page, say('Approval of {number}', { number: ticket.number }))
  await pick(form, say('Who is asked'), boss.name)
  await form.getByRole('button', { name: say('Ask for approval') }).click()
  await toast(page, say('Asked for approval')).waitFor()
  await eventually(async () => expect(await page.getByRole('button', { name: say('Take into work') }).count()).toBe(0))
  await page.goto('/approvals')
  await expectRow(page, ticket.number)

  await ask(
    boss.email,
    'mutation ($id: ID!) { decideApproval(input: { ticketId: $id, approve: true }) { errors { message } } }',
    { id: ticket.id },
  )
  await page.goto(`/tickets/${ticket.id}`)
  await page.getByRole('button', { name: say('Take into work') }).waitFor()
})

test('a filter that is typed stands in the address and can be kept as a view', async ({ open }) => {
  const { page, say } = await open({ as: ADMIN, at: '/tickets', locale: 'en' })
  await page.getByRole('searchbox').fill('is:open kind:incident priority:high ')
  await eventually(() => expectPath(page, '/tickets?kind=INCIDENT&priority=HIGH&status=open'.replace(/\?.*/, '')))
  await eventually(() => {
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toEqual({ kind: 'INCIDENT', priority: 'HIGH', status: 'open' })
  })
  await page.getByRole('button', { name: say('Save as a view') }).click()
  await page.locator('dialog[open]').getByLabel(say('Name')).fill('Acil olaylar')
  await page.getByRole('button', { name: say('Save the view') }).click()
  await page.goto('/tickets')
  await page.getByRole('link', { name: 'Acil olaylar' }).click()
  await eventually(() => expect(new URL(page.url()).searchParams.get('priority')).toBe('HIGH'))
})

test('an asset is entered, named by a ticket, and then cannot be deleted', async ({ open }) => {
  const { customer, contact } = await makeRequester()
  const { page, say } = await open({ as: ADMIN, at: `/customers/${customer.id}/assets?asset=new`, locale: 'en' })
  const form = drawer(page, say('New asset or service of {0}', { 0: customer.name }))
  const name = unique('Zebra ZT411')
  await fill(form, { [say('Name')]: name, [say('Serial number')]: 'SN-1' })
  await form.getByRole('button', { name: say('Save'), exact: true }).click()
  await expectRow(page, name)
  const { assets } = await ask<{ assets: { nodes: Made[] } }>(
    ADMIN,
    'query ($of: ID!) { assets(filter: { customerId: $of }) { nodes { id name } } }',
    { of: customer.id },
  )
  await makeTicket(contact, unique('Etiket basmıyor'), { assetId: assets.nodes[0]?.id })
  await row(page, name).getByRole('link').click()
  await page.getByRole('button', { name: say('Delete…') }).click()
  const question = page.getByRole('alertdialog')
  await question.getByText('1 ticket names it; as long as it does, it cannot be deleted.').waitFor()
  await question.getByRole('button', { name: say('Delete it') }).click()
  await question.getByRole('alert').waitFor()
})
