import { expect } from 'vitest'
import { ADMIN, PASSWORD, unique, uniqueEmail } from './lib/accord.ts'
import { signIn } from './lib/doors.ts'
import { makeContact, makeCustomer } from './lib/people.ts'
import { drawer, expectRow, field, fill, pick, row, rowNames, toast } from './lib/reading.ts'
import { eventually, pathOf, test } from './test.ts'

test.for(['tr', 'en'] as const)(
  'a technician is invited, authorized, and sees exactly that customer (%s)',
  async (locale, { open }) => {
    const customer = await makeCustomer()
    const foreign = await makeCustomer()
    const contact = await makeContact(customer)
    const admin = await open({ as: ADMIN, at: '/admin/organization/users', locale })
    const { say } = admin
    const name = unique('Göksel')
    const email = uniqueEmail()

    await admin.page.getByRole('link', { name: say('New technician') }).click()
    const form = drawer(admin.page, say('New technician'))
    await fill(form, { [say('Name')]: name, [say('E-mail')]: email })
    await field(form, say('Role')).selectOption('Saha teknisyeni')
    await form.getByText(say('Sees only customers that he or she is authorized for.')).waitFor()
    await form.getByRole('button', { name: say('Save and invite') }).click()

    // The mail with the link waits where mail is shown as long as no server sends it.
    await admin.page
      .getByRole('status')
      .getByRole('button', { name: say('Show the mail') })
      .click()
    // The list of users has a row with this address too, until the mails are there.
    await admin.page.waitForURL(/\/admin\/mail/)
    await admin.page.getByRole('heading', { level: 1, name: say('Mail') }).waitFor()
    await row(admin.page, '').filter({ hasText: email }).getByRole('link').first().click()
    const link = await admin.page
      .locator('dialog[open], aside, [role=dialog]')
      .getByRole('link', { name: /\/invite\// })
      .getAttribute('href')

    const own = await open({ at: link ?? '', locale })
    await own.page.getByLabel(say('New password')).fill(PASSWORD)
    await own.page.getByRole('button', { name: say('Save password') }).click()
    await own.page.getByText(say('Your password is set. Sign in with it.')).waitFor()
    await signIn(own, email)
    await eventually(() => expect(pathOf(own.page)).toBe('/'))
    await own.page.goto('/customers')
    await own.page.getByRole('heading', { name: say('You are not authorized for a customer yet') }).waitFor()

    await admin.page.goto(`/customers/${customer.id}/technicians`)
    await admin.page.getByRole('button', { name: say('Assign technicians') }).click()
    const assign = drawer(admin.page, say('Authorized technicians of {name}', { name: customer.name }))
    await pick(assign, say('Authorized technicians'), name)
    await assign.getByRole('button', { name: say('Save technicians') }).click()
    await toast(admin.page, say('Technicians saved')).waitFor()
    await expectRow(admin.page, name)

    // Exactly this customer, in lists and counts, by search and by address.
    await own.page.reload()
    await expectRow(own.page, customer.name)
    await eventually(async () => expect(await rowNames(own.page)).toEqual([customer.name]))
    await own.page.goto('/contacts')
    await expectRow(own.page, contact.name)
    expect((await rowNames(own.page)).filter((shown) => shown !== contact.name)).toEqual([])
    await own.page.goto(`/customers/${foreign.id}`)
    await own.page.getByRole('heading', { name: say('This customer is not here') }).waitFor()
    await own.page.keyboard.press('Control+k')
    const box = own.page.getByRole('combobox', { name: say('Search or go to') })
    await box.fill(foreign.name)
    await own.page.getByText(say('Nothing found. Check the spelling; capitals and marks do not matter.')).waitFor()
    await box.fill(customer.name)
    await own.page.getByRole('option', { name: customer.name }).first().waitFor()

    // Taken away, it is gone with the next look.
    await admin.page.getByRole('button', { name: say('Take away: {name}', { name }) }).click()
    await admin.page.getByRole('alertdialog').getByText(say('No open ticket loses its assignee.')).waitFor()
    await admin.page.getByRole('button', { name: say('Take it away') }).click()
    await toast(admin.page, say('{name} is no longer authorized', { name })).waitFor()
    await own.page.goto('/customers')
    await own.page.getByRole('heading', { name: say('You are not authorized for a customer yet') }).waitFor()
  },
)

test('the technician of the demo data sees the two customers that are promised, and cannot enter one', async ({
  open,
}) => {
  const { page, say } = await open({ as: 'teknisyen@demo.accord', at: '/customers' })
  await expectRow(page, 'Boğaziçi Sigorta A.Ş.')
  await eventually(async () => expect(await rowNames(page)).toEqual(['Anadolu Lojistik A.Ş.', 'Boğaziçi Sigorta A.Ş.']))
  await eventually(async () =>
    expect(await page.getByRole('link', { name: say('New customer account') }).count()).toBe(0),
  )
  await page.goto('/customers/new')
  await eventually(() => expect(pathOf(page)).toBe('/customers'))
})
