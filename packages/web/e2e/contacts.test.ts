import { expect } from 'vitest'
import { ADMIN, unique } from './lib/accord.ts'
import { signIn } from './lib/doors.ts'
import { makeContact, makeCustomer } from './lib/people.ts'
import { expectRow, fill, pick, row, toast } from './lib/reading.ts'
import { eventually, pathOf, test } from './test.ts'

test.for(['tr', 'en'] as const)(
  'a contact who is made passive is signed out at once and stays out (%s)',
  async (locale, { open, problems }) => {
    problems.expect(/status of 401/, /This session has ended|oturum/i)
    const customer = await makeCustomer()
    const contact = await makeContact(customer)
    const own = await open({ as: contact.email, at: '/portal', locale })
    await own.page.getByRole('heading', { level: 1 }).waitFor()
    const { page, say } = await open({ as: ADMIN, at: `/customers/${customer.id}/contacts`, locale })
    const active = row(page, contact.name).getByRole('switch')
    await active.uncheck()
    await page
      .getByRole('status')
      .getByRole('button', { name: say('Undo') })
      .waitFor()

    await own.page
      .getByRole('link', { name: say('Profile and devices') })
      .or(own.page.getByRole('link', { name: say('Profile') }))
      .first()
      .click()
    await eventually(() => expect(pathOf(own.page)).toBe('/login'))
    await signIn(own, contact.email)
    await own.page.locator('[aria-invalid=true]').or(own.page.getByRole('alert')).first().waitFor()
    expect(pathOf(own.page)).toBe('/login')
  },
)

test('the form says what a contact would then see, and the contact reads the same', async ({ open }) => {
  const customer = await makeCustomer()
  const contact = await makeContact(customer)
  await makeContact(customer)
  const { page, say } = await open({ as: ADMIN, at: `/contacts/${contact.id}`, locale: 'en' })
  await page.getByRole('switch', { name: say('Authorized user') }).check()
  await page
    .getByRole('status')
    .filter({ hasText: customer.name })
    .filter({ hasText: /colleague/ })
    .waitFor()
  await page.getByRole('button', { name: say('Save rights') }).click()
  await toast(page, say('Rights saved')).waitFor()
  const own = await open({ as: contact.email, at: '/portal', locale: 'en' })
  await own.page
    .getByText(say('You may see all records of {company}, those of your colleagues too.', { company: customer.name }))
    .waitFor()
})

test('a group is made of a customer’s contacts', async ({ open }) => {
  const customer = await makeCustomer()
  const contact = await makeContact(customer)
  const { page, say } = await open({ as: ADMIN, at: '/groups/new' })
  const name = unique('Sevkiyat')
  const form = page.locator('dialog[open]')
  await pick(form, say('Customer'), customer.name)
  await fill(form, { [say('Name')]: name })
  await pick(form, say('Members'), contact.name)
  await form.getByRole('button', { name: say('Save group') }).click()
  await toast(page, say('Group saved')).waitFor()
  await page.goto(`/contacts/${contact.id}`)
  await page.getByRole('link', { name }).first().waitFor()
  await page.goto(`/customers/${customer.id}/groups`)
  await expectRow(page, name)
})

test('somebody moves to another customer and keeps the sign-in', async ({ open }) => {
  const [from, to] = [await makeCustomer(), await makeCustomer()]
  const contact = await makeContact(from)
  const { page, say } = await open({ as: ADMIN, at: `/contacts/${contact.id}?panel=move` })
  const form = page.locator('dialog[open]')
  await pick(form, say('New customer'), to.name)
  await form.locator('button[type=submit]').click()
  await eventually(() => expect(pathOf(page)).not.toContain(contact.id))
  const own = await open({ at: '/login' })
  await signIn(own, contact.email)
  await own.page.getByText(to.name).first().waitFor()
})
