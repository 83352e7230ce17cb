import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ADMIN, ask } from './lib/accord.ts'
import { png } from './lib/files.ts'
import { makeContact, makeCustomer } from './lib/people.ts'
import { openTicket } from './lib/portal-tickets.ts'
import { drawer, fill, pick } from './lib/reading.ts'
import { eventually, test } from './test.ts'

const picture = { name: 'Tarayıcı hatası.png', mimeType: 'image/png', buffer: png() }
const list = { name: 'seri-numaraları.csv', mimeType: 'text/csv', buffer: Buffer.from('seri;yer\nA-1;Gebze\n') }
const notes = { name: 'şifreler.txt', mimeType: 'text/plain', buffer: Buffer.from('yalnız ekip') }
const disguised = { name: 'rapor.pdf', mimeType: 'application/pdf', buffer: Buffer.from('bu bir PDF değil') }

const choose = (page: Page, ...files: (typeof picture)[]) =>
  page.locator('form input[type=file][multiple]').setInputFiles(files)

const said = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })

test('staff answer with files; the contact sees and fetches them, those of an internal note are not there', async ({
  open,
}) => {
  const contact = await makeContact(await makeCustomer())
  const ticket = await openTicket(contact.email)
  const { page, say } = await open({ as: ADMIN, at: `/tickets/${ticket.id}`, locale: 'tr' })
  await page.getByRole('textbox', { name: say('Reply to the customer') }).fill('Ekran görüntüsü ektedir.')
  await choose(page, picture, list)
  await page.getByRole('button', { name: say('Send') }).click()
  const answer = said(page, 'Ekran görüntüsü ektedir.')
  await answer.getByRole('link', { name: picture.name }).waitFor()
  await answer.getByRole('link', { name: list.name }).waitFor()

  await page.getByRole('radio', { name: say('Internal note') }).check({ force: true })
  await page.getByRole('textbox', { name: say('Internal note') }).fill('Girişler dosyada.')
  await choose(page, notes)
  await page.getByRole('button', { name: say('Save note') }).click()
  const secret = said(page, 'Girişler dosyada.').getByRole('link', { name: notes.name })
  const address = await secret.getAttribute('href')

  const theirs = await open({ as: contact.email, at: `/portal/records/${ticket.id}`, locale: 'tr', width: 390 })
  const seen = said(theirs.page, 'Ekran görüntüsü ektedir.')
  // The picture is drawn, not only named.
  const drawn = seen.locator('img')
  await eventually(async () =>
    expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0),
  )
  const arriving = theirs.page.waitForEvent('download')
  await seen.getByRole('link', { name: list.name }).click()
  const file = await arriving
  expect(file.suggestedFilename()).toBe(list.name)
  expect(await buffer(await file.createReadStream())).toEqual(list.buffer)
  await eventually(async () => expect(await theirs.page.getByText(notes.name).count()).toBe(0))
  expect((await theirs.page.request.get(String(address))).status()).toBe(404)
  expect((await page.request.get(String(address))).status()).toBe(200)
})

test('a file that is refused says so itself; words and the other files stay', async ({ open, problems }) => {
  problems.expect(/415/)
  const contact = await makeContact(await makeCustomer())
  const ticket = await openTicket(contact.email)
  const { page, say } = await open({ as: ADMIN, at: `/tickets/${ticket.id}`, locale: 'en' })
  const words = page.getByRole('textbox', { name: say('Reply to the customer') })
  await words.fill('Both are attached.')
  await choose(page, list, disguised)
  const files = page.getByRole('list', { name: say('Attached files') })
  await files.getByRole('listitem').filter({ hasText: disguised.name }).getByRole('alert').waitFor()
  await page.getByRole('button', { name: say('Send') }).click()
  await page.getByText(say('Not sent: a file could not be uploaded. Try it again or remove it.')).waitFor()
  await eventually(async () => expect(await words.inputValue()).toBe('Both are attached.'))
  await files.getByRole('button', { name: say('Remove {name}', { name: disguised.name }) }).click()
  await page.getByRole('button', { name: say('Send') }).click()
  await said(page, 'Both are attached.').getByRole('link', { name: list.name }).waitFor()
})

test('a ticket is opened for a contact with a file', async ({ open }) => {
  const customer = await makeCustomer()
  const contact = await makeContact(customer)
  const { page, say } = await open({ as: ADMIN, at: `/tickets/new`, locale: 'en', width: 390 })
  const form = drawer(page, say('New ticket'))
  await pick(form, say('Customer'), customer.name)
  await pick(form, say('Requester'), contact.name)
  await fill(form, { [say('Subject')]: 'Scanner', [say('Description')]: 'It beeps and stops.' })
  await choose(page, picture)
  await form.getByRole('button', { name: say('Open the ticket') }).click()
  await said(page, 'It beeps and stops.').getByRole('link', { name: picture.name }).waitFor()
  const id = page.url().split('/').at(-1)
  const theirs = await ask<{ ticket: { attachments: { name: string }[] } }>(
    contact.email,
    'query ($id: ID!) { ticket(id: $id) { attachments { name } } }',
    { id },
  )
  expect(theirs.ticket.attachments.map(({ name }) => name)).toEqual([picture.name])
})
